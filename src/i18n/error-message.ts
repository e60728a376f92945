import { isEndpointFailure, type MpError, type MpErrorCode } from '../errors.js';
import type { FormMessages, SharedMessages } from './messages.js';

/** The sentence of each fault; faults that ask the same of the shopper share one. */
const SENTENCES = {
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
  'card-duplicate': 'cardDuplicate',
  'card-limit': 'cardLimit',
  'endpoint-status': 'unavailable',
  protocol: 'unavailable',
  configuration: 'unavailable',
  aborted: 'unavailable',
} as const satisfies Record<MpErrorCode, keyof SharedMessages>;

/** Sentences that ask for the security code. */
const OF_CODE: readonly (keyof SharedMessages)[] = ['enterCode', 'checkCode', 'checkCard'];

/** What the shopper reads for a fault, to be `finished`. `codeLength` is that of the chosen card's security code; `lacksCode`: it has no field. */
export function errorMessage(
  messages: SharedMessages,
  code: MpErrorCode,
  codeLength: number,
  lacksCode = false,
): string {
  const key = SENTENCES[code];
  const sentence = messages[lacksCode && OF_CODE.includes(key) ? 'tryAgainOrUseAnother' : key];
  return typeof sentence === 'function' ? sentence(codeLength) : sentence;
}

/** The same for what the shop was asked, with a sentence of its own for what the shopper cannot correct. */
export function shopErrorMessage(messages: SharedMessages, code: MpErrorCode, unavailable: string): string {
  return SENTENCES[code] === 'unavailable' ? unavailable : errorMessage(messages, code, 3);
}

/** Sentences of Mercado Pago's own codes for a card that was not saved. */
const REFUSED_SAVES = {
  'card-108': 'chooseIssuer',
  'card-120': 'checkIdentification',
  111: 'checkIdentification',
  112: 'checkIdentification',
  123: 'newCardUnrecognized',
  124: 'newCardUnrecognized',
  127: 'newCardUnrecognized',
} as const satisfies Record<string, keyof FormMessages>;

/** A sentence that asks for what is typed or chosen in fields which not every form has. */
export type RefusedSave = (typeof REFUSED_SAVES)[keyof typeof REFUSED_SAVES];

/**
 * The same for the form of a new card. `isSaving`: the card is saved, not paid with. An answer that does not say whether
 * it was saved is not a failure yet. `hasFields`: the form has all fields that the sentence asks for.
 */
export function newCardErrorMessage(
  messages: FormMessages,
  { code, causeCode, retryable }: Pick<MpError, 'code' | 'causeCode' | 'retryable'>,
  codeLength: number,
  isSaving: boolean,
  hasFields: (sentence: RefusedSave) => boolean,
): string {
  if (Object.hasOwn(REFUSED_SAVES, causeCode)) {
    const sentence = REFUSED_SAVES[causeCode as keyof typeof REFUSED_SAVES];
    return messages[hasFields(sentence) ? sentence : 'newCardRefused'];
  }
  if (code === 'token-refused' || (code === 'endpoint-status' && !retryable)) return messages.newCardRefused;
  if (isEndpointFailure(code)) return messages.saveUnknown;
  if (isSaving && SENTENCES[code] === 'notCharged') return messages.checkConnection;
  if (code === 'field-lost' || SENTENCES[code] === 'unavailable')
    return isSaving ? messages.tryLater : messages.unavailable;
  return errorMessage(messages, code, codeLength);
}
