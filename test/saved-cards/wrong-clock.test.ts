import { expect, html, waitUntil } from '@open-wc/testing';
import { mountForm, VISA } from '../support/add-card-harness.js';
import { readyCheckout } from '../support/checkout.js';
import { afterTest, CODE, nextKey } from '../support/saved-cards-harness.js';

const DAY = 24 * 60 * 60 * 1000;
const YEAR = 365 * DAY;

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
      setClock(offset); // Mercado Pago's is right: it says when the token expires
      const answer = widget.standIn.hold('token');
      pay.click();
      await waitUntil(() => widget.standIn.callsOf('fields.createCardToken').length === 1);
      answer();
      await waitUntil(() => submits.length === 1 || widget.events.of('card-error').length > 0);
      pay.click();
      await waitUntil(() => submits.length === 2 || widget.events.of('card-error').length > 0);
      expect(submits.map(({ token }) => token)).to.deep.equal(Array(2).fill(widget.standIn.tokens[0]?.id));
      expect(widget.standIn.tokens).to.have.length(1);
      // As long as Mercado Pago takes it, counted by the device's own clock.
      const [ready] = widget.events.of<{ expiresAt: string }>('token-ready');
      expect((Date.parse(ready?.expiresAt ?? '') - Date.now()) / DAY).to.be.within(6.9, 7);
      expect(widget.events.of('card-error')).to.be.empty;
    });

    it(`whose clock is ${what} pays with a new card, with one token until it expires`, async () => {
      const form = await mountForm(
        html`<mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()}></mp-add-card>`,
      );
      await form.ready();
      await form.typeCard(VISA);
      setClock(offset);
      const first = await form.element.tokenize();
      expect(await form.element.tokenize()).to.equal(first);
      expect(form.standIn.tokens).to.have.length(1);
      expect((Date.parse(first.expiresAt) - Date.now()) / DAY).to.be.within(6.9, 7);
    });
  }
});
