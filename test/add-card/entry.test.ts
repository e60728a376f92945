import { expect } from '@open-wc/testing';
import * as entry from '../../src/add-card.js';

describe('the entry add-card', () => {
  it('registers the form and nothing else', () => {
    expect(customElements.get('mp-add-card')).to.equal(entry.MpAddCardElement);
    expect(customElements.get('mp-saved-cards')).to.equal(undefined);
  });

  it('exports what a page needs with it', () => {
    expect(entry).to.include.keys('configureSdk', 'MpError', 'TokenReadyEvent', 'CardAddedEvent');
  });
});
