import type { Outcome } from '../card/outcome.js';
import type { CardList, SavedCard } from '../card/saved-card.js';
import { NO_ATTEMPTS, type AttemptAction, type Attempts } from '../core/attempts.js';
import type { NewCardFacts } from '../core/card-list-link.js';
import type { FormAction } from '../core/form-part-value.js';
import type { TokenAction, TokenState } from '../core/token-state.js';
import type { MpError } from '../errors.js';
import type { Installments, InstallmentsEvent } from '../installments/installments-state.js';
import type { FieldEvent } from '../mercadopago/security-code-field.js';
import type { CardChanges, ChangeAction, News } from './pending-changes.js';
import { NO_CHOICE, type Choice } from './choice.js';
import type { FieldState } from './code-field-state.js';

/**
 * The state of `<mp-saved-cards>`, and every way in which it can change.
 *
 * | state          | action          | next                                                            |
 * |----------------|-----------------|-----------------------------------------------------------------|
 * | any            | setup           | the same with other settings; another choice where they ask for it |
 * | any            | attempt-outcome | the same state; see `withOutcomeOf`                             |
 * | any            | form            | the same state; the public state of the form for another card   |
 * | any            | form-attempts   | the same state; see `followForm`                                |
 * | any            | load            | loading; removals are sent and go on                            |
 * | shown          | load-again      | the same cards until the answer comes; removals are sent        |
 * | loading        | list            | shown, without what was removed meanwhile, with a first choice  |
 * | shown          | list            | shown; a choice that is in it unchanged keeps code and token    |
 * | loading        | list-failed     | failed; with a form for another card shown, without cards       |
 * | shown          | list-failed     | the same cards; without them for a shopper who is signed out    |
 * | shown          | choose-other    | shown; "use another card", empty code, no token, no notice       |
 * | shown          | choose-card     | the same for the card with this id, if it can be paid with      |
 * | shown          | added           | shown; a new card first, and chosen if cards are paid with      |
 * | shown          | remove          | shown; the change begins, another choice for a chosen card      |
 * | shown          | undo            | shown; the change ends, and another choice that it caused       |
 * | any            | change-…        | the same state; see `reduceChange`                              |
 * | any            | removals-due    | the same state; what could be undone is sent                    |
 * | shown          | outcome         | shown; see `withOutcome`: paid, refused, or what is known       |
 * | shown          | reason          | shown; why the payment was refused, reported late               |
 * | shown          | submit-refused  | shown; the form cannot be sent in this way                      |
 * | shown          | submit-blocked  | shown; the shopper pressed Pay although that would pay twice    |
 * | shown, paid    | another-payment | shown; the same card, empty code                                |
 * | shown          | show-all        | shown; a long list whole                                        |
 * | shown          | start-over      | shown; the same card, empty code, no token, no notice           |
 * | shown          | token-expired   | the same; a card without a code waits for a press of its button |
 * | shown          | page-restored   | the same, unless it is paid                                     |
 * | shown          | reset           | shown; the first choice, empty code, no choice of installments   |
 * | shown          | check           | shown; from now on errors of the code are visible               |
 * | shown          | field           | shown; what the frame reports, a typed digit ends the attempt   |
 * | shown          | installments    | shown; see `Installments`, another choice ends the attempt      |
 * | shown          | token actions   | shown; see `TokenState`                                         |
 *
 * Any other pair leaves the state as it is (the same object). While it is "paid", the choice is locked: only
 * another list, a reset or `another-payment` ends that.
 */
export type State = (Loading | Failed | Shown) & Common;

/** What every state has. */
export interface Common {
  /** What the shopper has done to cards and the shop has not agreed to yet. */
  readonly changes: CardChanges;
  /** A request of the list is under way. */
  readonly isAsked: boolean;
  readonly setup: Setup;
  /** The choice before the shopper acted: a reset goes back to it. */
  readonly first: Choice;
  /** Id of the chosen card. While none can be chosen, of the one to choose as soon as it can be. */
  readonly cardId: string | null;
  /** The attempts to pay with this list, or with a form in its slot. */
  readonly attempts: Attempts;
  /** The form for another card. */
  readonly form: NewCardFacts;
}

/** What the page has set that the choice depends on. */
export interface Setup {
  /** Nothing is paid here: no card is chosen. */
  readonly isManaging: boolean;
  /** Nothing is chosen that the shopper, or `card-id`, has not chosen. */
  readonly noPreselect: boolean;
  /** Something is in the slot under "use another card". */
  readonly hasOther: boolean;
  /** `card-id`, as the page has set it last. */
  readonly givenId: string | null;
  /** Why the payment with this card (or with a new one) was refused before this page. */
  readonly statusDetail: string;
}

interface Loading {
  readonly status: 'loading';
}

interface Failed {
  readonly status: 'failed';
  readonly error: MpError;
}

export interface Shown extends CardList, Common {
  readonly status: 'shown';
  /** Why there are no cards, when one can still be typed. */
  readonly listError?: MpError | undefined;
  /** The chosen card; `null` while nothing, or "use another card", is chosen. */
  readonly chosen: SavedCard | null;
  /** "Use another card" is chosen: the form in its row is paid with. */
  readonly isOther: boolean;
  /** A long list is shown whole. */
  readonly isWhole: boolean;
  /** Id of the card that was chosen last beyond those that a long list begins with: its row stays in sight. */
  readonly inSight: string | null;
  readonly field: FieldState;
  readonly installments: Installments;
  readonly token: TokenState;
  /** What went wrong with the choice, or the outcome of the payment. */
  readonly notice: MpError | Outcome | null;
  /** The payment is made: nothing is to be chosen or typed. */
  readonly isPaid: boolean;
  /** How often Pay was pressed although that would pay twice, since the last outcome or change. */
  readonly blockedSubmits: number;
  /** Ids of the cards that were refused for good. */
  readonly refused: ReadonlySet<string>;
  /** The shopper tried to pay with this code: from now on its errors are visible. */
  readonly isChecked: boolean;
  /** For the live region; `null` when something else has happened since. */
  readonly news: News | null;
}

export type Action =
  | { readonly type: 'setup'; readonly setup: Partial<Setup>; readonly now: Date }
  /** The list is requested; `load-again`: what is shown stays until the answer comes. */
  | { readonly type: 'load' | 'load-again' }
  /** `remembered`: the shopper's choice in the element that this one replaces. */
  | { readonly type: 'list'; readonly list: CardList; readonly remembered?: Choice | undefined; readonly now: Date }
  | { readonly type: 'list-failed'; readonly error: MpError }
  /** "Use another card", by the shopper. */
  | { readonly type: 'choose-other' }
  | {
      readonly type: 'choose-card';
      readonly cardId: string | null;
      readonly byShopper: boolean;
      readonly now: Date;
    }
  /** The shopper pressed a card that cannot be paid with. */
  | { readonly type: 'choose-unusable'; readonly cardId: string }
  | { readonly type: 'added'; readonly card: SavedCard }
  | ChangeAction
  | { readonly type: 'outcome' | 'reason'; readonly outcome: Outcome }
  | { readonly type: 'form'; readonly form: NewCardFacts }
  /** The form in the slot has handed out a token, or has given one up. */
  | { readonly type: 'form-attempts'; readonly before: Attempts; readonly after: Attempts }
  | { readonly type: 'field'; readonly event: FieldEvent }
  | { readonly type: 'installments'; readonly event: InstallmentsEvent }
  | { readonly type: 'reset'; readonly now: Date }
  | { readonly type: 'check' | 'show-all' | 'another-payment' | 'start-over' }
  /** The token was submitted and has expired: the next submit is stopped, since it might pay twice. */
  | { readonly type: 'token-expired' }
  | FormAction
  | TokenAction
  | AttemptAction;

/** As many cards a long list begins with. */
export const SHORT_LIST = 5;

/** What is known while no form of ours is in the slot. */
export const NO_FORM: NewCardFacts = { state: 'closed', complete: false, codeRule: undefined, hasInstallments: false };

export const initialState: State = {
  status: 'loading',
  changes: new Map(),
  isAsked: false,
  setup: { isManaging: false, noPreselect: false, hasOther: false, givenId: null, statusDetail: '' },
  first: NO_CHOICE,
  cardId: null,
  attempts: NO_ATTEMPTS,
  form: NO_FORM,
};

/** The attempt begins again, with the same card or the first one, unless the state is the same afterwards. */
export const isReset = ({ type }: Action): boolean =>
  type === 'reset' || type === 'page-restored' || type === 'start-over' || type === 'token-expired';

export const isChoice = ({ type }: Action): boolean => type === 'choose-other' || type === 'choose-card';

/** Counts as an action of the shopper, also a card that was just added: an effect may take the Secure Fields from another element. */
export function isByShopper(action: Action): boolean {
  switch (action.type) {
    case 'choose-card':
      return action.byShopper;
    case 'field':
      return action.event.type === 'change' && action.event.byShopper;
    case 'installments':
      return action.event.type === 'choose';
    default:
      return BY_SHOPPER.includes(action.type);
  }
}

const BY_SHOPPER: readonly Action['type'][] = ['choose-other', 'remove', 'undo', 'added', 'another-payment'];
