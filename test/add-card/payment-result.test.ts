import { expect, html, nextFrame } from '@open-wc/testing';
import type { MpSavedCardsElement } from '../../src/elements.js';
import { mountForm, savedVisa, type AddCard } from '../support/add-card-harness.js';
import { visa } from '../support/cards.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { nextKey } from '../support/saved-cards-harness.js';

const APPROVED = { status: 'approved', status_detail: 'accredited' };
const refused = (detail: string) => ({ status: 'rejected', status_detail: detail });

interface Checkout {
  readonly card: AddCard;
  readonly posted: FormData[];
  press(): Promise<void>;
}

/** A checkout of nothing but a form for a new card, typed and pressed, on a page that posts by itself. */
async function pressed(isKept = false): Promise<Checkout> {
  const card = await mountForm(html`
    <form>
      <mp-add-card
        open
        intent="pay"
        locale="es-AR"
        public-key=${nextKey()}
        endpoint="/api/cards"
        .fetch=${new ScriptedMerchant().cards(savedVisa).fetch}
      ></mp-add-card>
      <button>Pay</button>
    </form>
  `);
  await card.ready();
  await card.typeCard();
  if (isKept) card.input('saveCard').click();
  const form = card.page as HTMLFormElement;
  const posted: FormData[] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    posted.push(new FormData(form));
  });
  const press = async () => {
    form.querySelector<HTMLButtonElement>('button')?.click();
    await nextFrame();
    await card.settled();
  };
  await press();
  await card.events.submitted();
  return { card, posted, press };
}

const report = async (card: AddCard, result: unknown): Promise<void> => {
  card.element.paymentResult(result);
  await card.settled();
};

const title = ({ root }: AddCard) => root.querySelector('[part=notice] .title')?.textContent?.trim();

describe('the outcome of a payment with a new card', () => {
  it('that is approved is said once; the fields are gone, and nothing is paid twice', async () => {
    const { card, posted, press } = await pressed();
    await report(card, APPROVED);
    expect(card.element.state).to.equal('paid');
    expect(title(card)).to.equal(esAr.paid);
    expect(card.root.querySelector('[part=field]')).to.equal(null);
    await card.expectAccessible();
    await press();
    expect(posted).to.have.length(1);
    expect(card.liveRegion.trim()).to.equal(esAr.alreadyPaidHere);
    await card.click('[part=notice] button');
    await card.ready();
    expect(card.element.state).to.equal('ready');
    expect(card.standIn.input('cardNumber').value).to.equal('');
  });

  it('that is approved lets a card be saved that the shopper wants to keep, with a second token', async () => {
    const { card } = await pressed(true);
    await report(card, APPROVED);
    const before = card.standIn.tokens.length;
    await card.element.save();
    expect(card.standIn.tokens).to.have.length(before + 1);
    await card.settled();
    expect(card.element.state).to.equal('paid');
  });

  const correctable: [detail: string, focus: string][] = [
    ['cc_rejected_bad_filled_date', 'expirationDate'],
    ['cc_rejected_bad_filled_card_number', 'cardNumber'],
    ['cc_rejected_bad_filled_security_code', 'securityCode'],
  ];
  for (const [detail, focus] of correctable) {
    it(`that is ${detail} names what to correct and goes there`, async () => {
      const { card, posted, press } = await pressed();
      await report(card, refused(detail));
      await card.focusOn(focus);
      expect(card.standIn.input('securityCode').value).to.equal('');
      expect(card.notice).not.to.equal('');
      await card.expectAccessible();
      await card.type('securityCode', '123');
      await press();
      await card.events.submitted(2);
      expect(posted).to.have.length(2);
      expect(posted[1]?.get('token')).not.to.equal(posted[0]?.get('token'));
    });
  }

  it('that is open keeps the token: the next press brings the same one', async () => {
    const { card, posted, press } = await pressed();
    await report(card, new TypeError('Failed to fetch'));
    expect(title(card)).to.equal(esAr.paymentUnknown);
    await press();
    expect(posted[1]?.get('token')).to.equal(posted[0]?.get('token'));
    await press();
    // What is not known is not to be tried again.
    expect(card.root.querySelector('.again')).to.equal(null);
  });

  it('is rendered by the server as status-detail', async () => {
    const card = await mountForm(html`
      <mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()} status-detail="cc_rejected_high_risk">
      </mp-add-card>
    `);
    await card.ready();
    expect(title(card)).to.equal(esAr.declined);
  });

  it('in a list is shown by the list', async () => {
    const card = await mountForm(html`
      <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}>
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
    `);
    const list = card.page as MpSavedCardsElement;
    await card.standIn.ready('securityCode');
    list.shadowRoot?.querySelector<HTMLElement>('.other label')?.click();
    await list.updateComplete;
    await card.ready();
    await card.typeCard();
    await list.tokenize();
    card.element.paymentResult(APPROVED);
    await list.updateComplete;
    expect([list.state, card.element.state]).to.deep.equal(['paid', 'paid']);
    expect(list.shadowRoot?.querySelector('#paid .title')?.textContent).to.equal(esAr.paid);
  });
});
