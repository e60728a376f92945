import { expect, html, waitUntil } from '@open-wc/testing';
import { mountForm, VISA } from '../support/add-card-harness.js';
import { mastercard, visa } from '../support/cards.js';
import { PendingOffers } from '../support/installments.js';
import { mount, nextKey } from '../support/saved-cards-harness.js';

/** What Mercado Pago answers at last. */
const ENDS = {
  plans: (offers: PendingOffers) => offers.answer(0),
  'no plans': (offers: PendingOffers) => offers.answer(0, []),
  'a failure': (offers: PendingOffers) => offers.fail(0),
};

const topOf = (place: Element | null | undefined): number => {
  if (!place) throw new Error('There is no such place');
  return place.getBoundingClientRect().top;
};

describe('an answer about installments that comes late', () => {
  for (const [name, answer] of Object.entries(ENDS)) {
    for (const width of [288, 343, 600])
      it(`leaves the code of a saved card where it is at ${width} px: ${name}`, async () => {
        const offers = new PendingOffers();
        const widget = await mount(
          html`<div style="inline-size: ${width}px">
            <mp-saved-cards
              locale="es-AR"
              public-key=${nextKey()}
              .amount=${'100'}
              .cards=${[visa, mastercard]}
            ></mp-saved-cards>
            <button id="pay">Pagar</button>
          </div>`,
          { standIn: { answers: { getInstallments: offers.ask } } },
        );
        const places = () => [widget.root.querySelector('.code .frame'), widget.page.querySelector('#pay')].map(topOf);
        await widget.ready();
        const [code, pay] = places();
        answer(offers);
        await waitUntil(() => !widget.root.querySelector('.field[aria-busy=true]'));
        const [codeAfter, payAfter] = places();
        expect(codeAfter).to.equal(code);
        if (name === 'plans') expect(payAfter).to.equal(pay);
      });

    it(`leaves every field of a new card where it is: ${name}`, async () => {
      const offers = new PendingOffers();
      const form = await mountForm(
        html`<mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()} .amount=${'100'}></mp-add-card>`,
        { standIn: { answers: { getInstallments: offers.ask } } },
      );
      await form.ready();
      const tops = () => [...form.root.querySelectorAll('.frame, .input')].map(topOf);
      await form.typeCard(VISA);
      await waitUntil(() => offers.queries.length > 0);
      const before = tops();
      answer(offers);
      await waitUntil(() => !form.root.querySelector('.field[aria-busy=true]'));
      expect(tops()).to.deep.equal(before);
    });
  }
});
