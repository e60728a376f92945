import type { SavedCard } from '../card/saved-card.js';
import type { Messages } from '../i18n/messages.js';
import type { InstallmentsHandlers } from '../installments/installments-field.js';
import type { State } from './state.js';

/** Name of the slot through which the code field's frame shows. */
export const CODE_SLOT = 'security-code';

/** What the templates need to know, and whom they tell what the shopper does. */
export interface View {
  readonly state: State;
  readonly messages: Messages;
  readonly now: Date;
  readonly skeletonRows: number;
  readonly required: boolean;
  readonly brandImages: boolean;
  /** A list to look after, not to pay from. */
  readonly isManaging: boolean;
  /** The shop can be asked to change a card. */
  readonly canChange: boolean;
  /** Any card can be removed, also where one is paid with. */
  readonly removable: boolean;
  /** A frame stands, even if it never said that it is ready. */
  readonly hasFrame: boolean;
  /** There is something under "use another card". */
  readonly hasOther: boolean;
  readonly on: {
    readonly reload: () => void;
    readonly openField: () => void;
    readonly focusCode: () => void;
    readonly showAll: () => void;
    /** Another payment with what is shown, after one that is made. */
    readonly payAgain: () => void;
    /** Another attempt with a card that has no code to retype. */
    readonly startAgain: () => void;
    /** Something was put into the slot of "use another card", or taken out. */
    readonly otherChanged: () => void;
    readonly installments: InstallmentsHandlers;
    readonly change: (event: Event) => void;
    readonly click: (event: Event) => void;
    readonly remove: (card: SavedCard) => void;
    readonly undo: (card: SavedCard) => void;
    readonly makeDefault: (card: SavedCard) => void;
    /** The pointer or the focus came to the row of a removed card, or left it. */
    readonly attend: () => void;
    readonly keyDown: (event: KeyboardEvent) => void;
  };
}
