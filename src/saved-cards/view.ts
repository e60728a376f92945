import type { TemplateResult, nothing } from 'lit';
import type { SavedCard } from '../card/saved-card.js';
import type { ListMessages } from '../i18n/messages.js';
import type { InstallmentsHandlers } from '../installments/installments-field.js';
import type { News } from './pending-changes.js';
import type { Shown, State } from './state.js';

/** Name of the slot through which the frame of the security code shows: that of the field. */
export const CODE_SLOT = 'securityCode';

/** Name of the slot under "use another card". */
export const ADD_CARD_SLOT = 'add-card';

/** What the templates need to know, and what they call when the shopper does something. */
export interface View {
  readonly state: State;
  readonly messages: ListMessages;
  readonly now: Date;
  readonly skeletonRows: number;
  /** Installments are asked for, of cards that can have them. */
  readonly hasInstallments: boolean;
  readonly required: boolean;
  readonly brandImages: boolean;
  /** The shop can be asked to change a card. */
  readonly canChange: boolean;
  /** Any card can be removed, also where one is paid with. */
  readonly removable: boolean;
  /** A frame is there, even if it never said that it is ready. */
  readonly hasFrame: boolean;
  /** An attempt of this page may have been charged. */
  readonly isInDoubt: boolean;
  readonly parts: RowParts;
  readonly on: Handlers;
}

export interface Handlers {
  readonly reload: () => void;
  readonly openField: () => void;
  readonly focusCode: () => void;
  readonly showAll: () => void;
  /** Another payment with what is shown, after one that is made. */
  readonly payAgain: () => void;
  /** Another attempt with a card that has no code to retype. */
  readonly startAgain: () => void;
  /** Something was put into the slot of "use another card", or taken out. */
  readonly slotChanged: () => void;
  readonly installments: InstallmentsHandlers;
  readonly change: (event: Event) => void;
  readonly click: (event: MouseEvent) => void;
  readonly keyDown: (event: KeyboardEvent) => void;
  readonly remove: (card: SavedCard) => void;
  readonly undo: (card: SavedCard) => void;
  readonly makeDefault: (card: SavedCard) => void;
  /** The pointer or the focus came to the row of a removed card, or left it. */
  readonly rowVisited: () => void;
}

/** What a feature adds to the rows of the list, which does not import it. */
export interface RowParts {
  /** In place of the card's row. */
  replacement(view: View, state: Shown, card: SavedCard): TemplateResult | undefined;
  /** Next to the card's label. */
  actions(view: View, state: Shown, card: SavedCard): TemplateResult | typeof nothing;
  /** Under the card. */
  body(view: View, state: Shown, card: SavedCard): TemplateResult | undefined;
  /** For the live region. */
  news(messages: ListMessages, news: News): string;
  /** In place of the list, where cards are managed and not paid with. */
  list(view: View, state: Shown): TemplateResult;
}
