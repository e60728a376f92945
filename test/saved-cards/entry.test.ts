import { expect } from '@open-wc/testing';
import * as entry from '../../src/saved-cards.js';

describe('the entry saved-cards', () => {
  it('registers the list and nothing else', () => {
    expect(customElements.get('mp-saved-cards')).to.equal(entry.MpSavedCardsElement);
    expect(customElements.get('mp-add-card')).to.equal(undefined);
  });

  it('exports what a page needs with it', () => {
    expect(entry).to.include.keys('configureSdk', 'MpError', 'TokenReadyEvent', 'CardSelectedEvent');
  });
});
