import { expect } from '@open-wc/testing';
import { visa } from '../support/cards.js';
import { Phone } from '../support/phone.js';

const CARDS = Array.from({ length: 20 }, (_, index) => ({
  ...visa,
  id: String(2000 + index),
  last_four_digits: String(1000 + index),
}));

const LIST = `<mp-saved-cards public-key="TEST-MLA-1" card-id="2012" cards='${JSON.stringify(CARDS)}'></mp-saved-cards>`;

describe('what is said to the shopper', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = new Phone();
  });
  afterEach(() => phone.close());

  async function openList(): Promise<void> {
    await phone.open(LIST, 375, 667);
    await phone.standIn.ready('securityCode');
    phone.list.shadowRoot?.querySelector<HTMLElement>('.more button')?.click();
    await phone.still();
  }

  for (const [reason, focus] of [
    ['cc_rejected_insufficient_amount', '[data-card="2013"] input'],
    ['cc_rejected_card_disabled', '#notice'],
    ['cc_rejected_call_for_authorize', '#notice'],
    ['cc_rejected_other_reason', '[data-card="2013"] input'],
  ] as const)
    it(`is in sight after ${reason} of the thirteenth of twenty cards, together with the focus`, async () => {
      await openList();
      const pay = phone.find<HTMLElement>('#pay');
      await phone.scrollTo(pay, 500);
      pay.focus();
      phone.list.paymentRejected(reason);
      await phone.still();
      const focused = phone.list.shadowRoot?.activeElement;
      expect(focused?.matches(focus), `focus on ${focused?.outerHTML}`).to.be.true;
      expect(phone.isInSight(phone.part('#notice')), 'notice').to.be.true;
      expect(phone.isInSight(focused as Element), 'focus').to.be.true;
    });

  it('is in sight when the outcome of a payment is unknown, with the focus where it was', async () => {
    await openList();
    const pay = phone.find<HTMLElement>('#pay');
    await phone.scrollTo(pay, 500);
    pay.focus();
    phone.list.paymentResult(new Error('no answer'));
    await phone.still();
    expect(phone.isInSight(phone.part('#notice'))).to.be.true;
    expect(phone.window.document.activeElement).to.equal(pay);
  });

  it('does not move the page while the shopper is elsewhere in it', async () => {
    await phone.open('<mp-saved-cards public-key="TEST-MLA-1" endpoint="/nowhere"></mp-saved-cards>', 375, 667);
    await phone.still();
    await new Promise<void>((resolve) => {
      const { list } = phone;
      list.addEventListener('card-error', () => resolve(), { once: true });
      list.fetch = () => Promise.resolve(new Response('', { status: 500 }));
      list.reload();
    });
    await phone.still();
    expect(phone.part('.notice')).to.exist;
    expect(phone.window.scrollY).to.equal(0);
  });
});
