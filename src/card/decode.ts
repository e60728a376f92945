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
  // An address that ends in such an id is the one of the collection, or of what is above it.
  const hasAddress = !/^\.{0,2}$/.test(id);
  if (!hasAddress || !lastFourDigits || !methodId) return undefined;

  const issuerId = textOf(issuer['id']);
  const thumbnail = textOf(method['secure_thumbnail']);
  return {
    id,
    // Newer BINs have eight digits, of which the first six are asked for.
    firstSixDigits: digitsOf(card['first_six_digits'], 6) || digitsOf(card['first_six_digits'], 8).slice(0, 6),
    lastFourDigits,
    ...expiryOf(card),
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

/** A date that is missing, or cannot be read, is no reason to hide a card that can be paid with. */
function expiryOf(card: Readonly<Record<string, unknown>>): Pick<SavedCard, 'expirationMonth' | 'expirationYear'> {
  const month = Number(textOf(card['expiration_month']));
  const year = textOf(card['expiration_year']);
  const isDate = Number.isInteger(month) && month >= 1 && month <= 12 && /^(20)?\d\d$/.test(year);
  return isDate
    ? { expirationMonth: month, expirationYear: Number(year.padStart(4, '20')) }
    : { expirationMonth: null, expirationYear: null };
}

/** Keys under which servers wrap a list that was meant to be the whole answer. */
const WRAPPINGS = ['response', 'results', 'data', 'items', 'body', 'content'];

/**
 * Reads the answer of the shop's endpoint: the bare array of `GET /v1/customers/{id}/cards`, or a customer object with
 * `cards` and `default_card`. The default card comes first, the others in the server's order, without duplicates. Cards that
 * cannot be read are left out, with one warning on the console for all of them.
 *
 * @throws MpError `protocol` when the answer is neither, or none of its cards can be read
 */
export function decodeCards(body: unknown): CardList {
  const customer = fieldsOf(body);
  const isCustomer = 'cards' in customer;
  const given = isCustomer ? customer['cards'] : body;
  const outer = fieldsOf(given);
  // What PHP makes of an array without cards, when it is to be an object.
  const isNone = isCustomer && given === Object(given) && Object.keys(outer).length === 0;
  const list = isNone ? [] : itemsOf(given);
  if (!list) {
    const wrapping = WRAPPINGS.find((key) => itemsOf(outer[key]) || 'cards' in fieldsOf(outer[key]));
    const found = wrapping ? `; the list is inside of "${wrapping}": send it without that` : '';
    throw new MpError('protocol', `Expected an array of cards, or a customer object with "cards"${found}.`);
  }

  const cards = list.map(decodeCard).filter((card) => card !== undefined);
  const unreadable = list.length - cards.length;
  const warning = `${unreadable} of ${list.length} cards cannot be shown: "id", "last_four_digits" or "payment_method" is missing.`;
  // A customer who has cards is not to read that there are none.
  if (unreadable > 0 && cards.length === 0) throw new MpError('protocol', warning);
  if (unreadable > 0) console.warn(`mp-saved-cards: ${warning}`);

  const defaultId = textOf(customer['default_card']);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const rank = (card: SavedCard) => Number(card.id !== defaultId);
  return {
    cards: [...byId.values()].sort((a, b) => rank(a) - rank(b)),
    defaultCardId: byId.has(defaultId) ? defaultId : null,
  };
}

/**
 * A list as servers send it: an array, what Go makes of an empty slice (`null`), or what PHP makes of an array with gaps (an
 * object with its indices as names).
 */
function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (value === null) return [];
  if (Array.isArray(value)) return value as readonly unknown[];
  const entries = Object.entries(fieldsOf(value));
  const isList = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  return isList ? entries.map(([, item]) => item) : undefined;
}
