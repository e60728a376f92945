import type { Account } from '../engine/account.js';
import type { CardFace, CardRecord, CustomerRecord, OwnSecurityCode } from '../engine/records.js';
import { customerErrors } from '../http/catalogue.js';
import { methodOfId } from '../sites/index.js';
import type { CardMethod, SecurityCode } from '../sites/site.js';

interface NewCard {
  readonly face: CardFace;
  readonly method: CardMethod;
  readonly issuerId: number;
  readonly securityCode?: OwnSecurityCode;
}

/** Saves a card. The first one becomes the customer's default. */
export function addCard(account: Account, customer: CustomerRecord, { method, ...data }: NewCard): CardRecord {
  const now = account.now();
  const card: CardRecord = {
    ...data,
    id: String(account.ids.number('card')),
    customerId: customer.id,
    methodId: method.id,
    dateCreated: now,
    dateLastUpdated: now,
  };
  account.cards.set(card.id, card);
  customer.cardIds.add(card.id);
  customer.defaultCard ??= card.id;
  return card;
}

/** A customer's cards, oldest first. */
export function cardsOf(account: Account, customer: CustomerRecord): CardRecord[] {
  return [...customer.cardIds].flatMap((id) => account.cards.get(id) ?? []);
}

/** A card of this customer; one of another customer counts as not found. */
export function requireCard(account: Account, customer: CustomerRecord, id: string): CardRecord {
  const card = customer.cardIds.has(id) ? account.cards.get(id) : undefined;
  if (!card) throw customerErrors.error(404, '120');
  return card;
}

/** The card that looks the same, when this customer has saved it before. */
export function sameCard(account: Account, customer: CustomerRecord, face: CardFace): CardRecord | undefined {
  return cardsOf(account, customer).find(
    (card) =>
      card.face.firstSixDigits === face.firstSixDigits &&
      card.face.lastFourDigits === face.lastFourDigits &&
      card.face.expirationMonth === face.expirationMonth &&
      card.face.expirationYear === face.expirationYear,
  );
}

/** Removes a card. When it was the default one, the oldest that is left takes its place. */
export function removeCard(account: Account, customer: CustomerRecord, card: CardRecord): void {
  account.cards.delete(card.id);
  customer.cardIds.delete(card.id);
  if (customer.defaultCard === card.id) customer.defaultCard = [...customer.cardIds][0] ?? null;
}

/** The method that a stored card belongs to. */
export function methodOfCard(account: Account, card: CardRecord): CardMethod {
  const method = methodOfId(account.site, card.methodId);
  if (!method) throw new Error(`card of a method that ${account.site.id} does not have: ${card.methodId}`);
  return method;
}

/** What is asked of a saved card's security code when paying with it. */
export function securityCodeRule(account: Account, card: CardRecord): Pick<SecurityCode, 'length' | 'mode'> {
  const own = card.securityCode;
  if (!own) return methodOfCard(account, card).securityCode;
  return { length: own.length, mode: own.length === 0 ? 'optional' : (own.mode ?? 'mandatory') };
}
