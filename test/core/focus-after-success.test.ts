import { expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { MpAddCardElement, MpSavedCardsElement } from '../../src/elements.js';
import { mastercard, visa } from '../support/cards.js';
import { offersFor } from '../support/installments.js';
import { mountPage, nextKey } from '../support/mount-page.js';

const list = () => html`
  <mp-saved-cards locale="es-AR" public-key=${nextKey()} amount="100" .cards=${[visa, mastercard]}></mp-saved-cards>
`;
const form = () => html`<mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()}></mp-add-card>`;
const formInList = () => html`
  <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[]}>
    <mp-add-card slot="add-card"></mp-add-card>
  </mp-saved-cards>
`;

/** What has the focus: the innermost element. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Places that stay when the payment is made, and places that go with the fields. */
const CASES = [
  ['a saved card', list, ['#pay', 'input[type=radio]:checked'], ['#installments']],
  ['a new card', form, ['#pay'], ['#cardholderName']],
  ['a new card in the list', formInList, ['#pay'], ['#cardholderName']],
] as const;

describe('the focus, once a payment is made', () => {
  for (const [name, template, staying, leaving] of CASES)
    for (const place of [...staying, ...leaving])
      it(`with ${name}, stays at ${place}${(leaving as readonly string[]).includes(place) ? ', or where that is said' : ''}`, async () => {
        const { page } = await mountPage(html`<div>${template()}<button id="pay">Pay</button></div>`, {
          standIn: { answers: { getInstallments: offersFor } },
        });
        const elements = [
          ...page.querySelectorAll<MpSavedCardsElement | MpAddCardElement>('mp-saved-cards, mp-add-card'),
        ];
        const find = (selector: string) =>
          [page, ...elements.map(({ shadowRoot }) => shadowRoot!)]
            .map((root) => root.querySelector<HTMLElement>(selector))
            .find((each) => each !== null);
        await waitUntil(() => find(place));
        find(place)?.focus();
        expect(focused()?.matches(place)).to.equal(true);
        elements[0]?.paymentResult({ status: 'approved' });
        await waitUntil(() => find('#paid'));
        await nextFrame();
        expect(focused()?.matches(find(place) ? place : '#paid')).to.equal(true);
      });
});
