import { expect, waitUntil } from '@open-wc/testing';
import { optionalCode, visa, withoutCode } from '../support/cards.js';
import { offersFor } from '../support/installments.js';
import { Phone } from '../support/phone.js';

interface Shift extends PerformanceEntry {
  readonly value: number;
}

/** How far a page's content moved by itself, where the browser measures it. */
function measureShifts(view: Window): { readonly total: number } {
  const shifts = { total: 0 };
  const Observer = (view as Window & typeof globalThis).PerformanceObserver;
  if (Observer.supportedEntryTypes.includes('layout-shift'))
    new Observer((list) => {
      for (const { value } of list.getEntries() as Shift[]) shifts.total += value;
    }).observe({ type: 'layout-shift' });
  return shifts;
}

describe('from the skeleton to the field of the code', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = new Phone();
  });
  afterEach(() => phone.close());

  for (const [width, height] of [
    [320, 568],
    [375, 667],
    [1280, 800],
  ] as const)
    for (const [cards, amount, slotted] of [
      [[visa, optionalCode], '', ''],
      [[visa, optionalCode], '129.90', ''],
      [[visa, optionalCode, withoutCode], '', '<mp-add-card slot="add-card"></mp-add-card>'],
    ] as const)
      it(`what is below ${cards.length} cards ${amount && 'with installments '}stays where it is, at ${width} × ${height}`, async () => {
        const list = `<mp-saved-cards public-key="TEST-MLA-1" endpoint="/cards" amount="${amount}" skeleton-rows="${cards.length}">${slotted}</mp-saved-cards>`;
        const page = `<script>
          customElements.whenDefined('mp-saved-cards').then(() => {
            document.querySelector('mp-saved-cards').fetch = () => new Promise((answer) => (window.answer = answer));
          });
        </script>${list}`;
        await phone.open(page, width, height);
        await phone.scrollTo(phone.list, 60);
        const pay = phone.find('#pay');
        const { top } = pay.getBoundingClientRect();
        expect(phone.part('.list').ariaBusy).to.equal('true');
        const shifts = measureShifts(phone.window);
        phone.standIn.answers.getInstallments = offersFor;
        const { answer } = phone.window as Window & { answer?: (response: Response) => void };
        answer?.(new Response(JSON.stringify(cards)));
        await phone.standIn.ready('securityCode');
        await phone.still();
        expect(phone.part('.code').getBoundingClientRect().height).to.be.above(0);
        const select = () => phone.list.shadowRoot?.querySelector('select');
        if (amount) await waitUntil(() => select()?.length === 3, 'no installments are offered');
        await phone.still();
        expect(pay.getBoundingClientRect().top).to.be.closeTo(top, 6);
        expect(shifts.total).to.be.at.most(0.05);
      });
});
