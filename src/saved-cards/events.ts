import type { SavedCard } from '../card/saved-card.js';
import { MpEvent, type InvalidationReason } from '../ui/events.js';

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

/** A token that `token-ready` handed out must not be used any more. */
export class TokenInvalidatedEvent extends MpEvent<{ cardId: string | null; reason: InvalidationReason }> {
  constructor(cardId: string | null, reason: InvalidationReason) {
    super('token-invalidated', { cardId, reason });
  }
}

export interface SavedCardsEventMap {
  'cards-ready': CardsReadyEvent;
  'card-selected': CardSelectedEvent;
  'token-invalidated': TokenInvalidatedEvent;
}

declare global {
  interface HTMLElementEventMap extends SavedCardsEventMap {}
  interface DocumentEventMap extends SavedCardsEventMap {}
  interface WindowEventMap extends SavedCardsEventMap {}
}
