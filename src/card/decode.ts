import { MpError } from '../errors.js';
import { digitsOf, fieldsOf, textOf } from './raw-json.js';
import type { CardList, SavedCard } from './saved-card.js';
import { securityCodeRule } from './security-code.js';

/** Reads one card of the Customers API. `undefined` when a part that is shown or needed is missing. */
export function decodeCard(raw: unknown): SavedCard | undefined {
  const card = fieldsOf(raw);
  const method = fieldsOf(card['payment_method']);
  const issuer = fieldsOf(card['issuer']);

  const id = textOf(card['id']);
  const lastFourDigits = digitsOf(card['last_four_digits'], 4);
  const methodId = textOf(method['id']);
  const month = Number(textOf(card['expiration_month']));
  const year = textOf(card['expiration_year']);
  const isDate = Number.isInteger(month) && month >= 1 && month <= 12 && /^(20)?\d\d$/.test(year);
  if (!id || !lastFourDigits || !methodId || !isDate) return undefined;

  const issuerId = textOf(issuer['id']);
  const thumbnail = textOf(method['secure_thumbnail']);
  return {
    id,
    firstSixDigits: digitsOf(card['first_six_digits'], 6),
    lastFourDigits,
    expirationMonth: month,
    expirationYear: Number(year.padStart(4, '20')),
    paymentMethod: {
      id: methodId,
      name: textOf(method['name']) || methodId,
      paymentTypeId: textOf(method['payment_type_id']),
      secureThumbnail: thumbnail.startsWith('https://') ? thumbnail : null,
    },
    issuer: issuerId ? { id: issuerId, name: textOf(issuer['name']) } : null,
    securityCode: securityCodeRule(card['security_code'], methodId),
  };
}

/**
 * Reads the answer of the shop's endpoint: the bare array of `GET /v1/customers/{id}/cards`, or a customer object with
 * `cards` and `default_card`. The default card comes first, the others in the server's order, without duplicates. Cards that
 * cannot be read are left out, with one warning on the console for all of them.
 *
 * @throws MpError `protocol` when the answer is neither
 */
export function decodeCards(body: unknown): CardList {
  const customer = fieldsOf(body);
  const list: unknown = Array.isArray(body) ? body : customer['cards'];
  if (!Array.isArray(list)) {
    throw new MpError('protocol', 'Expected an array of cards, or a customer object with "cards".');
  }

  const cards = list.map(decodeCard).filter((card) => card !== undefined);
  const unreadable = list.length - cards.length;
  if (unreadable > 0) console.warn(`mp-saved-cards: ${unreadable} of ${list.length} cards cannot be shown.`);

  const defaultId = textOf(customer['default_card']);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const rank = (card: SavedCard) => Number(card.id !== defaultId);
  return {
    cards: [...byId.values()].sort((a, b) => rank(a) - rank(b)),
    defaultCardId: byId.has(defaultId) ? defaultId : null,
  };
}
