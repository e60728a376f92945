import type { SavedCard } from '../card/saved-card.js';
import { MpEvent } from '../core/events.js';

/** The list is shown and usable. `cardId` is the chosen card, or `null`. */
export class CardsReadyEvent extends MpEvent<{ cards: readonly SavedCard[]; cardId: string | null }> {
  constructor(cards: readonly SavedCard[], cardId: string | null) {
    super('cards-ready', { cards, cardId });
  }
}

/** The shopper chose a card; `null` is "use another card". */
export class CardSelectedEvent extends MpEvent<{ card: SavedCard | null }> {
  constructor(card: SavedCard | null) {
    super('card-selected', { card });
  }
}

/** The shopper wants a card removed. `preventDefault()` keeps it, before anything has changed. */
export class BeforeRemoveEvent extends MpEvent<{ card: SavedCard }> {
  constructor(card: SavedCard) {
    super('before-remove', { card }, { cancelable: true });
  }
}

/** A card is removed: the shop has agreed. */
export class CardRemovedEvent extends MpEvent<{ card: SavedCard }> {
  constructor(card: SavedCard) {
    super('card-removed', { card });
  }
}

/** Another card is the customer's default one: the shop has agreed. */
export class DefaultCardChangedEvent extends MpEvent<{ card: SavedCard }> {
  constructor(card: SavedCard) {
    super('default-card-changed', { card });
  }
}

export interface SavedCardsEventMap {
  'cards-ready': CardsReadyEvent;
  'card-selected': CardSelectedEvent;
  'before-remove': BeforeRemoveEvent;
  'card-removed': CardRemovedEvent;
  'default-card-changed': DefaultCardChangedEvent;
}

declare global {
  interface HTMLElementEventMap extends SavedCardsEventMap {}
  interface DocumentEventMap extends SavedCardsEventMap {}
  interface WindowEventMap extends SavedCardsEventMap {}
}
