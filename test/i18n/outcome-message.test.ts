import { expect } from '@open-wc/testing';
import { paymentOutcome, rejectedOutcome, type Outcome, type Remedy } from '../../src/card/outcome.js';
import type { SecurityCodeRule } from '../../src/card/saved-card.js';
import { listLanguages } from '../../src/i18n/list/languages.js';
import { matchLocale } from '../../src/i18n/locale.js';
import { finished, inDoubt, outcomeMessage } from '../../src/i18n/outcome-message.js';
import { GUIDED_CODES, INVALID_REQUESTS, REFUSED_DETAILS } from '../card/declines.js';
import { ORDER_DETAILS, PAYMENT_DETAILS, STATUSES } from '../card/status-details.js';
import { esAr } from '../support/messages.js';
import { NOT_CHARGED, languages } from './all-messages.js';

const onBack: SecurityCodeRule = { length: 3, location: 'back', mode: 'mandatory' };
const onFront: SecurityCodeRule = { length: 4, location: 'front', mode: 'mandatory' };
const noCode: SecurityCodeRule = { length: 0, location: 'back', mode: 'none' };

const outcomeOf = (value: unknown) => paymentOutcome(value) as Outcome;

/** One outcome of each reason and field. */
const OUTCOMES = new Map<string, Outcome>(
  [...Object.keys({ ...PAYMENT_DETAILS, ...ORDER_DETAILS, ...STATUSES, ...GUIDED_CODES }), '3000', 'unheard of']
    .map(outcomeOf)
    .map((outcome) => [[outcome.reason, outcome.field ?? ''].join(' ').trim(), outcome]),
);

const CASES: [what: string, rule: SecurityCodeRule, isNewCard: boolean][] = [
  ['a saved card', onBack, false],
  ['a saved card with its code in front', onFront, false],
  ['a saved card without a code', noCode, false],
  ['a new card', onBack, true],
  ['a new card with its code in front', onFront, true],
  ['a new card without a code', noCode, true],
];

/** How a refusal with a reason begins: with the money. */
const MONEY: Record<string, RegExp> = {
  es: /^(No te cobramos (nada|de nuevo)|Este intento no se cobró)\. /,
  pt: /^(Nada foi cobrado( de novo)?|Esta tentativa não foi cobrada)\. /,
  en: /^(You haven’t been charged( again)?|This attempt wasn’t charged)\. /,
};

/** What a refusal with a reason goes on with for a saved card, by what helps. */
const STEP: Record<string, Record<Remedy, RegExp>> = {
  es: {
    code: /3 dígitos|código/,
    card: /otra tarjeta/,
    bank: /tu banco.* de nuevo, o us[aá] otra tarjeta/,
    installments: /otra cantidad de cuotas|otro número de mensualidades/,
    retry: /(Inténtalo|Probá) de nuevo.* o us[aá] otra tarjeta/,
    look: /compra/,
    none: /^$/,
  },
  pt: {
    code: /3 dígitos|código/,
    card: /outro cartão/,
    bank: /seu banco.* tente novamente, ou use outro cartão/,
    installments: /outro número de parcelas/,
    retry: /Tente novamente.* ou use outro cartão/,
    look: /compra/,
    none: /^$/,
  },
  en: {
    code: /3 digits|code/,
    card: /another card/,
    bank: /your bank.* try again, or use another card/,
    installments: /another number of installments/,
    retry: /Try again.* or use another card/,
    look: /order/,
    none: /^$/,
  },
};

/** Asks for the code. */
const CODE = /código|dígitos|code|digits/i;
/** Asks to add the same card again, which only makes sense for a saved one. */
const ADD_AGAIN = /de nuevo\.$|novamente\.$|add this one again/;

it('outcomeMessage is tried with every reason', () => {
  expect(new Set([...OUTCOMES.values()].map(({ reason }) => reason))).to.have.property('size', 22);
});

for (const [language, messages] of Object.entries(languages)) {
  describe(`outcomeMessage in ${language}`, () => {
    for (const [name, outcome] of OUTCOMES) {
      for (const [what, rule, isNewCard] of CASES) {
        it(`has words for ${name} and ${what}`, () => {
          const lacks = { code: !rule.length && (isNewCard || !outcome.needsCode) };
          const { title, text: sentence } = outcomeMessage(messages, outcome, rule, isNewCard, lacks);
          const text = finished(messages, sentence);
          if (outcome.kind === 'returned') return expect([title, text]).to.deep.equal(['', '']);
          expect(title).to.match(/^\S+( \S+)+[^.]$/);
          expect(text).to.match(/^\S+( \S+)+\.$/);
          expect(text.length).to.be.at.most(110);
          const isKnownRefusal = outcome.kind === 'refused' && outcome.reason !== 'refusedPlain';
          expect(NOT_CHARGED[language]!.test(`${title} ${text}`)).to.equal(isKnownRefusal);
          if (isKnownRefusal) expect(text).to.match(MONEY[language.slice(0, 2)]!);
          if (lacks.code) expect(text).to.not.match(CODE);
          if (isNewCard && outcome.reason === 'cardDataRejected') expect(text).to.not.match(ADD_AGAIN);
          return undefined;
        });
      }
    }

    it('says what happened, what was charged and the next step after a refusal', () => {
      for (const value of [...REFUSED_DETAILS, ...Object.keys(GUIDED_CODES), ...INVALID_REQUESTS]) {
        const outcome = outcomeOf(value);
        const { text } = outcomeMessage(messages, outcome, onBack);
        expect(text, value).to.match(STEP[language.slice(0, 2)]![outcome.remedy]);
      }
    });

    it('says of this attempt alone that it was not charged, where an earlier one may have been', () => {
      const table = matchLocale([language], listLanguages).messages;
      for (const value of [...REFUSED_DETAILS, ...Object.keys(GUIDED_CODES)]) {
        const words = outcomeMessage(table, outcomeOf(value), onBack);
        const text = finished(table, inDoubt(words.text));
        expect(text, value).to.not.contain(messages.nothingCharged);
        const says = NOT_CHARGED[language]!;
        if (says.test(finished(table, words.text))) expect(text, value).to.match(says);
      }
      expect(finished(table, inDoubt(table.notCharged))).to.not.contain(messages.nothingCharged);
      expect(messages.attemptNotCharged).to.match(NOT_CHARGED[language]!);
    });

    it('asks to look for the earlier attempt after every sentence about this attempt alone', () => {
      const table = matchLocale([language], listLanguages).messages;
      for (const value of [...REFUSED_DETAILS, ...Object.keys(GUIDED_CODES)]) {
        const text = finished(table, inDoubt(outcomeMessage(table, outcomeOf(value), onBack).text));
        const isOfThisAttempt = text.includes(messages.attemptNotCharged);
        expect(text.endsWith(` ${messages.lookBeforePaying}`), value).to.equal(isOfThisAttempt);
      }
    });

    it('names what can be corrected of a new card', () => {
      const wordsOf = (value: string) =>
        finished(messages, outcomeMessage(messages, outcomeOf(value), onBack, true).text);
      const { nothingCharged, checkNumber, checkExpiration, checkDetails } = messages;
      expect(wordsOf('cc_rejected_bad_filled_card_number')).to.equal(`${nothingCharged} ${checkNumber}`);
      expect(wordsOf('cc_rejected_bad_filled_date')).to.equal(`${nothingCharged} ${checkExpiration}`);
      expect(wordsOf('bad_filled_card_data')).to.equal(`${nothingCharged} ${checkDetails}`);
      expect(wordsOf('cc_rejected_bad_filled_other')).to.equal(`${nothingCharged} ${checkDetails}`);
      expect(wordsOf('cc_rejected_bad_filled_security_code')).to.equal(messages.tryCodeAgain(3, 'back'));
    });
  });
}

const table: [value: string, title: string, text: string][] = [
  [
    'cc_rejected_bad_filled_security_code',
    'El código no coincide con la tarjeta',
    'No te cobramos nada. Revisá los 3 dígitos del dorso y probá de nuevo.',
  ],
  ['3031', 'Falta el código de seguridad', 'No te cobramos nada. Ingresá los 3 dígitos del dorso para pagar.'],
  [
    'cc_rejected_insufficient_amount',
    'La tarjeta no tiene saldo o límite suficiente',
    'No te cobramos nada. Usá otra tarjeta u otro medio de pago.',
  ],
  [
    'cc_rejected_bad_filled_date',
    'Los datos de esta tarjeta no son correctos',
    'No te cobramos nada. Usá otra tarjeta o agregá esta de nuevo.',
  ],
  [
    'cc_rejected_call_for_authorize',
    'Tu banco no autorizó el pago',
    'No te cobramos nada. Llamá a tu banco para autorizar el pago y probá de nuevo, o usá otra tarjeta.',
  ],
  [
    'cc_rejected_card_disabled',
    'Esta tarjeta no está activa',
    'No te cobramos nada. Llamá a tu banco para activarla y probá de nuevo, o usá otra tarjeta.',
  ],
  [
    'bad_filled_card_data',
    'Algún dato de la tarjeta no es correcto',
    'No te cobramos nada. Puede ser el código: escribilo otra vez o usá otra tarjeta.',
  ],
  [
    'cc_rejected_duplicated_payment',
    'Parece que este pago ya se hizo',
    'No te cobramos de nuevo. Fijate si tu compra ya está hecha antes de pagar otra vez.',
  ],
  ['approved', 'Tu pago fue aprobado', 'No hace falta que pagues otra vez.'],
  ['in_process', 'Tu pago está pendiente', 'Esperá la confirmación antes de pagar otra vez.'],
  ['expired', 'El pago no se completó', 'Probá de nuevo o usá otra tarjeta.'],
  [
    'invalid_card_token',
    'No sabemos si el pago se hizo',
    'Fijate en tu correo o en tus compras antes de pagar otra vez.',
  ],
];

describe('outcomeMessage', () => {
  for (const [value, title, text] of table) {
    it(`says in es-AR what a shopper can do about ${value}`, () => {
      expect(outcomeMessage(esAr, outcomeOf(value), onBack)).to.deep.include({ title, text });
    });
  }

  it('says nothing about the money after a refusal without a reason', () => {
    const outcome = rejectedOutcome('Card declined') as Outcome;
    expect(outcomeMessage(esAr, outcome, onBack)).to.deep.equal({
      title: 'No se pudo hacer el pago',
      text: 'Probá de nuevo o usá otra tarjeta.',
    });
  });

  it('points to where this card has its code', () => {
    const outcome = outcomeOf('cc_rejected_bad_filled_security_code');
    expect(outcomeMessage(esAr, outcome, onFront).text).to.include('los 4 dígitos del frente');
  });

  it('asks a saved card without a code for one when Mercado Pago does', () => {
    expect(outcomeMessage(esAr, outcomeOf('3031'), noCode).text).to.include('los 3 dígitos del dorso');
  });
});
