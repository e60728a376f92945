import { expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { MpSavedCardsElement } from '../../src/elements.js';
import { mastercard, visa } from '../support/cards.js';
import { mountForm, savedVisa, VISA, type AddCard } from '../support/add-card-harness.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { nextKey } from '../support/saved-cards-harness.js';

/** A checkout with a list and a form for a new card, and what it posted. */
class Checkout {
  readonly card: AddCard;
  readonly form: HTMLFormElement;
  readonly list: MpSavedCardsElement;
  readonly posted: Record<string, FormDataEntryValue>[] = [];

  constructor(card: AddCard) {
    const form = card.page.querySelector('form');
    const list = card.page.querySelector('mp-saved-cards');
    if (!form || !list) throw new Error('The page has no form with a list');
    [this.card, this.form, this.list] = [card, form, list];
    form.addEventListener('submit', () => this.posted.push(Object.fromEntries(new FormData(form))));
  }

  /** Presses a button, and lets everything happen that waits for nothing outside. */
  async press(id = 'pay'): Promise<void> {
    this.form.querySelector<HTMLButtonElement>(`#${id}`)?.click();
    await nextFrame();
    await this.card.settled();
  }

  async choose(row: string): Promise<void> {
    this.list.shadowRoot?.querySelector<HTMLElement>(`${row} label`)?.click();
    await this.list.updateComplete;
    await this.card.settled();
  }

  async chooseOther(): Promise<void> {
    await this.choose('.other');
    await this.card.ready();
  }

  /** Once a token left with a submit. */
  async paid(times = 1): Promise<void> {
    while (this.posted.length < times) await nextFrame();
    await this.card.settled();
  }
}

const page = (content: TemplateResult, attributes: { novalidate?: boolean } = {}) => html`
  <div>
    <iframe name="shop" hidden></iframe>
    <form action="about:blank" target="shop" method="post" ?novalidate=${attributes.novalidate}>
      ${content}
      <button id="pay">Pay</button>
      <button id="draft" formnovalidate>Save for later</button>
    </form>
  </div>
`;

async function slotted(cards: readonly unknown[] = [visa, mastercard]): Promise<Checkout> {
  const content = html`
    <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${cards}>
      <mp-add-card slot="add-card"></mp-add-card>
    </mp-saved-cards>
  `;
  const checkout = new Checkout(await mountForm(page(content)));
  await checkout.card.standIn.ready('securityCode');
  return checkout;
}

/** The form beside its list: what is typed into it is to be saved. */
async function beside(attributes = {}): Promise<Checkout> {
  const merchant = new ScriptedMerchant().cards(savedVisa);
  const content = html`
    <mp-saved-cards
      id="list"
      locale="es-AR"
      public-key=${nextKey()}
      endpoint="/cards"
      .cards=${[visa]}
      .fetch=${merchant.fetch}
    >
    </mp-saved-cards>
    <mp-add-card for="list"></mp-add-card>
  `;
  const checkout = new Checkout(await mountForm(page(content, attributes)));
  await checkout.card.standIn.ready('securityCode');
  return checkout;
}

describe('a checkout with a list and the form for another card in it', () => {
  it('pays with the new card, once, until the shopper changes something there', async () => {
    const checkout = await slotted();
    const { card, posted } = checkout;
    await checkout.chooseOther();
    await card.typeCard();
    await checkout.press();
    await checkout.paid();
    expect(posted).to.deep.equal([
      {
        token: card.standIn.tokens[0]?.id,
        payment_method_id: 'visa',
        payment_type_id: 'credit_card',
        issuer_id: '25',
        installments: '1',
      },
    ]);
    expect(card.element.state).to.equal('tokenized');
    await checkout.press();
    expect(posted).to.have.length(1);
    await card.fill('cardholderName', 'OTHE');
    await checkout.press();
    await checkout.paid(2);
    expect(posted[1]?.['token']).not.to.equal(posted[0]?.['token']);
    expect(card.standIn.tokens).to.have.length(2);
  });

  it('pays with a saved card again after the form was closed, and posts nothing of the form', async () => {
    const checkout = await slotted();
    await checkout.chooseOther();
    await checkout.card.typeCard();
    await checkout.choose('.row');
    await checkout.card.standIn.ready('securityCode');
    await checkout.card.standIn.type('securityCode', '739');
    await checkout.press();
    await checkout.paid();
    expect(checkout.posted.map((entries) => entries['card_id'])).to.deep.equal(['1001']);
    expect(checkout.card.standIn.tokens).to.have.length(1);
  });

  it('says what is missing of the new card, and posts nothing', async () => {
    const checkout = await slotted([]);
    await checkout.card.ready();
    const bubbles: boolean[] = [];
    checkout.card.element.addEventListener('invalid', (event) => bubbles.push(!event.defaultPrevented));
    await checkout.press();
    expect(checkout.posted).to.be.empty;
    expect(checkout.card.errors).not.to.be.empty;
    expect(bubbles, 'bubbles of the browser').to.deep.equal([false]);
    expect(checkout.card.standIn.callsOf('field.focus')).to.have.length(1);
  });

  it('starts over as a whole by a reset', async () => {
    const checkout = await slotted();
    await checkout.chooseOther();
    await checkout.card.typeCard();
    checkout.form.reset();
    await checkout.list.updateComplete;
    await checkout.card.settled();
    expect(checkout.list.cardId).to.equal('1001');
    expect(checkout.card.element.state).to.equal('closed');
  });
});

describe('a checkout with a form beside its list', () => {
  it('lets the shopper cancel a card that is in the way, also where the page opened the form', async () => {
    const checkout = await beside();
    const { card, posted } = checkout;
    await card.standIn.type('securityCode', '739');
    card.element.open = true;
    await card.settled();
    expect(card.root.querySelector('.quiet')).to.equal(null);
    await card.fill('cardholderName', 'Ana');
    await checkout.press();
    expect(card.notice).to.equal(esAr.saveFirst);
    await card.fill('cardholderName', 'Ana G');
    await card.click('.quiet');
    expect(card.isOpen).to.equal(false);
    await card.standIn.ready('securityCode');
    await card.standIn.type('securityCode', '739');
    await checkout.press();
    await checkout.paid();
    expect(posted).to.have.length(1);
  });

  it('pays with the list while the form is closed or untouched', async () => {
    const checkout = await beside();
    await checkout.card.standIn.type('securityCode', '739');
    await checkout.press();
    await checkout.paid();
    expect(checkout.posted.map((entries) => entries['card_id'])).to.deep.equal(['1001']);
  });

  for (const novalidate of [false, true]) {
    it(`wants a typed card saved first, before any token is made${novalidate ? ', also with novalidate' : ''}`, async () => {
      const checkout = await beside({ novalidate });
      const { card } = checkout;
      await card.standIn.type('securityCode', '739');
      card.element.open = true;
      await card.settled();
      await card.fill('cardholderName', 'APRO');
      await checkout.press();
      expect(checkout.posted).to.be.empty;
      expect(card.standIn.tokens).to.be.empty;
      expect(card.notice + card.liveRegion).to.contain(esAr.saveFirst);
      expect(card.focused).to.equal('primary');
    });
  }

  it('pays with the card once it is saved', async () => {
    const checkout = await beside();
    const { card } = checkout;
    await card.click('button');
    await card.ready();
    await card.typeCard();
    await card.element.save();
    await card.standIn.ready('securityCode');
    await card.standIn.type('securityCode', '739');
    await checkout.press();
    await checkout.paid();
    expect(checkout.posted.map((entries) => entries['card_id'])).to.deep.equal([savedVisa.id]);
  });
});

describe('a button with formnovalidate', () => {
  it('takes a form without a new card that is not complete, and says nothing', async () => {
    const checkout = await slotted([]);
    await checkout.card.ready();
    await checkout.card.type('cardNumber', VISA.number);
    await checkout.press('draft');
    expect(checkout.posted).to.deep.equal([{}]);
    expect(checkout.card.errors).to.be.empty;
  });

  it('takes a form without a card that is not saved', async () => {
    const checkout = await beside();
    checkout.card.element.open = true;
    await checkout.card.settled();
    await checkout.card.fill('cardholderName', 'APRO');
    await checkout.press('draft');
    expect(checkout.posted).to.deep.equal([{}]);
  });

  it('takes a form with a new card that is complete', async () => {
    const checkout = await slotted([]);
    await checkout.card.ready();
    await checkout.card.typeCard();
    await checkout.press('draft');
    await checkout.paid();
    expect(checkout.posted.map((entries) => entries['token'])).to.deep.equal([checkout.card.standIn.tokens[0]?.id]);
  });
});

describe('the names of a form’s controls', () => {
  const withControl = (intent: 'pay' | 'save') =>
    mountForm(
      html`<form>
        <mp-add-card open intent=${intent} public-key=${nextKey()} endpoint="/cards"></mp-add-card>
        <input name="installments" />
      </form>`,
    );

  it('are warned of where they clash with the entries of a new card', async () => {
    const card = await withControl('pay');
    await card.ready();
    expect(card.log.of('warn').join()).to.contain('"installments" already');
  });

  it('are warned of where a list of the same form posts under them too', async () => {
    const key = nextKey();
    const card = await mountForm(
      html`<form>
        <mp-saved-cards public-key=${key} .cards=${[savedVisa]}></mp-saved-cards>
        <mp-add-card open intent="pay" public-key=${key} endpoint="/cards"></mp-add-card>
      </form>`,
    );
    await card.events.times('cards-ready');
    await waitUntil(() => card.log.of('warn').length > 0, 'a warning');
    expect(card.log.of('warn').join()).to.contain('"token" already');
  });

  it('do not clash in a list and the form in its slot', async () => {
    const checkout = await slotted();
    await checkout.chooseOther();
    expect(checkout.card.log.of('warn')).to.be.empty;
  });

  it('do not matter to a card that is only saved', async () => {
    const card = await withControl('save');
    await card.ready();
    expect(card.log.of('warn')).to.be.empty;
  });
});

describe('diagnose() of a form', () => {
  it('finds everything right, and does not disturb what was typed', async () => {
    const checkout = await slotted();
    await checkout.chooseOther();
    await checkout.card.typeCard();
    const { ok, checks } = await checkout.card.element.diagnose();
    expect(ok).to.equal(true);
    expect(checks.find(({ id }) => id === 'field')?.ok).to.equal(true);
    expect(checkout.card.element.complete).to.equal(true);
    expect(checkout.card.standIn.tokens).to.be.empty;
  });

  it('finds that there is nowhere to save a card', async () => {
    const card = await mountForm(html`<mp-add-card public-key=${nextKey()}></mp-add-card>`);
    const { ok, checks } = await card.element.diagnose();
    expect(ok).to.equal(false);
    expect(checks.filter((check) => check.ok === false).map(({ id }) => id)).to.deep.equal(['endpoint']);
    expect(checks.find(({ id }) => id === 'field')).to.deep.include({ ok: null });
  });
});
