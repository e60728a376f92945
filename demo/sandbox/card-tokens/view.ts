import { cardholderView } from '../cards/view.js';
import type { Account } from '../engine/account.js';
import { timestamp } from '../engine/clock.js';
import type { CardTokenRecord } from '../engine/records.js';
import { statusOf } from './tokens.js';

/** A token as the API shows it. One of a saved card has its `card_id` instead of the card's data. */
export function tokenView(account: Account, token: CardTokenRecord) {
  const { face } = token;
  const ofSavedCard = token.cardId !== null;
  return {
    id: token.id,
    public_key: token.publicKey,
    ...(ofSavedCard
      ? { card_id: token.cardId }
      : {
          first_six_digits: face.firstSixDigits,
          last_four_digits: face.lastFourDigits,
          expiration_month: face.expirationMonth,
          expiration_year: face.expirationYear,
          cardholder: cardholderView(face.cardholder),
          card_number_length: face.numberLength,
        }),
    status: statusOf(account, token),
    date_created: timestamp(token.dateCreated),
    date_last_updated: timestamp(token.dateLastUpdated),
    date_due: timestamp(token.dateDue),
    luhn_validation: true,
    live_mode: false,
    require_esc: false,
    security_code_length: token.securityCodeLength,
  };
}
