import { expect } from '@open-wc/testing';
import type { MpErrorCode } from '../../src/errors.js';
import { errorMessage } from '../../src/i18n/error-message.js';
import { es } from '../../src/i18n/es.js';
import { esAr } from '../../src/i18n/es-ar.js';
import type { Messages } from '../../src/i18n/messages.js';

const expected: Record<MpErrorCode, keyof Messages> = {
  configuration: 'unavailable',
  'sdk-blocked': 'mercadoPagoFailed',
  'sdk-timeout': 'mercadoPagoFailed',
  'sdk-broken': 'mercadoPagoFailed',
  'field-timeout': 'mercadoPagoFailed',
  'field-lost': 'enterCode',
  'code-incomplete': 'enterCode',
  'code-invalid': 'checkCode',
  'token-refused': 'checkCard',
  'token-network': 'notCharged',
  'token-timeout': 'notCharged',
  'card-unknown': 'cardUnusable',
  'card-expired': 'cardUnusable',
  'endpoint-status': 'unavailable',
  'endpoint-network': 'checkConnection',
  'endpoint-timeout': 'checkConnection',
  'signed-out': 'signInAgain',
  protocol: 'unavailable',
  'card-duplicate': 'unavailable',
  'card-limit': 'unavailable',
  aborted: 'unavailable',
};

describe('errorMessage', () => {
  for (const [code, key] of Object.entries(expected) as [MpErrorCode, keyof Messages][]) {
    it(`tells ${code} by "${key}"`, () => {
      const sentence = key === 'enterCode' ? es.enterCode(3) : es[key];
      expect(errorMessage(es, code, 3)).to.equal(sentence);
    });
  }

  it('asks for as many digits as the chosen card has', () => {
    expect(errorMessage(es, 'code-incomplete', 4)).to.equal('Ingresa los 4 números del código de seguridad.');
  });

  it('speaks the language it is given', () => {
    expect(errorMessage(esAr, 'token-timeout', 3)).to.equal(
      'No te cobramos nada. Revisá tu conexión y probá de nuevo.',
    );
  });
});
