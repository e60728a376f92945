import type { SavedCard, SecurityCodeRule } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import type { Outcome } from '../card/outcome.js';
import type { Attempts } from './attempts.js';
import type { CardElement } from './card-element.js';
import type { InvalidationReason } from './events.js';

/**
 * How `<mp-saved-cards>` and `<mp-add-card>` know of each other: neither imports the other. A list offers itself under this
 * symbol; a form in its slot, or one that names it with `for`, joins it. Two copies of the package meet here too.
 */
export const CARD_LIST: unique symbol = Symbol.for('mp-saved-cards.card-list') as never;

/** What both elements are set up with: a form takes it from its list where it has nothing of its own. */
export const SHARED_SETTINGS = [
  'publicKey',
  'endpoint',
  'locale',
  'messages',
  'requestHeaders',
  'requestInit',
  'fetch',
  'amount',
  'maxInstallments',
  'name',
  'disabled',
] as const satisfies readonly (keyof CardElement)[];

export type SharedSettings = Readonly<Pick<CardElement, (typeof SHARED_SETTINGS)[number]>>;

/** The settings of a list, as its form sees them. */
export interface CardListSettings extends SharedSettings {
  readonly mode: 'pay' | 'manage';
}

/** A list, as the form that saves a new card for it sees it. */
export interface CardListLink {
  readonly settings: CardListSettings;
  /** Of the package's copy that made the list; a form of another protocol does not join. */
  readonly protocol: number;
  /** Its version. */
  readonly version: string;
  /** A payment of this page may have been made without being reported. */
  readonly isInDoubt: boolean;
  /** Connects the form to the list; the result disconnects it. */
  join(form: NewCardLink): () => void;
  /** The form in its slot, as it is now. Its own `state-change` does not bubble: the list dispatches one for it. */
  formChanged(form: NewCardFacts): void;
  /** The form in its slot has handed out a token, or has given one up; said before the page hears of it. */
  formAttempts(before: Attempts, after: Attempts): void;
  /** Shows a card that the shop just saved: first, chosen, its code field focused. A card that is there already moves up. */
  cardAdded(card: SavedCard): void;
  /** The outcome of a payment, reported to the form in its slot: the list shows it. `token` names the attempt. */
  showOutcome(outcome: Outcome | undefined, token?: string): void;
}

/** The public state of a form for a new card. */
export type NewCardState = 'closed' | 'loading' | 'ready' | 'tokenizing' | 'tokenized' | 'paid' | 'saving' | 'error';

/** What a list knows of the form in its slot. */
export interface NewCardFacts {
  readonly state: NewCardState;
  /** As far as known nothing is missing. */
  readonly complete: boolean;
  /** Of the card that is typed, once it is known. */
  readonly codeRule?: SecurityCodeRule | undefined;
  /** Installments can be chosen in it, or asked for again. */
  readonly hasInstallments?: boolean;
}

/** What a list asks of a form for a new card. */
export interface NewCardLink {
  /** In the list's slot: shown and hidden by the choice of "use another card", and asked for the token while it is chosen. */
  readonly isSlotted: boolean;
  /** The list's settings changed. */
  settingsChanged(): void;
  /** "Use another card" was chosen, or another row. `byShopper`: the Secure Fields may be taken from another element. */
  show(isOpen: boolean, byShopper: boolean): void;
  tokenize(): Promise<TokenDetail>;
  /** The token of an earlier attempt must not be used again. */
  dropToken(reason: InvalidationReason): void;
  /** The payment was refused or not completed: the code is typed again. */
  clearCode(): void;
  /** Moves focus to the field that can be corrected, or to the first one that is empty. */
  correct(field: Outcome['field']): Promise<void>;
  /** The payment is made: the form is locked, and emptied unless the card is still to be saved. */
  paid(): void;
  reset(): void;
  focus(): void;
}

/** An element that is a list. */
export interface CardListElement extends HTMLElement {
  readonly [CARD_LIST]: CardListLink;
}
