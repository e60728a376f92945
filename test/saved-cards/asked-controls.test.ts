import { expect, html } from '@open-wc/testing';
import { nothing, type TemplateResult } from 'lit';
import type { MpErrorCode } from '../../src/elements.js';
import type { Messages } from '../../src/i18n/messages.js';
import { UNDO_TIME } from '../../src/timeouts.js';
import { languages } from '../i18n/all-messages.js';
import { REFUSALS } from '../card/declines.js';
import { expired, mastercard, optionalCode, visa, withoutCode } from '../support/cards.js';
import { failOnDemand, TOKEN_FAULTS } from '../support/fail-on-demand.js';
import { offersFor } from '../support/installments.js';
import { manage, NAMES } from '../support/manage.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { nameOf } from '../support/page-text.js';
import { CODE, mount, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

/** Where a sentence's control may be: in the list, or in the form in its slot. */
class Page {
  readonly #roots: readonly ShadowRoot[];

  constructor({ root, element }: SavedCards) {
    const form = element.querySelector('mp-add-card')?.shadowRoot;
    this.#roots = [root, ...(form && form.host.checkVisibility() ? [form] : [])];
  }

  /** All that can be read or heard now. */
  get text(): string {
    return this.#roots.map(({ textContent }) => textContent.replace(/\s+/g, ' ')).join(' ');
  }

  has(selector: string): boolean {
    return this.#all(selector).some((each) => each.checkVisibility());
  }

  button(name: string): boolean {
    return this.#all('button').some((each) => each.checkVisibility() && nameOf(each) === name);
  }

  #all(selector: string): Element[] {
    return this.#roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  }
}

type Asked = (page: Page, messages: Messages) => boolean;

/** A field for the code, or the button that brings it back from another element. */
const code: Asked = (page, { useHere }) =>
  page.has('.code .frame') || page.has('.frame[data-field=securityCode]') || page.button(useHere);
const newCard: Asked = (page) => page.has('.other');
/** Any card to pay with, and one that is not chosen. */
const card: Asked = (page) => page.has('input[type=radio][aria-disabled=false]');
const another: Asked = (page) =>
  newCard(page, esAr) || page.has('input[type=radio][aria-disabled=false]:not(:checked)');

/** What each sentence asks for, of all those that name a control of the elements. */
const ASKS: Partial<Record<keyof Messages, Asked>> = {
  enterCode: code,
  checkCode: code,
  checkCard: (page) => code(page, esAr) && another(page, esAr),
  // Of a card that was pressed and is not chosen, or of the chosen one.
  cardUnusable: (page) => (page.has('.row:not(.chosen) .error') ? card : another)(page, esAr),
  tryAgainOrUseAnother: another,
  useAnother: another,
  callBank: another,
  activateCard: another,
  confirmWithBank: another,
  payAgain: another,
  tryCodeAgain: code,
  enterCodeToPay: code,
  tryCodeOrAnother: (page) => code(page, esAr) && another(page, esAr),
  retypeCode: code,
  chooseOtherInstallments: (page) => page.has('select#installments') || page.has('#installments-retry'),
  installmentsFailed: (page) => page.has('#installments-retry'),
  addCardAgain: newCard,
  listUnavailable: (page, { retry }) => newCard(page, esAr) && page.button(retry),
  chooseCard: card,
  alreadyPaidHere: (page, { anotherPayment }) => page.button(anotherPayment),
  fieldElsewhere: (page, { useHere }) => page.button(useHere),
  retryWithoutCode: (page, { startAgain }) => page.button(startAgain),
  checkNumber: (page) => page.has('[data-field=cardNumber]'),
  checkExpiration: (page) => page.has('[data-field=expirationDate]'),
  checkDetails: (page) => page.has('#cardholderName'),
  saveFirst: (page, { saveCard }) => page.button(saveCard),
  chooseIssuer: (page) => page.has('#issuerId'),
  newCardUnrecognized: (page) => page.has('#issuerId'),
  newCardRefused: (page) => page.has('[data-field=cardNumber]'),
};

/** Sentences that name a control of the elements, in any language; below, those that name the code and ask for nothing. */
const NAMES_A_CONTROL: Readonly<Record<string, RegExp>> = {
  es: /código|dígitos|cantidad|elige|elegí|quita |quitá |agrega |agregá |reintent|banco de tu|botón|otra tarjeta|con otra/i,
  pt: /código|dígitos|outro número|escolha|selecione|remova |adicione |banco do seu|botão|outro cartão|com outro/i,
  en: /code|digits|another number|choose|select |\. remove|add this|card’s bank|button|another card|use another\.|another one/i,
};
const NO_DEMAND: readonly (keyof Messages)[] = ['trust', 'bankSteps', 'wrongIdentification'];

/** A sentence with every value that it can have. */
function sentencesOf(messages: Messages, key: keyof Messages): string[] {
  const sentence = messages[key] as string | ((length: number, location: string) => string);
  if (typeof sentence === 'string') return [sentence];
  return [3, 4].flatMap((length) => ['front', 'back'].map((location) => sentence(length, location)));
}

/** The sentences on the page whose control is not there. */
function askedInVain(widget: SavedCards): string[] {
  const page = new Page(widget);
  const { text } = page;
  return (Object.entries(ASKS) as [keyof Messages, Asked][])
    .filter(([key, isThere]) => sentencesOf(esAr, key).some((each) => text.includes(each)) && !isThere(page, esAr))
    .map(([key]) => key);
}

interface Situation {
  readonly cards: readonly unknown[];
  readonly amount?: string;
  readonly form?: boolean;
  readonly noPreselect?: boolean;
  /** Chooses "use another card". */
  readonly other?: boolean;
}

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'no card': { cards: [] },
  'no card and a form': { cards: [], form: true },
  'one card': { cards: [visa] },
  'one card and installments': { cards: [visa], amount: '100' },
  'one card and a closed form': { cards: [visa], form: true },
  'an open form': { cards: [visa, mastercard], form: true, other: true },
  'an open form with installments asked for': { cards: [visa], form: true, other: true, amount: '100' },
  'a card without a code': { cards: [withoutCode] },
  'a card without a code, and a form': { cards: [withoutCode, visa], form: true },
  'a card whose code is optional': { cards: [optionalCode] },
  'an expired card': { cards: [expired] },
  'an expired card, a form, and no choice yet': { cards: [expired], form: true, noPreselect: true },
  'no choice yet': { cards: [visa, mastercard], noPreselect: true },
};

const element = ({ cards, amount, form, noPreselect }: Situation): TemplateResult => html`
  <mp-saved-cards
    locale="es-AR"
    public-key=${nextKey()}
    required
    .amount=${amount ?? ''}
    .noPreselect=${noPreselect ?? false}
    .cards=${cards}
  >
    ${form ? html`<mp-add-card slot="add-card"></mp-add-card>` : nothing}
  </mp-saved-cards>
`;

let failNextToken: (code: MpErrorCode) => void;

async function show(situation: Situation): Promise<SavedCards> {
  const before = () => (failNextToken = failOnDemand());
  const options = { standIn: { answers: { getInstallments: offersFor } }, before };
  const widget = await mount(element(situation), options);
  await widget.events.times('cards-ready');
  if (situation.other) await widget.choose(situation.cards.length);
  await widget.settled();
  return widget;
}

describe('no sentence asks for a control that is not there', () => {
  for (const [name, situation] of Object.entries(SITUATIONS)) {
    it(`after any refusal, with ${name}`, async () => {
      const widget = await show(situation);
      const cards = situation.cards as readonly { id: string }[];
      const inVain: string[] = [];
      const look = (value: string) => inVain.push(...askedInVain(widget).map((key) => `${value}: ${key}`));
      for (const [index, value] of REFUSALS.entries()) {
        widget.element.cards = cards.map((card) => ({ ...card, id: `${card.id}${index}` })); // none is refused yet
        await widget.settled();
        widget.element.paymentRejected(value);
        await widget.settled();
        if (cards.length > 0) expect(widget.part('notice'), value).not.to.equal(null);
        look(value);
        if (situation.other) continue;
        for (const radio of widget.radios) radio.click(); // of expired cards too
        await widget.settled();
        look(`${value} and a press`);
      }
      expect(inVain).to.deep.equal([]);
    });
  }

  for (const name of [
    'one card',
    'one card and a closed form',
    'a card without a code',
    'a card whose code is optional',
  ]) {
    it(`after any fault of a token, with ${name}`, async () => {
      const widget = await show(SITUATIONS[name]!);
      await widget.ready();
      const found: string[] = [];
      for (const code of TOKEN_FAULTS) {
        if (widget.root.querySelector('.code')) await widget.type(CODE);
        failNextToken(code);
        expect((await widget.tokenError()).code).to.equal(code);
        await widget.settled();
        found.push(...askedInVain(widget).map((key) => `${code}: ${key}`));
        if (!widget.notice && !widget.codeError) found.push(`${code}: silence`);
      }
      expect(found).to.deep.equal([]);
    });
  }

  const answers: [name: string, answer: (shop: ScriptedMerchant) => ScriptedMerchant][] = [
    ['500', (shop) => shop.status(500)],
    ['HTML', (shop) => shop.html()],
    ['401', (shop) => shop.status(401)],
    ['no answer', (shop) => shop.offline()],
  ];
  for (const [mode, form] of [
    ['pay', false],
    ['pay', true],
    ['manage', false],
  ] as const) {
    it(`when the cards do not come, in mode "${mode}" ${form ? 'with' : 'without'} a form`, async () => {
      const found: string[] = [];
      for (const [name, answer] of answers) {
        const widget = await mount(html`
          <mp-saved-cards
            locale="es-AR"
            mode=${mode}
            public-key=${nextKey()}
            endpoint="/cards"
            .fetch=${answer(new ScriptedMerchant()).fetch}
          >
            ${form ? html`<mp-add-card slot="add-card"></mp-add-card>` : nothing}
          </mp-saved-cards>
        `);
        await widget.events.times('card-error');
        await widget.settled();
        const paying = [esAr.unavailable, esAr.listUnavailable, esAr.noUsableCard];
        if (mode === 'manage' && paying.includes(widget.notice)) found.push(`${name}: ${widget.notice}`);
        found.push(...askedInVain(widget).map((key) => `${name}: ${key}`));
        widget.element.remove();
      }
      expect(found).to.deep.equal([]);
    });
  }

  for (const [mode, name, answer] of (['pay', 'manage'] as const).flatMap((mode) =>
    answers.map(([name, answer]) => [mode, name, answer] as const),
  )) {
    it(`when the shop answers to a removal with ${name}, in mode "${mode}"`, async () => {
      const { widget, remove, lookAway, pass } = await manage([visa, mastercard], answer(new ScriptedMerchant()), {
        mode,
        removable: true,
      });
      await remove(NAMES.mastercard);
      expect(askedInVain(widget)).to.deep.equal([]);
      await lookAway();
      await pass(UNDO_TIME.mouse);
      await widget.events.times('card-error');
      await pass(0);
      expect(widget.notice).not.to.equal('');
      expect(askedInVain(widget)).to.deep.equal([]);
    });
  }

  it('while another list of the page has the field for the code', async () => {
    const key = nextKey();
    const first = await mount(html`
      <div>
        <mp-saved-cards locale="es-AR" public-key=${key} .cards=${[visa]}></mp-saved-cards>
        <mp-saved-cards locale="es-AR" public-key=${key} .cards=${[mastercard]}></mp-saved-cards>
      </div>
    `);
    await first.ready();
    const second = first.beside('mp-saved-cards:last-child');
    const found: string[] = [];
    for (const value of ['cc_rejected_bad_filled_security_code', '3013', 'cc_rejected_call_for_authorize']) {
      first.element.paymentRejected(value); // brings the field back
      await first.settled();
      await second.expectTokenError('code-incomplete');
      await first.settled();
      const isAway = first.text('button') === esAr.useHere;
      found.push(...askedInVain(first).map((key) => `${value}: ${key}`), ...(isAway ? [] : [`${value}: not away`]));
    }
    expect(found).to.deep.equal([]);
  });

  it('once it is paid', async () => {
    const widget = await show(SITUATIONS['one card']!);
    widget.element.paymentResult({ status: 'approved' });
    await widget.tokenError();
    await widget.settled();
    expect(widget.liveRegion).to.include(esAr.alreadyPaidHere);
    expect(askedInVain(widget)).to.deep.equal([]);
  });

  it('and every sentence that names one is looked for, in every language', () => {
    for (const [language, messages] of Object.entries(languages)) {
      const named = Object.keys(messages).filter((key) =>
        sentencesOf(messages, key as keyof Messages).some(
          (each) => each.endsWith('.') && NAMES_A_CONTROL[language.slice(0, 2)]!.test(each),
        ),
      );
      expect(named.filter((key) => !(key in ASKS) && !NO_DEMAND.includes(key as keyof Messages))).to.deep.equal([]);
    }
  });
});
