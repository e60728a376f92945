import { expect } from '@open-wc/testing';
import { declineGuidance, type Mend } from '../../src/card/decline.js';
import type { SecurityCodeRule } from '../../src/card/saved-card.js';
import { declineMessage } from '../../src/i18n/decline-message.js';
import { esAr } from '../../src/i18n/es-ar.js';
import { REFUSED_CODES, REFUSED_DETAILS } from '../card/refusals.js';
import { languages } from './all-messages.js';

const onBack: SecurityCodeRule = { length: 3, location: 'back', mode: 'mandatory' };
const onFront: SecurityCodeRule = { length: 4, location: 'front', mode: 'mandatory' };
const noCode: SecurityCodeRule = { length: 0, location: 'back', mode: 'none' };

const wordsOf = (value: string, rule = onBack, messages = esAr) => {
  const guidance = declineGuidance(value);
  if (!guidance) throw new Error(`No guidance for ${value}.`);
  return { ...guidance, ...declineMessage(messages, guidance, rule) };
};

/** How a text begins: with the money. */
const MONEY: Record<string, RegExp> = {
  es: /^(No te cobramos (nada|de nuevo)|Este intento no se cobró)\. /,
  pt: /^(Nada foi cobrado|Não cobramos de novo|Esta tentativa não foi cobrada)\. /,
  en: /^(You haven’t been charged( again)?|This attempt wasn’t charged)\. /,
};

/** What a text goes on with, by what mends the payment. */
const STEP: Record<string, Record<Mend, RegExp>> = {
  es: {
    code: /3 números|código/,
    card: /otra tarjeta/,
    bank: /tu banco.* o us[aá] otra tarjeta/,
    installments: /cantidad/,
    retry: /(Inténtalo|Probá) de nuevo.* o us[aá] otra tarjeta/,
    none: /compra/,
  },
  pt: {
    code: /3 números|código/,
    card: /outro cartão/,
    bank: /seu banco.* ou use outro cartão/,
    installments: /outro número/,
    retry: /Tente novamente.* ou use outro cartão/,
    none: /compra/,
  },
  en: {
    code: /3 digits|code/,
    card: /another card/,
    bank: /your bank.* or use another card/,
    installments: /another number/,
    retry: /Try again.* or use another card/,
    none: /order/,
  },
};

for (const [language, messages] of Object.entries(languages)) {
  describe(`declineMessage in ${language}`, () => {
    const tellsAll = (value: string) => {
      const { title, text, mend } = wordsOf(value, onBack, messages);
      expect(title, value).to.match(/^\S+( \S+)+[^.]$/);
      expect(text, value).to.match(MONEY[language.slice(0, 2)]!);
      expect(text, value).to.match(STEP[language.slice(0, 2)]![mend]);
    };

    for (const value of REFUSED_DETAILS) {
      it(`tells what happened, the money and the next step after ${value}`, () => tellsAll(value));
    }

    it('tells the same after the code of an error', () => REFUSED_CODES.forEach(tellsAll));
  });
}

const table: [value: string, title: string, text: string][] = [
  [
    'cc_rejected_bad_filled_security_code',
    'El código no coincide con la tarjeta',
    'No te cobramos nada. Fijate los 3 números del dorso y probá de nuevo.',
  ],
  [
    'cc_rejected_bad_filled_other',
    'Algún dato no coincide con la tarjeta',
    'No te cobramos nada. Fijate los 3 números del dorso y probá de nuevo.',
  ],
  ['3031', 'Falta el código de seguridad', 'No te cobramos nada. Ingresá los 3 números del dorso para pagar.'],
  ['3003', 'El pago no se completó', 'Este intento no se cobró. Ingresá otra vez el código de seguridad.'],
  [
    'cc_rejected_insufficient_amount',
    'La tarjeta no tiene fondos suficientes',
    'No te cobramos nada. Usá otra tarjeta u otro medio de pago.',
  ],
  [
    'cc_rejected_bad_filled_date',
    'Los datos de esta tarjeta no coinciden',
    'No te cobramos nada. Usá otra tarjeta o agregá esta de nuevo.',
  ],
  [
    'cc_rejected_call_for_authorize',
    'Tu banco no autorizó el pago',
    'No te cobramos nada. Llamá a tu banco para autorizarlo y probá de nuevo, o usá otra tarjeta.',
  ],
  [
    'cc_rejected_card_disabled',
    'Esta tarjeta no está activa',
    'No te cobramos nada. Llamá a tu banco para activarla o usá otra tarjeta.',
  ],
  [
    'cc_rejected_invalid_installments',
    'La tarjeta no acepta esa cantidad de cuotas',
    'No te cobramos nada. Elegí otra cantidad y probá de nuevo.',
  ],
  [
    'cc_rejected_duplicated_payment',
    'Parece que este pago ya se hizo',
    'No te cobramos de nuevo. Fijate si tu compra ya está hecha antes de pagar otra vez.',
  ],
];

describe('declineMessage', () => {
  for (const [value, title, text] of table) {
    it(`says in es-AR what a shopper can do about ${value}`, () => expect(wordsOf(value)).to.include({ title, text }));
  }

  it('points to where this card has its code', () => {
    expect(wordsOf('cc_rejected_bad_filled_security_code', onFront).text).to.include('los 4 números del frente');
  });

  it('asks a card without a code for no code', () => {
    expect(wordsOf('2062', noCode).text).to.equal(esAr.payAgain);
    expect(wordsOf('cc_rejected_bad_filled_other', noCode).text).to.equal(esAr.payAgain);
  });

  it('asks a card without a code for one when Mercado Pago does', () => {
    expect(wordsOf('3031', noCode).text).to.include('los 3 números del dorso');
  });
});
