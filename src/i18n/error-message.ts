import type { MpErrorCode } from '../errors.js';
import type { Messages } from './messages.js';

/** The sentence of each fault; faults that ask the same of the shopper share one. Those not here are the shop's own. */
const SENTENCES: Partial<Record<MpErrorCode, ErrorSentence>> = {
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
  'endpoint-network': 'checkConnection',
  'endpoint-timeout': 'checkConnection',
  'signed-out': 'signInAgain',
};

type ErrorSentence =
  | 'mercadoPagoFailed'
  | 'enterCode'
  | 'checkCode'
  | 'checkCard'
  | 'notCharged'
  | 'cardUnusable'
  | 'checkConnection'
  | 'signInAgain';

/** What the shopper reads for a fault. `codeLength` is that of the chosen card's security code. */
export function errorMessage(messages: Messages, code: MpErrorCode, codeLength: number): string {
  const sentence = messages[SENTENCES[code] ?? 'unavailable'];
  return typeof sentence === 'function' ? sentence(codeLength) : sentence;
}
