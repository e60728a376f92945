import { expect, waitUntil } from '@open-wc/testing';
import { readyCheckout } from '../support/checkout.js';
import { afterTest, CODE } from '../support/saved-cards-harness.js';

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** From now on the page's clock is wrong. */
function setClock(offset: number): void {
  const RealDate = Date;
  afterTest(() => void (globalThis.Date = RealDate));
  globalThis.Date = class extends RealDate {
    constructor(...values: unknown[]) {
      super(...((values.length > 0 ? values : [RealDate.now() + offset]) as [number]));
    }
    static override now = () => RealDate.now() + offset;
  } as DateConstructor;
}

describe('a device', () => {
  for (const [what, offset] of [
    ['a year ahead', YEAR],
    ['a year behind', -YEAR],
  ] as const) {
    it(`whose clock is ${what} pays, with one token for every press`, async () => {
      const { widget, form, pay, submits } = await readyCheckout();
      form.addEventListener('submit', (event) => event.preventDefault());
      await widget.type(CODE);
      const answer = widget.standIn.hold('token');
      pay.click();
      await waitUntil(() => widget.standIn.callsOf('fields.createCardToken').length === 1);
      setClock(offset); // Mercado Pago's is right: it says when the token expires
      answer();
      await waitUntil(() => submits.length === 1 || widget.events.of('card-error').length > 0);
      pay.click();
      await waitUntil(() => submits.length === 2 || widget.events.of('card-error').length > 0);
      expect(submits.map(({ token }) => token)).to.deep.equal(Array(2).fill(widget.standIn.tokens[0]?.id));
      expect(widget.standIn.tokens).to.have.length(1);
      expect(widget.events.of('card-error')).to.be.empty;
    });
  }
});
