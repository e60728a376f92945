import { aTimeout, expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { MpAddCardElement, MpError, MpSavedCardsElement } from '../../src/elements.js';
import type { StandIn } from '../../src/testing/index.js';
import { mountForm, VISA, type AddCard } from '../support/add-card-harness.js';
import { mastercard, visa } from '../support/cards.js';
import { esAr } from '../support/messages.js';
import { CODE, nextKey, ready, SavedCards } from '../support/saved-cards-harness.js';

interface Checkout {
  readonly element: MpSavedCardsElement | MpAddCardElement;
  readonly form: HTMLFormElement;
  readonly standIn: StandIn;
  readonly said: () => string;
  readonly fill: () => Promise<void>;
  readonly submits: () => number;
}

const page = (content: unknown) => html`
  <div>
    <iframe name="shop" hidden></iframe>
    <form action="about:blank" target="shop" method="post">${content}<button>Pay</button></form>
  </div>
`;

const formOf = (root: ParentNode) => {
  const form = root.querySelector('form')!;
  let count = 0;
  form.addEventListener('submit', () => count++);
  return { form, submits: () => count };
};

const subjects: Record<string, () => Promise<Checkout>> = {
  'a list': async () => {
    const widget = await ready(
      page(html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`),
    );
    const fill = () => widget.type(CODE);
    await fill();
    const { element, standIn } = widget;
    return { element, standIn, fill, said: () => widget.codeError, ...formOf(widget.page) };
  },
  'a form for a new card': async () => {
    const card = await mountForm(
      page(html`<mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()}></mp-add-card>`),
    );
    await card.ready();
    const fill = () => card.typeCard(VISA);
    await fill();
    const { element, standIn } = card;
    return { element, standIn, fill, said: () => card.error('securityCode'), ...formOf(card.page) };
  },
};

/** The page loses the frames; what it returns is the answer of Mercado Pago, which comes later. */
type Loss = (checkout: Checkout, press: () => void) => undefined | Promise<() => void>;

const tokenAsked = ({ standIn }: Checkout) =>
  waitUntil(() => standIn.callsOf('fields.createCardToken').length === 1, 'a token is asked for');

const LOSSES: Record<string, Loss> = {
  'before the press is handled': ({ element, form }, press) => {
    form.addEventListener('click', () => void (element.innerHTML = ''), { capture: true, once: true });
    press();
    return undefined;
  },
  'with the press, in its turn': ({ element }, press) => {
    press();
    element.innerHTML = '';
    return undefined;
  },
  'while the token is made': async (checkout, press) => {
    const answer = checkout.standIn.hold('token');
    press();
    await tokenAsked(checkout);
    checkout.element.innerHTML = '';
    return answer;
  },
  'with the element’s place, while the token is made': async (checkout, press) => {
    const answer = checkout.standIn.hold('token');
    press();
    await tokenAsked(checkout);
    checkout.form.prepend(checkout.element);
    return answer;
  },
};

for (const [name, open] of Object.entries(subjects)) {
  describe(`${name} whose frames the page takes away`, () => {
    for (const [when, lose] of Object.entries(LOSSES)) {
      it(`${when} reports one error, asks for what was typed again, and pays with the next press`, async () => {
        const checkout = await open();
        const { element, form, submits } = checkout;
        const errors: [string, string][] = [];
        document.addEventListener('card-error', listen);
        function listen({ detail }: CustomEvent<{ error: MpError; phase: string }>) {
          errors.push([detail.error.code, detail.phase]);
        }
        const pay = form.querySelector('button')!;
        try {
          const answer = await lose(checkout, () => pay.click());
          await waitUntil(() => checkout.said() !== '', 'the loss is said');
          answer?.();
          await checkout.standIn.ready('securityCode');
          await nextFrame();
          await aTimeout(20);
          expect(errors).to.deep.equal([['field-lost', 'token']]);
          expect(checkout.said()).to.equal(esAr.enterCode(3));
          expect(submits()).to.equal(0);
        } finally {
          document.removeEventListener('card-error', listen);
        }
        await checkout.fill();
        pay.click();
        await waitUntil(() => submits() === 1, 'the form is sent');
        expect(element.state).to.equal('tokenized');
      });
    }
  });
}

describe('digits whose field another element of the page takes', () => {
  let key: string;
  beforeEach(() => void (key = nextKey()));
  const list = (id: string) =>
    html`<mp-saved-cards id=${id} locale="es-AR" public-key=${key} .cards=${[visa, mastercard]}></mp-saved-cards>`;
  const lists = () =>
    ready(
      html`<div>
        ${list('one')}
        <form>${list('two')}</form>
      </div>`,
    );
  const takeBack = async (widget: SavedCards) => {
    await widget.click('.notice button');
    await widget.ready();
  };

  it('are asked for beside the field once the list has it again, with one error', async () => {
    const one = await lists();
    const two = one.beside('#two');
    await one.type(CODE);
    await takeBack(two);
    expect([one.codeError, two.codeError, one.events.of('card-error').length]).to.deep.equal(['', '', 0]);
    await takeBack(one);
    expect(one.codeError).to.equal(esAr.enterCode(3));
    expect(one.events.of<{ error: MpError }>('card-error').map(({ error }) => error.code)).to.deep.equal([
      'field-lost',
    ]);
    await one.type(CODE);
    expect(one.codeError).to.equal('');
    expect((await one.element.tokenize()).cardId).to.equal('1001');
  });

  it('are asked for by the press that takes the field back, with one error', async () => {
    const one = await lists();
    await one.type(CODE);
    await takeBack(one.beside('#two'));
    await one.expectTokenError('field-lost');
    expect(one.codeError).to.equal(esAr.enterCode(3));
    expect(one.events.of('card-error')).to.have.length(1);
    await one.expectTokenError('code-incomplete');
  });

  const forgotten: [what: string, act: (widget: SavedCards) => unknown][] = [
    ['none were typed', () => undefined],
    ['they became a token', async (widget) => void (await widget.tokenize())],
    ['the shopper chose another card meanwhile', (widget) => widget.choose(1)],
    ['the page began again meanwhile', (widget) => widget.element.reset()],
  ];
  for (const [what, act] of forgotten) {
    it(`are not asked for where ${what}`, async () => {
      const one = await lists();
      const isBefore = !what.includes('meanwhile');
      if (isBefore) await act(one);
      else await one.type(CODE);
      await takeBack(one.beside('#two'));
      if (!isBefore) await act(one);
      if (one.element.state !== 'tokenized') {
        if (one.root.querySelector('.notice button')) await takeBack(one);
        await one.ready(); // the new frame would ask
      }
      await one.settled();
      expect([one.codeError, one.events.of('card-error').length]).to.deep.equal(['', 0]);
    });
  }

  /** A list, and a form that has the Secure Fields now. */
  async function listAndForm(): Promise<{ card: AddCard; widget: SavedCards }> {
    const card = await mountForm(html`
      <div>${list('one')}<mp-add-card open intent="pay" locale="es-AR" public-key=${key}></mp-add-card></div>
    `);
    const widget = new SavedCards(
      card.page.querySelector('mp-saved-cards')!,
      card.page,
      card.standIn,
      card.events,
      card.log,
    );
    await widget.ready();
    await card.click('.notice button');
    await card.ready();
    return { card, widget };
  }

  it('are asked for in each field of a form for a new card that had them', async () => {
    const { card, widget } = await listAndForm();
    await card.standIn.type('cardNumber', VISA.number);
    await card.standIn.type('securityCode', VISA.code);
    await takeBack(widget);
    await card.click('.notice button');
    await card.ready();
    expect(['cardNumber', 'expirationDate', 'securityCode'].map((field) => card.error(field))).to.deep.equal([
      esAr.enterNumber,
      '',
      esAr.enterCode(3),
    ]);
    expect(card.events.of('card-error')).to.have.length(1);
    await card.typeCard(VISA);
    expect((await card.element.tokenize()).lastFourDigits).to.equal('3704');
  });

  it('are not asked for in a form for a new card that was emptied meanwhile', async () => {
    const { card, widget } = await listAndForm();
    await card.typeCard(VISA);
    await takeBack(widget);
    card.element.reset();
    await card.element.updateComplete;
    if (card.root.querySelector('.notice button')) await card.click('.notice button');
    await card.ready();
    expect(['cardNumber', 'expirationDate', 'securityCode'].map((field) => card.error(field))).to.deep.equal([
      '',
      '',
      '',
    ]);
    expect(card.events.of('card-error')).to.be.empty;
  });
});
