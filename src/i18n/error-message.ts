import type { MpErrorCode } from '../errors.js';
import type { Messages } from './messages.js';

/** The sentence of each fault. Faults that ask the same of the shopper share one; an abort is never shown. */
const SENTENCE = {
  configuration: 'unavailable',
  'sdk-blocked': 'mercadoPagoFailed',
  'sdk-timeout': 'mercadoPagoFailed',
  'sdk-broken': 'mercadoPagoFailed',
  'field-timeout': 'mercadoPagoFailed',
  'field-lost': 'codeLost',
  'code-incomplete': 'enterCode',
  'code-invalid': 'checkCode',
  'token-refused': 'checkCodeOrCard',
  'token-network': 'notCharged',
  'token-timeout': 'notCharged',
  'card-unknown': 'cardUnknown',
  'card-expired': 'cardExpired',
  'card-duplicate': 'cardDuplicate',
  'card-limit': 'cardLimit',
  'endpoint-status': 'shopFailed',
  'endpoint-network': 'checkConnection',
  'endpoint-timeout': 'checkConnection',
  'signed-out': 'signInAgain',
  protocol: 'shopFailed',
} as const satisfies Record<Exclude<MpErrorCode, 'aborted'>, keyof Messages>;

/** What the shopper reads for a fault. `codeLength` is that of the chosen card's security code. */
export function errorMessage(messages: Messages, code: keyof typeof SENTENCE, codeLength: number): string {
  const sentence = messages[SENTENCE[code]];
  return typeof sentence === 'function' ? sentence(codeLength) : sentence;
}
