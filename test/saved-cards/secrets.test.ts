import { expect } from '@open-wc/testing';
import { StateChangeEvent } from '../../src/elements.js';
import { mastercard, visa } from '../support/cards.js';
import { readyCheckout } from '../support/checkout.js';
import { mountReady, type SavedCards } from '../support/saved-cards-harness.js';
import { expectNoSecrets } from '../support/secrets.js';
import type { TokenOutcome } from '../../src/testing/index.js';

const SECRET = '739';

describe('code and token', () => {
  it('are nowhere on the page, in the console or in an event, from the first digit to the next row', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.type(SECRET);
    expectNoSecrets(widget, SECRET);
    const { token } = await widget.element.tokenize();
    await widget.settled();
    expectNoSecrets(widget, SECRET, token);
    await widget.choose(1);
    expectNoSecrets(widget, SECRET, token);
  });

  it('are nowhere when a form takes them away', async () => {
    const { widget, pay, submits } = await readyCheckout();
    await widget.type(SECRET);
    pay.click();
    await widget.events.submitted();
    await widget.settled();
    const [token] = widget.standIn.tokens;
    expect(submits[0]).to.have.property('token', token?.id);
    expectNoSecrets(widget, SECRET, token?.id ?? '');
  });

  const outcomes: TokenOutcome[] = ['server-error', 'card-unknown', 'network-string', 'no-value', 'public-key-unknown'];
  for (const outcome of outcomes) {
    it(`are in no error either (${outcome})`, async () => {
      const widget = await mountReady([visa]);
      await widget.type(SECRET);
      widget.standIn.nextToken = outcome;
      const error = await widget.tokenError();
      await widget.settled();
      expectNoSecrets(widget, SECRET);
      expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.to.contain(SECRET);
    });
  }

  const leaks: [place: string, leak: (widget: SavedCards) => void][] = [
    ['document', ({ root }) => root.querySelector('label')?.setAttribute('title', `code=${SECRET}`)],
    ['console', () => console.warn('mp-saved-cards:', { code: SECRET })],
    ['events', ({ element }) => element.dispatchEvent(new StateChangeEvent(SECRET, true))],
  ];
  for (const [place, leak] of leaks) {
    it(`would be found in the ${place}`, async () => {
      const widget = await mountReady([visa]);
      leak(widget);
      expect(() => expectNoSecrets(widget, SECRET)).to.throw(`a secret in the ${place}`);
    });
  }
});
