import type { z } from 'zod';
import { securityCodeRule } from '../cards/saved-cards.js';
import type { Account } from '../engine/account.js';
import { passesLuhn } from '../engine/luhn.js';
import type { Cardholder, CardTokenRecord } from '../engine/records.js';
import { tokenErrors } from '../http/catalogue.js';
import { methodOfBin } from '../sites/index.js';
import { isRetired } from '../sites/mlb.js';
import type { cardholder, rawCardBody, savedCardBody, updateBody } from './request.js';
import { addToken, requireFutureExpiry } from './tokens.js';

function storedCardholder(sent: z.output<typeof cardholder>): Cardholder {
  const { type = null, number = null } = sent.identification ?? {};
  return { name: sent.name, identification: { type, number } };
}

/** A code of another length than the card's is refused; codes are never compared with anything. */
function requireCodeLength(code: string | undefined, expected: number | undefined): void {
  if (code !== undefined && expected && code.length !== expected) throw tokenErrors.error(400, 'E203');
}

/** A token from what the shopper typed. An unknown BIN gives a token too: only saving or paying needs its method. */
export function tokenOfRawCard(
  account: Account,
  publicKey: string,
  body: z.output<typeof rawCardBody>,
): CardTokenRecord {
  const number = body.card_number;
  const method = methodOfBin(account.site, number);
  const wrongLength = method !== undefined && method.numberLength !== number.length;
  if (wrongLength || !passesLuhn(number)) throw tokenErrors.error(400, 'E301');
  requireFutureExpiry(account, body.expiration_month, body.expiration_year);
  requireCodeLength(body.security_code, method?.securityCode.length);
  if (account.site.id === 'MLB' && isRetired(number.slice(0, 6), number.slice(-4)))
    console.warn('Took the Mastercard test card of Brazil, which Mercado Pago does not know any more: its Visa works');
  return addToken(account, {
    publicKey,
    cardId: null,
    face: {
      firstSixDigits: number.slice(0, 6),
      lastFourDigits: number.slice(-4),
      numberLength: number.length,
      expirationMonth: body.expiration_month,
      expirationYear: body.expiration_year,
      cardholder: storedCardholder(body.cardholder),
    },
    securityCodeLength: body.security_code?.length ?? 0,
  });
}

/** A token from a saved card of this account; any other id is `E201`. An expired card gives one too: paying fails. */
export function tokenOfSavedCard(
  account: Account,
  publicKey: string,
  body: z.output<typeof savedCardBody>,
): CardTokenRecord {
  const card = account.cards.get(body.card_id);
  if (!card || (body.customer_id !== undefined && body.customer_id !== card.customerId)) {
    throw tokenErrors.error(400, 'E201', 'invalid parameters');
  }
  requireCodeLength(body.security_code, securityCodeRule(account, card).length);
  return addToken(account, {
    publicKey,
    cardId: card.id,
    face: card.face,
    securityCodeLength: body.security_code?.length ?? 0,
  });
}

/** Changes the given parts of an active token. */
export function changeToken(account: Account, token: CardTokenRecord, body: z.output<typeof updateBody>): void {
  const card = token.cardId === null ? undefined : account.cards.get(token.cardId);
  const length = card
    ? securityCodeRule(account, card).length
    : methodOfBin(account.site, token.face.firstSixDigits)?.securityCode.length;
  const expirationMonth = body.expiration_month ?? token.face.expirationMonth;
  const expirationYear = body.expiration_year ?? token.face.expirationYear;
  requireCodeLength(body.security_code, length);
  requireFutureExpiry(account, expirationMonth, expirationYear);
  token.face = {
    ...token.face,
    expirationMonth,
    expirationYear,
    ...(body.cardholder && { cardholder: storedCardholder(body.cardholder) }),
  };
  if (body.security_code !== undefined) token.securityCodeLength = body.security_code.length;
  token.dateLastUpdated = account.now();
}
