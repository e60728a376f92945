import { expect } from '@open-wc/testing';
import { MpError, type MpErrorCode } from '../../src/errors.js';
import { errorMessage, newCardErrorMessage, shopErrorMessage } from '../../src/i18n/error-message.js';
import type { Messages } from '../../src/i18n/messages.js';
import { es, esAr } from '../support/messages.js';
import { languages } from './all-messages.js';

/** The sentence of each fault: while paying, while managing the list, and while saving a new card. */
const expected: Record<MpErrorCode, [paying: keyof Messages, managing: keyof Messages, saving: keyof Messages]> = {
  configuration: ['unavailable', 'tryLater', 'tryLater'],
  'sdk-blocked': ['mercadoPagoFailed', 'mercadoPagoFailed', 'mercadoPagoFailed'],
  'sdk-timeout': ['mercadoPagoFailed', 'mercadoPagoFailed', 'mercadoPagoFailed'],
  'sdk-broken': ['mercadoPagoFailed', 'mercadoPagoFailed', 'mercadoPagoFailed'],
  'field-timeout': ['mercadoPagoFailed', 'mercadoPagoFailed', 'mercadoPagoFailed'],
  'field-lost': ['enterCode', 'enterCode', 'tryLater'],
  'code-incomplete': ['enterCode', 'enterCode', 'enterCode'],
  'code-invalid': ['checkCode', 'checkCode', 'checkCode'],
  'token-refused': ['checkCard', 'checkCard', 'newCardRefused'],
  'token-network': ['notCharged', 'notCharged', 'checkConnection'],
  'token-timeout': ['notCharged', 'notCharged', 'checkConnection'],
  'card-unknown': ['cardUnusable', 'cardUnusable', 'cardUnusable'],
  'card-expired': ['cardUnusable', 'cardUnusable', 'cardUnusable'],
  'endpoint-status': ['unavailable', 'tryLater', 'saveUnknown'],
  'endpoint-network': ['checkConnection', 'checkConnection', 'saveUnknown'],
  'endpoint-timeout': ['checkConnection', 'checkConnection', 'saveUnknown'],
  'signed-out': ['signInAgain', 'signInAgain', 'signInAgain'],
  protocol: ['unavailable', 'tryLater', 'saveUnknown'],
  'card-duplicate': ['cardDuplicate', 'cardDuplicate', 'cardDuplicate'],
  'card-limit': ['cardLimit', 'cardLimit', 'cardLimit'],
  aborted: ['unavailable', 'tryLater', 'tryLater'],
};

const causes: [causeCode: string, sentence: keyof Messages][] = [
  ['card-108', 'chooseIssuer'],
  ['card-120', 'checkIdentification'],
  ['111', 'checkIdentification'],
  ['112', 'checkIdentification'],
  ['123', 'newCardUnrecognized'],
  ['124', 'newCardUnrecognized'],
  ['127', 'newCardUnrecognized'],
  ['100', 'newCardRefused'],
  ['constructor', 'newCardRefused'],
  ['', 'newCardRefused'],
];

/** A form that has every field. */
const whole = () => true;

const sentenceOf = (key: keyof Messages) => (key === 'enterCode' ? es.enterCode(3) : es[key]);

describe('errorMessage', () => {
  for (const [code, [paying, managing, saving]] of Object.entries(expected) as [
    MpErrorCode,
    (typeof expected)[MpErrorCode],
  ][]) {
    it(`says ${code} as "${paying}", "${managing}" and "${saving}"`, () => {
      expect(errorMessage(es, code, 3)).to.equal(sentenceOf(paying));
      expect(shopErrorMessage(es, code, es.tryLater)).to.equal(sentenceOf(managing));
      expect(newCardErrorMessage(es, new MpError(code, ''), 3, true, whole)).to.equal(sentenceOf(saving));
    });

    it(`has a sentence for ${code} in every language`, () => {
      for (const messages of Object.values(languages)) expect(errorMessage(messages, code, 3)).to.match(/\.$/);
    });
  }

  it('asks for as many digits as the chosen card has', () => {
    expect(errorMessage(es, 'code-incomplete', 4)).to.equal('Ingresa los 4 dígitos del código de seguridad.');
    expect(newCardErrorMessage(es, new MpError('code-incomplete', ''), 4, true, whole)).to.equal(es.enterCode(4));
  });

  it('offers a new card where the list did not come', () => {
    expect(shopErrorMessage(es, 'endpoint-status', es.listUnavailable)).to.equal(es.listUnavailable);
    expect(shopErrorMessage(es, 'endpoint-network', es.listUnavailable)).to.equal(es.checkConnection);
  });

  it('speaks the language it is given', () => {
    expect(errorMessage(esAr, 'token-timeout', 3)).to.equal(
      'No te cobramos nada. Revisá tu conexión y probá de nuevo.',
    );
  });
});

describe('newCardErrorMessage', () => {
  for (const [causeCode, sentence] of causes) {
    it(`says of a refused save with the code "${causeCode}": "${sentence}"`, () => {
      const error = new MpError('endpoint-status', '', { causeCode, retryable: false });
      expect(newCardErrorMessage(es, error, 3, true, whole)).to.equal(es[sentence]);
    });
  }

  it('asks for no field that the form does not have', () => {
    for (const [causeCode, sentence] of causes) {
      const error = new MpError('endpoint-status', '', { causeCode, retryable: false });
      const text = newCardErrorMessage(es, error, 3, true, () => false);
      expect(text, causeCode).to.equal(/banco|documento/.test(String(es[sentence])) ? es.newCardRefused : es[sentence]);
    }
  });

  it('speaks of the money first while a new card is paid with', () => {
    expect(newCardErrorMessage(es, new MpError('token-network', ''), 3, false, whole)).to.equal(es.notCharged);
    expect(newCardErrorMessage(es, new MpError('configuration', ''), 3, false, whole)).to.equal(es.unavailable);
  });
});
