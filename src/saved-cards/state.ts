import type { Outcome } from '../card/outcome.js';
import { isSameCard } from '../card/same-card.js';
import type { CardList, SavedCard, SecurityCodeRule } from '../card/saved-card.js';
import { mandatoryCode } from '../card/security-code.js';
import type { MpError } from '../errors.js';
import type { FieldEvent } from '../mercadopago/security-code-field.js';
import type { NewCardState } from '../core/card-list-link.js';
import type { InvalidationReason } from '../core/events.js';
import { NO_TOKEN, endToken, reduceToken, type TokenAction, type TokenState } from '../core/token-state.js';
import {
  NO_INSTALLMENTS,
  reduceInstallments,
  invalidatesToken,
  withoutOffer,
  type Installments,
  type InstallmentsEvent,
} from '../installments/installments-state.js';
import {
  isLeaving,
  reduceChange,
  removalsOf,
  stillWanted,
  withoutGone,
  type ChangeAction,
  type Changes,
  type News,
} from './change-state.js';
import { EMPTY_FIELD, reduceField, type FieldState } from './field-state.js';

/**
 * Everything that `<mp-saved-cards>` knows, and every way it can change. Nothing else is stored beside it.
 *
 * | state          | action          | next                                                         |
 * |----------------|-----------------|--------------------------------------------------------------|
 * | any            | load            | loading; removals that were sent go on                       |
 * | loading        | list            | shown, without what was removed meanwhile                    |
 * | shown          | list            | shown; a choice that is in it as it was keeps code and token |
 * | loading        | list-failed     | failed; with a form for another card shown, without cards    |
 * | shown          | choose          | shown; another row, empty code, no token, no notice          |
 * | shown          | added           | shown; a new card first, and chosen if cards are paid with   |
 * | shown          | remove          | shown; the change begins, another choice for a chosen card   |
 * | shown          | undo            | shown; the change ends, the choice of before if it was moved |
 * | any            | change-…        | the same state; see `Change`                                 |
 * | shown          | outcome         | shown; see `withOutcome`: paid, refused, or what is known    |
 * | shown          | reason          | shown; why the payment was refused, told late                |
 * | shown          | submit-refused  | shown; the form cannot be sent in this way                   |
 * | shown          | held-back       | shown; the shopper pressed Pay although that would pay twice |
 * | shown, paid    | another-payment | shown; the same card, empty code                             |
 * | shown          | show-all        | shown; a long list whole                                     |
 * | shown          | form            | shown; what the form for another card tells of itself        |
 * | shown          | start-over      | shown; the same card, empty code, no token, no notice        |
 * | shown          | check           | shown; what is wrong with the code is said from now on       |
 * | shown          | field           | shown; what the frame reports, a typed digit drops the token |
 * | shown          | installments    | shown; what `Installments` says, another choice drops a token |
 * | shown          | token actions   | shown; what `TokenState` says                                |
 *
 * Any other pair leaves the state as it is (the same object). While it is "paid", the choice is locked: only
 * another list, a reset or `another-payment` ends that.
 */
export type State = (Loading | Failed | Shown) & {
  /** What the shopper has done to cards and the shop has not agreed to yet. */
  readonly changes: Changes;
};

interface Loading {
  readonly status: 'loading';
}

interface Failed {
  readonly status: 'failed';
  readonly error: MpError;
}

export interface Shown extends CardList {
  readonly status: 'shown';
  /** Why there are no cards, when one can still be typed. */
  readonly listError?: MpError | undefined;
  readonly changes: Changes;
  /** The chosen card; `null` while nothing, or "use another card", is chosen. */
  readonly chosen: SavedCard | null;
  /** "Use another card" is chosen: the form in its row takes the place of a card. */
  readonly isOther: boolean;
  readonly form: FormFacts;
  /** A long list is shown whole. */
  readonly isWhole: boolean;
  /** Id of the card that was chosen last beyond those that a long list begins with: its row stays in sight. */
  readonly inSight: string | null;
  readonly field: FieldState;
  readonly installments: Installments;
  readonly token: TokenState;
  /** What went wrong with the choice, or what became of the payment. */
  readonly notice: MpError | Outcome | null;
  /** The payment is made: nothing is to be chosen or typed. */
  readonly isPaid: boolean;
  /** How often Pay was pressed although that would pay twice, since the last outcome or change. */
  readonly heldBack: number;
  /** Ids of the cards that were refused for good. */
  readonly refused: ReadonlySet<string>;
  /** An attempt to pay was made with this code: from now on say what is wrong with it. */
  readonly isChecked: boolean;
  /** To be heard; `null` when something else has happened since. */
  readonly news: News | null;
}

/** What the form for another card tells of itself. */
export interface FormFacts {
  readonly state: NewCardState;
  readonly complete: boolean;
  readonly codeRule?: SecurityCodeRule | undefined;
}

/** A row of the list: a card, "use another card", or none. */
export interface Choice {
  readonly card: SavedCard | null;
  readonly isOther?: boolean;
}

export type Action =
  | { readonly type: 'load' }
  | { readonly type: 'list'; readonly list: CardList; readonly chosen: SavedCard | null; readonly isOther?: boolean }
  | {
      readonly type: 'list-failed';
      readonly error: MpError;
      readonly hasOther?: boolean;
      readonly isOther?: boolean;
    }
  | ({ readonly type: 'choose' } & Choice)
  | { readonly type: 'added'; readonly card: SavedCard; readonly isChosen: boolean }
  | ChangeAction
  | { readonly type: 'outcome' | 'reason'; readonly outcome: Outcome }
  | { readonly type: 'submit-refused'; readonly error: MpError }
  | { readonly type: 'form'; readonly form: FormFacts }
  | { readonly type: 'field'; readonly event: FieldEvent }
  | { readonly type: 'installments'; readonly event: InstallmentsEvent }
  | { readonly type: 'check' | 'show-all' | 'start-over' | 'held-back' | 'another-payment' }
  | TokenAction;

/** As many cards a long list begins with. */
export const SHORT_LIST = 5;

export const initialState: State = { status: 'loading', changes: new Map() };

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'load':
      return state.status === 'loading' ? state : { status: 'loading', changes: removalsOf(state.changes) };
    case 'list':
      if (state.status === 'shown') return relisted(state, action);
      return state.status === 'loading' ? shown(state.changes, action) : state;
    case 'list-failed': {
      if (state.status !== 'loading') return state;
      const { error, hasOther, isOther = false } = action;
      const { changes } = state;
      if (!hasOther) return { status: 'failed', error, changes };
      return {
        ...shown(changes, { list: { cards: [], defaultCardId: null }, chosen: null, isOther }),
        listError: error,
      };
    }
    case 'change-sent':
    case 'change-done':
    case 'change-failed':
      return reduceChange(state, action);
    default:
      return state.status === 'shown' ? reduceShown(state, action) : state;
  }
}

type ShownAction = Exclude<
  Action,
  { type: 'load' | 'list' | 'list-failed' | 'change-sent' | 'change-done' | 'change-failed' }
>;

function reduceShown(state: Shown, action: ShownAction): Shown {
  switch (action.type) {
    case 'choose': {
      const isOther = action.isOther ?? false;
      if (state.isPaid || (action.card && isLeaving(state, action.card))) return state;
      return action.card === state.chosen && isOther === state.isOther
        ? state
        : choosing(state, action.card, isOther, 'selection');
    }
    case 'added': {
      const others = state.cards.filter((card) => !isSameCard(card, action.card));
      const next = { ...state, cards: [action.card, ...others] };
      const news = { word: 'cardAdded', card: action.card } as const;
      return { ...(action.isChosen ? choosing(next, action.card, false, 'selection') : next), news };
    }
    case 'remove': {
      const { card, instead } = action;
      const next = reduceChange(state, action) as Shown;
      if (next === state || state.chosen?.id !== card.id) return next;
      return { ...choosing(next, instead.card, instead.isOther, 'selection'), news: next.news };
    }
    case 'undo': {
      const change = state.changes.get(action.card.id);
      const next = reduceChange(state, action) as Shown;
      const instead = change?.status === 'undoable' ? change.instead : null;
      // What the shopper has chosen since stays chosen.
      const isMoved = instead && state.chosen === instead.card && state.isOther === (instead.isOther ?? false);
      return isMoved && !state.isPaid ? { ...choosing(next, action.card, false, 'selection'), news: next.news } : next;
    }
    case 'outcome':
      return withOutcome(state, action.outcome);
    case 'reason':
      return { ...state, notice: action.outcome };
    case 'submit-refused':
      return { ...state, notice: action.error };
    case 'held-back':
      return { ...state, heldBack: state.heldBack + 1, token: reduceToken(state.token, { type: 'submitted' }) };
    case 'another-payment':
      return state.isPaid ? choosing({ ...state, isPaid: false }, state.chosen, state.isOther, 'selection') : state;
    case 'show-all':
      return state.isWhole ? state : { ...state, isWhole: true };
    case 'form': {
      const { state: name, complete, codeRule } = action.form;
      const { form } = state;
      if (name === form.state && complete === form.complete && codeRule === form.codeRule) return state;
      // What was said of an earlier attempt is over with the next, as it is for a card.
      return { ...state, form: action.form, notice: state.isOther && name === 'tokenizing' ? null : state.notice };
    }
    case 'start-over':
      return choosing({ ...state, isPaid: false }, state.chosen, state.isOther, 'code');
    case 'field':
      return reduceField(state, action.event);
    case 'installments':
      return withInstallments(state, reduceInstallments(state.installments, action.event));
    case 'check':
      return state.isChecked ? state : { ...state, isChecked: true, news: null };
    case 'tokenize':
      return state.chosen && !state.isPaid && state.token.status === 'none'
        ? { ...state, token: reduceToken(state.token, action), notice: null, news: null }
        : state;
    case 'token':
    case 'save-token':
    case 'submitted':
    case 'drop-token':
      return withToken(state, reduceToken(state.token, action));
    case 'token-failed': {
      const next = withToken(state, reduceToken(state.token, action));
      return next === state || action.error.code === 'aborted' ? next : { ...next, notice: action.error };
    }
  }
}

const withToken = (state: Shown, token: TokenState): Shown => (token === state.token ? state : { ...state, token });

type NewList = Omit<Extract<Action, { type: 'list' }>, 'type'>;

const shown = (changes: Changes, { list, chosen, isOther = false }: NewList): Shown => ({
  status: 'shown',
  ...list,
  ...withoutGone(changes, list.cards),
  chosen,
  isOther,
  form: { state: 'closed', complete: false },
  isWhole: false,
  inSight: chosen?.id ?? null,
  field: { status: 'opening' },
  installments: NO_INSTALLMENTS,
  token: NO_TOKEN,
  notice: null,
  isPaid: false,
  heldBack: 0,
  refused: new Set(),
  isChecked: false,
  news: null,
});

function relisted(state: Shown, { list, chosen, isOther = false }: NewList): Shown {
  const next = {
    ...state,
    ...list,
    ...withoutGone(stillWanted(state.changes, list.cards), list.cards),
    listError: undefined,
    isPaid: false,
  };
  const isKept = !state.isPaid && isChoice(state, { card: chosen, isOther });
  return isKept ? { ...next, chosen } : choosing(next, chosen, isOther, 'selection');
}

/** Compares by value. */
export const isChoice = ({ chosen, isOther }: Shown, choice: Choice): boolean =>
  isOther === (choice.isOther ?? false) && JSON.stringify(chosen) === JSON.stringify(choice.card);

/** This card with an empty code; the attempt with the choice of before is over. */
const choosing = (
  state: Shown,
  chosen: SavedCard | null,
  isOther: boolean | undefined,
  reason: InvalidationReason,
): Shown => ({
  ...state,
  chosen,
  isOther: isOther ?? false,
  inSight: chosen && state.cards.indexOf(chosen) >= SHORT_LIST ? chosen.id : state.inSight,
  // A frame that holds digits is replaced; one that is kept is empty.
  field: state.field.status === 'ready' ? EMPTY_FIELD : state.field,
  installments: chosen?.id === state.chosen?.id ? state.installments : withoutOffer(state.installments),
  token: endToken(state.token, reason),
  notice: null,
  heldBack: 0,
  isChecked: false,
  news: null,
});

function withInstallments(state: Shown, installments: Installments): Shown {
  const { installments: before, token } = state;
  if (installments === before) return state;
  const isVoid = invalidatesToken(before, installments, token.status === 'held');
  const reason = before.amount === installments.amount ? 'installments' : 'amount';
  return { ...state, installments, token: isVoid ? endToken(token, reason) : token };
}

/**
 * What became of the payment. A refusal, or a payment that was not completed, ends the attempt and empties the code; while
 * the outcome is open, or not known, the attempt goes on with the same token.
 */
function withOutcome(state: Shown, outcome: Outcome): Shown {
  switch (outcome.kind) {
    case 'approved':
      return {
        ...state,
        isPaid: true,
        token: endToken(state.token, 'submitted'),
        notice: null,
        heldBack: 0,
        isChecked: false,
        news: null,
      };
    case 'refused':
      return refuse(state, outcome);
    case 'ended':
      return { ...choosing(state, state.chosen, state.isOther, 'rejected'), notice: outcome };
    case 'returned':
      return state;
    default:
      return { ...state, notice: outcome, heldBack: 0, news: null };
  }
}

/** Typing the code again helps a card only if it has one, whatever its record says. */
function refuse(state: Shown, outcome: Outcome): Shown {
  const { chosen } = state;
  const { needsCode, isCardUnusable } = outcome;
  const card =
    chosen && needsCode && chosen.securityCode.mode !== 'mandatory'
      ? { ...chosen, securityCode: mandatoryCode(chosen) }
      : chosen;
  return {
    ...choosing(state, card, state.isOther, 'rejected'),
    cards: state.cards.map((each) => (card && each === chosen ? card : each)),
    notice: outcome,
    refused: chosen && isCardUnusable ? new Set([...state.refused, chosen.id]) : state.refused,
  };
}
