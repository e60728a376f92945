import type { Account } from '../engine/account.js';
import { timestamp } from '../engine/clock.js';
import type { CardRecord, Cardholder } from '../engine/records.js';
import { thumbnails } from '../lookups/method-view.js';
import { issuerOfMethod } from '../sites/index.js';
import { methodOfCard } from './saved-cards.js';

export function cardholderView(cardholder: Cardholder) {
  const { name, identification } = cardholder;
  return { name, identification: { number: identification.number ?? null, type: identification.type ?? null } };
}

/** A saved card as the API shows it: ids and digits are strings, the number of the issuer is one. */
export function cardView(account: Account, card: CardRecord) {
  const method = methodOfCard(account, card);
  const issuer = issuerOfMethod(method, card.issuerId) ?? method.issuers[0];
  const { length, card_location } = method.securityCode;
  return {
    id: card.id,
    customer_id: card.customerId,
    user_id: String(account.userId),
    expiration_month: card.face.expirationMonth,
    expiration_year: card.face.expirationYear,
    first_six_digits: card.face.firstSixDigits,
    last_four_digits: card.face.lastFourDigits,
    payment_method: {
      id: method.id,
      name: method.name,
      payment_type_id: method.paymentTypeId,
      ...thumbnails(method.id),
    },
    security_code: card.securityCode ?? { length, card_location },
    issuer: { id: issuer.id, name: issuer.name },
    cardholder: cardholderView(card.face.cardholder),
    date_created: timestamp(card.dateCreated),
    date_last_updated: timestamp(card.dateLastUpdated),
    live_mode: false,
  };
}
