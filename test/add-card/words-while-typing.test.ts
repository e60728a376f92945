import { expect } from '@open-wc/testing';
import { pt } from '../support/messages.js';
import { readyForm, VISA, type AddCard } from '../support/add-card-harness.js';
import { EventLog } from '../support/event-log.js';

const words: [what: string, change: (card: AddCard) => unknown, label: string][] = [
  ['another language', ({ element }) => (element.locale = 'pt-BR'), pt.cardNumber],
  ['other messages', ({ element }) => (element.messages = { cardNumber: 'Plástico' }), 'Plástico'],
];

describe('a form for a new card that gets', () => {
  for (const [what, change, label] of words) {
    it(`${what} while its number is typed keeps the digits and says nothing`, async () => {
      const card = await readyForm();
      await card.type('cardNumber', VISA.number.slice(0, 12));
      await card.fill('cardholderName', 'Ana');
      const mounts = card.standIn.callsOf('field.mount').length;
      const said: string[] = [];
      const status = card.root.querySelector('[part=status]')!;
      new MutationObserver(() => said.push(card.liveRegion)).observe(status, { characterData: true, subtree: true });
      const log = new EventLog();
      change(card);
      await card.settled();
      await card.ready();
      expect(card.asked[0]).to.equal(label);
      expect(card.standIn.input('cardNumber').value.replace(/ /g, '')).to.equal(VISA.number.slice(0, 12));
      expect(card.standIn.callsOf('field.mount')).to.have.length(mounts);
      expect([said, log.lines, card.errors]).to.deep.equal([[], [], []]);
      await card.typeCard({ ...VISA, number: VISA.number.slice(12) });
      expect([card.element.complete, card.brand.includes('Visa')]).to.deep.equal([true, true]);
    });
  }
});
