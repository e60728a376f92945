import { expect } from '@open-wc/testing';
import { initialChoice } from '../../src/card/initial-choice.js';
import { savedCard } from './raw-card.js';

const now = new Date(2026, 7, 2);
const first = savedCard({ id: 'first' });
const second = savedCard({ id: 'second' });
const expired = savedCard({ id: 'expired', expirationMonth: 7, expirationYear: 2026 });

describe('initialChoice', () => {
  it('is the wanted card', () => expect(initialChoice([first, second], 'second', now)).to.equal(second));
  it('is the first card when none is wanted', () => expect(initialChoice([first, second], null, now)).to.equal(first));
  it('is the first card when the wanted one is not there', () => {
    expect(initialChoice([first, second], 'gone', now)).to.equal(first);
  });
  it('is the first usable card when the wanted one is expired', () => {
    expect(initialChoice([first, expired], 'expired', now)).to.equal(first);
  });
  it('passes over an expired first card', () => expect(initialChoice([expired, second], null, now)).to.equal(second));
  it('is a card in its last month', () => {
    const lastMonth = savedCard({ expirationMonth: 8, expirationYear: 2026 });
    expect(initialChoice([lastMonth], null, now)).to.equal(lastMonth);
  });
  it('is nothing when every card is expired', () => expect(initialChoice([expired], 'expired', now)).to.equal(null));
  it('is nothing when there is no card', () => expect(initialChoice([], null, now)).to.equal(null));
});
