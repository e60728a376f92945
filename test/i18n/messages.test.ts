import { expect } from '@open-wc/testing';
import type { Messages } from '../../src/i18n/messages.js';
import { es } from '../support/messages.js';
import { SAMPLES, languages, sentences } from './all-messages.js';

const keys = Object.keys(es).sort();

/** Labels, buttons, headlines and parts of a line: no full stop. */
const LABELS = new Set(
  (
    'heading retry expires expiresSoon expiresThisMonth expired defaultCard unusable endingIn useAnotherCard newCard showAll anotherCard anotherCardOrMethod anotherMethod ' +
    'makeDefault makeDefaultNamed remove removeNamed removed undo securityCode codeHint codeOptional useHere ' +
    'installments oneInstallment interestFree addCard saveCard cancel cardNumber expirationDate ' +
    'expirationPlaceholder cardholderName identificationType identificationNumber issuer chooseOption saveCardBox range ' +
    'paid paymentPending paymentChallenge paymentEnded paymentUnknown refusedPlain cardDataUnclear anotherPayment ' +
    'startAgain codeRejected dataRejected codeNeeded insufficientFunds cardNotAccepted tooManyAttempts declined ' +
    'cardDataRejected bankRefused cardDisabled bankUnconfirmed installmentsRejected alreadyPaid notProcessed ' +
    'bankPage openBankPage closeBankPage continueWithBank confirmationMissing checkPayment'
  ).split(' '),
);

/** Sentences that say where on the card the code is. */
const CODE_MESSAGES = ['codeHint', 'tryCodeAgain', 'enterCodeToPay', 'retypeCode'] as const;

const word = (alternatives: string) => new RegExp(`(?<!\\p{L})(${alternatives})(?!\\p{L})`, 'iu');

/** Imperatives and verbs of "vos" end in a stressed vowel; fijate has lost its own. */
const VOS = word('\\p{L}+[áéí]|fijate|escribilo|sos|tenés|podés');
/** In the words of every region: not imperatives. */
const STRESSED = word('está|guardará|aquí');
const TU = word(
  'elige|ingresa|revisa|inicia|usa|quita|prueba|intenta|inténtalo|tienes|puedes|escribe|escríbelo|llama|agrega|' +
    'primero guarda|sigue los|espera|fíjate|eres|vuelve|reintenta|paga|ábrela',
);
const withoutStressed = (sentence: string) => sentence.replace(STRESSED, '').replace(STRESSED, '');

for (const [language, messages] of Object.entries(languages)) {
  describe(`words in ${language}`, () => {
    const said = sentences(messages);

    it('are there for every key and no other', () => expect(Object.keys(messages).sort()).to.deep.equal(keys));

    it('are never empty and have no loose spaces', () => {
      for (const [key, sentence] of said) expect(sentence, key).to.match(/^\S+( \S+)*$/);
    });

    it('are never technical', () => {
      for (const [key, sentence] of said) {
        expect(sentence, key).to.not.match(/error|token|sdk|api|http|cvv|undefined|null|NaN|[{}<>$]/i);
      }
    });

    it('contain the values they are given', () => {
      for (const [key, values] of Object.entries(SAMPLES)) {
        const printed = values.filter((value) => value !== 'front' && typeof value !== 'boolean');
        for (const value of printed) expect(said.get(key), key).to.include(String(value));
      }
    });

    it('end with a full stop where they are sentences, and only there', () => {
      for (const [key, sentence] of said) expect(/[.…]$/.test(sentence), key).to.equal(!LABELS.has(key));
    });

    it('are short', () => {
      for (const [key, sentence] of said) expect(sentence.length, key).to.be.at.most(LABELS.has(key) ? 55 : 105);
    });

    it('begin each button’s spoken name with its label', () => {
      expect(messages.removeNamed('Visa')).to.include(messages.remove);
      expect(messages.makeDefaultNamed('Visa')).to.include(messages.makeDefault);
    });

    it('mention the button by its words', () => {
      expect(messages.alreadyPaidHere).to.include(`“${messages.anotherPayment}”`);
    });

    it('say of what another number is to be chosen', () => {
      const { installments, chooseOtherInstallments } = messages;
      expect(chooseOtherInstallments.toLowerCase()).to.include(installments.toLowerCase());
    });

    it('distinguish the front of the card from its back', () => {
      for (const key of CODE_MESSAGES) {
        expect(messages[key](3, 'front'), key).to.not.equal(messages[key](3, 'back'));
      }
    });

    it('distinguish a document with letters from one without, and do without its name', () => {
      const letters = messages.wrongIdentification('RUT', '9', true);
      expect(letters).to.not.equal(messages.wrongIdentification('RUT', '9', false));
      expect(messages.wrongIdentification('', '9', false)).to.match(/^\S+( \S+)*\.$/);
    });
  });
}

describe('words of different languages', () => {
  const said = (language: string) => [...sentences(languages[language]!).values()];
  const spanish = sentences(es);
  /** The same in Spanish and Portuguese, or everywhere. */
  const shared = new Set([
    ...['codeOptional', 'expirationPlaceholder', 'cancel', 'issuer', 'identificationType', 'range', 'defaultCard'],
    ...['makeDefault', 'makeDefaultNamed'],
  ]);

  const differing = (language: string) =>
    [...sentences(languages[language]!)].filter(([key, sentence]) => sentence !== spanish.get(key)).map(([key]) => key);

  for (const language of ['pt', 'en']) {
    it(`are all translated in ${language}`, () => {
      for (const [key, sentence] of sentences(languages[language]!)) {
        if (!shared.has(key)) expect(sentence, key).to.not.equal(spanish.get(key));
      }
      expect(said(language).filter((sentence) => word('tarjetas?|cuotas?|tu|inténtalo').test(sentence))).to.deep.equal(
        [],
      );
    });
  }

  it('say "vos" in es-AR and never "tú"', () => {
    expect(said('es-AR').filter((sentence) => TU.test(sentence))).to.deep.equal([]);
    expect(said('es-AR').filter((sentence) => VOS.test(sentence))).to.have.length.above(30);
  });

  for (const language of ['es', 'es-MX']) {
    it(`say "tú" in ${language} and never "vos"`, () => {
      expect(said(language).filter((sentence) => VOS.test(withoutStressed(sentence)))).to.deep.equal([]);
      expect(said(language).filter((sentence) => TU.test(sentence))).to.have.length.above(30);
    });
  }

  it('differ between es-AR and neutral Spanish where they say what to do, and in what things are called', () => {
    const imperatives = [...spanish].filter(([, sentence]) => TU.test(sentence)).map(([key]) => key);
    const called: (keyof Messages)[] = ['cardholderName', 'emptyManage', 'useHere'];
    expect(differing('es-AR').sort()).to.deep.equal([...imperatives, ...called].sort());
  });

  it('have "mensualidades" in es-MX and nowhere else', () => {
    expect(said('es-MX').filter((sentence) => /cuota/i.test(sentence))).to.deep.equal([]);
    for (const language of ['es', 'es-AR']) {
      expect(said(language).filter((sentence) => /mensualidad|exhibición/i.test(sentence))).to.deep.equal([]);
    }
    expect(differing('es-MX')).to.have.members([
      'installments',
      'oneInstallment',
      'interestFree',
      'endingIn',
      'installmentsFailed',
      'installmentsRejected',
      'chooseOtherInstallments',
    ]);
    expect(languages['es-MX']!.interestFree).to.equal('a meses sin intereses');
  });

  it('look at the "dorso" in es-AR and at the "reverso" elsewhere', () => {
    const backs = (language: string) => CODE_MESSAGES.map((key) => languages[language]![key](3, 'back'));
    for (const sentence of backs('es-AR')) expect(sentence).to.match(word('dorso'));
    for (const sentence of backs('es')) expect(sentence).to.match(word('reverso'));
  });

  it('write ranges as they are spoken', () => {
    const ranges: [language: string, from: number, to: number, written: string][] = [
      ['es', 7, 8, '7 u 8'],
      ['es', 10, 11, '10 u 11'],
      ['es', 8, 9, '8 o 9'],
      ['es-AR', 7, 8, '7 u 8'],
      ['es', 5, 20, 'entre 5 y 20'],
      ['pt', 7, 8, '7 ou 8'],
      ['pt', 5, 20, 'entre 5 e 20'],
      ['en', 7, 8, '7 or 8'],
      ['en', 5, 20, '5 to 20'],
    ];
    for (const [language, from, to, written] of ranges) {
      expect(languages[language]!.range(from, to), `${language} ${from}`).to.equal(written);
    }
  });
});
