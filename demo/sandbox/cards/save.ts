import type { z } from 'zod';
import { requireUsableToken, spend } from '../card-tokens/tokens.js';
import type { Account } from '../engine/account.js';
import { isCardExpired } from '../engine/clock.js';
import type { CardFace, CardRecord, CustomerRecord } from '../engine/records.js';
import { customerErrors } from '../http/catalogue.js';
import { issuerOfMethod, methodOfBin } from '../sites/index.js';
import type { saveBody, updateBody } from './request.js';
import { addCard, sameCard } from './saved-cards.js';

/**
 * Saves the card behind a token. Method and issuer follow from its number; when they are sent, they must agree. A card
 * that the customer has already is not saved twice.
 */
export function saveCard(
  account: Account,
  customer: CustomerRecord,
  body: z.output<typeof saveBody>,
  cardLimit: number | null,
): CardRecord {
  const token = requireUsableToken(account, body.token);
  if (token.cardId !== null) throw customerErrors.error(400, '121');
  const method = methodOfBin(account.site, token.face.firstSixDigits);
  if (!method || (body.payment_method_id !== undefined && body.payment_method_id !== method.id)) {
    throw customerErrors.error(400, '127');
  }
  const issuer = body.issuer_id === undefined ? method.issuers[0] : issuerOfMethod(method, body.issuer_id);
  if (!issuer) throw customerErrors.error(400, '127');

  const known = sameCard(account, customer, token.face);
  if (!known && cardLimit !== null && customer.cardIds.size >= cardLimit) throw customerErrors.error(400, '129');
  spend(account, token);
  account.cardSaves += 1;
  return known ?? addCard(account, customer, { method, issuerId: issuer.id, face: token.face });
}

/** Changes the expiry and the cardholder of a saved card, from the body or from a token of the same card. */
export function changeCard(account: Account, card: CardRecord, body: z.output<typeof updateBody>): void {
  const face = body.token === undefined ? card.face : faceOfToken(account, card, body.token);
  const expirationMonth = body.expiration_month ?? face.expirationMonth;
  const expirationYear = body.expiration_year ?? face.expirationYear;
  if (isCardExpired(expirationMonth, expirationYear, account.now())) throw customerErrors.error(400, '122');
  const { name, identification } = body.cardholder ?? {};
  card.face = {
    ...face,
    expirationMonth,
    expirationYear,
    cardholder: {
      name: name ?? face.cardholder.name,
      identification: identification ?? face.cardholder.identification,
    },
  };
  card.dateLastUpdated = account.now();
}

function faceOfToken(account: Account, card: CardRecord, tokenId: string): CardFace {
  const token = requireUsableToken(account, tokenId);
  const { firstSixDigits, lastFourDigits } = token.face;
  if (firstSixDigits !== card.face.firstSixDigits || lastFourDigits !== card.face.lastFourDigits) {
    throw customerErrors.error(400, '121');
  }
  spend(account, token);
  return token.face;
}
