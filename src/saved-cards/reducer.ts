import type { SavedCard } from '../card/saved-card.js';
import { isSameCard } from '../card/same-card.js';
import { followForm, followToken, withOutcomeOf } from '../core/attempts.js';
import type { NewCardFacts } from '../core/card-list-link.js';
import { attemptsOf, reduceToken, type TokenState } from '../core/token-state.js';
import { reduceInstallments, withInstallments } from '../installments/installments-state.js';
import { isLeaving } from './pending-changes.js';
import { OTHER_CARD, choiceOfCard, isSameChoice, type Choice } from './choice.js';
import { choiceWithout, choosing, firstChoice, idOf, resetChoice } from './reduce-choice.js';
import { reduceChange } from './reduce-changes.js';
import { reduceField } from './reduce-field.js';
import { loading, loadingAgain, withList, withoutList } from './reduce-list.js';
import { withOutcome } from './reduce-outcome.js';
import { choiceOf, isUsable, tokenOf } from './selectors.js';
import type { Action, Setup, Shown, State } from './state.js';

export function reduce(state: State, action: Action): State {
  const next = withoutOldNews(state, nextState(state, action));
  const attempts = followToken(next.attempts, tokenOf(state), tokenOf(next));
  return attempts === next.attempts ? next : { ...next, attempts };
}

function nextState(state: State, action: Action): State {
  switch (action.type) {
    case 'setup':
      return withSetup(state, action);
    case 'load':
      return loading(state);
    case 'load-again':
      return loadingAgain(state);
    case 'list':
      return state.status === 'failed' ? state : withList({ ...state, isAsked: false }, action);
    case 'list-failed':
      if (state.status === 'failed') return state;
      return withoutList(state.isAsked ? { ...state, isAsked: false } : state, action.error);
    case 'change-due':
    case 'change-done':
    case 'change-failed':
    case 'removals-due':
      return reduceChange(state, action, null);
    case 'attempt-outcome':
      return { ...state, attempts: withOutcomeOf(state.attempts, action) };
    case 'form':
      return withForm(state, action);
    case 'form-attempts':
      return { ...state, attempts: followForm(state.attempts, action.before, action.after) };
    default:
      return state.status === 'shown' ? reduceShown(state, action) : state;
  }
}

/** What the live region says when there is no news of a card. */
const announced = ({ token, blockedSubmits, notice, field, isChecked, installments }: Shown) => [
  notice,
  attemptsOf({ token, blockedSubmits }),
  field.status === 'failed',
  isChecked,
  installments.offer.status === 'failed',
];

/** News of a card is old once there is something else to announce. */
function withoutOldNews(before: State, after: State): State {
  if (before.status !== 'shown' || after.status !== 'shown' || !after.news || after.news !== before.news) return after;
  const earlier = announced(before);
  return announced(after).some((now, index) => now && now !== earlier[index]) ? { ...after, news: null } : after;
}

type Of<Type extends Action['type']> = Extract<Action, { readonly type: Type }>;

type ShownAction = Exclude<
  Action,
  {
    readonly type:
      | 'attempt-outcome'
      | 'form'
      | 'form-attempts'
      | 'setup'
      | 'load'
      | 'load-again'
      | 'list'
      | 'list-failed'
      | 'change-due'
      | 'change-done'
      | 'change-failed'
      | 'removals-due';
  }
>;

function reduceShown(state: Shown, action: ShownAction): Shown {
  switch (action.type) {
    case 'choose-other':
      return chosenBy(state, OTHER_CARD);
    case 'choose-card': {
      const card = state.cards.find(({ id }) => id === action.cardId) ?? null;
      const isPayable = card ? isUsable(state, card, action.now) : action.cardId === null;
      const next = isPayable && !state.setup.isManaging ? chosenBy(state, choiceOfCard(card)) : state;
      const cardId = idOf(next, next.chosen);
      return cardId === next.cardId ? next : { ...next, cardId };
    }
    case 'choose-unusable': {
      const card = state.isPaid ? undefined : state.cards.find(({ id }) => id === action.cardId);
      return card ? { ...state, news: { word: 'cardUnusable', card } } : state;
    }
    case 'added':
      return withAdded(state, action.card);
    case 'remove':
      return withRemoved(state, action);
    case 'undo':
      return withUndone(state, action);
    case 'outcome':
      return withOutcome(state, action.outcome);
    case 'reason':
      return { ...state, notice: action.outcome };
    case 'submit-refused': {
      const isShown = action.error.code !== 'configuration' || state.field.status === 'failed';
      return isShown ? state : { ...state, notice: action.error };
    }
    case 'submit-blocked': {
      const token = reduceToken(state.token, { type: 'submitted' });
      return { ...state, blockedSubmits: state.blockedSubmits + 1, token };
    }
    case 'another-payment':
      return state.isPaid ? choosing({ ...state, isPaid: false }, choiceOf(state)) : state;
    case 'show-all':
      return state.isWhole ? state : { ...state, isWhole: true };
    case 'page-restored':
      return state.isPaid ? state : startedOver(state);
    case 'start-over':
      return startedOver(state);
    case 'token-expired': {
      // Without a code to type again, the shopper reads how to go on.
      const blockedSubmits = state.chosen?.securityCode.mode === 'mandatory' ? 0 : 1;
      return { ...startedOver(state), blockedSubmits };
    }
    case 'reset': {
      const choice = resetChoice(state, action.now);
      const reason = isSameChoice(choice, choiceOf(state)) ? 'code' : 'selection';
      const next = choosing({ ...state, isPaid: false }, choice, reason);
      return { ...next, installments: reduceInstallments(next.installments, { type: 'forget' }) };
    }
    case 'field':
      return reduceField(state, action.event);
    case 'installments':
      return withInstallments(state, action.event);
    case 'check':
      return state.isChecked ? state : { ...state, isChecked: true };
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

const startedOver = (state: Shown): Shown => choosing({ ...state, isPaid: false }, choiceOf(state), 'code');

function withSetup(state: State, { setup: change, now }: Of<'setup'>): State {
  const setup = { ...state.setup, ...change };
  const { isManaging, noPreselect, hasOther } = setup;
  const before = state.setup;
  const { givenId = state.cardId } = change;
  const isSame = (key: keyof Setup) => setup[key] === before[key];
  if (givenId === state.cardId && (Object.keys(setup) as (keyof Setup)[]).every(isSame)) return state;
  const next = { ...state, setup, cardId: givenId };
  const isNewMode = !isSame('isManaging');
  if (next.status !== 'shown' || (!isNewMode && isSame('noPreselect') && isSame('hasOther'))) return next;
  const first = firstChoice(next, next.cards, now);
  // From paying to managing, or back to the choice before that.
  if (isNewMode) return choosing(isManaging ? next : { ...next, first }, first);
  if (hasOther === before.hasOther || next.chosen) return next;
  if (next.isOther) return choosing({ ...next, first }, first);
  // Select "use another card" when no saved card can be used.
  const isNeeded = hasOther && !noPreselect && !isManaging && !next.listError;
  const hasUsable = next.cards.some((card) => isUsable(next, card, now));
  return isNeeded && !hasUsable ? choosing(next, OTHER_CARD) : next;
}

function chosenBy(state: Shown, choice: Choice): Shown {
  const { card, isOther } = choice;
  if (state.isPaid || (card && isLeaving(state, card))) return state;
  return card === state.chosen && isOther === state.isOther ? state : choosing(state, choice);
}

/** Adding a card cancels its refusal and its removal, if that could be undone or is of a card with the same id. */
function withAdded(state: Shown, card: SavedCard): Shown {
  const others = state.cards.filter((other) => !isSameCard(other, card));
  const isRestored = (id: string) =>
    id === card.id
      ? isLeaving(state, card)
      : state.changes.get(id)?.status === 'undoable' &&
        state.cards.some((other) => other.id === id && isSameCard(other, card));
  const changes = new Map([...state.changes].filter(([id]) => !isRestored(id)));
  const refused = new Set([...state.refused].filter((id) => id !== card.id));
  const next = { ...state, changes, refused, cards: [card, ...others] };
  const news = { word: 'cardAdded', card } as const;
  if (!state.setup.isManaging && !state.isPaid) return { ...choosing(next, choiceOfCard(card)), news };
  // The card that was paid with is this one now.
  const chosen = state.chosen && isSameCard(state.chosen, card) ? card : state.chosen;
  return { ...next, chosen, cardId: idOf(state, chosen), news };
}

function withRemoved(state: Shown, action: Of<'remove'>): Shown {
  if (isLeaving(state, action.card)) return state;
  const isChosen = state.chosen?.id === action.card.id;
  const instead = isChosen ? choiceWithout(state, action.card, action.now) : null;
  return reduceChange(instead ? choosing(state, instead) : state, action, instead) as Shown;
}

/** What the shopper has chosen since stays chosen. */
function withUndone(state: Shown, action: Of<'undo'>): Shown {
  const change = state.changes.get(action.card.id);
  const instead = change?.status === 'undoable' ? change.instead : null;
  const isMoved = instead && !state.isPaid && isSameChoice(instead, choiceOf(state));
  return reduceChange(isMoved ? choosing(state, choiceOfCard(action.card)) : state, action, null) as Shown;
}

function withForm(state: State, { form }: Of<'form'>): State {
  if (Object.entries(form).every(([key, value]) => state.form[key as keyof NewCardFacts] === value)) return state;
  const next = { ...state, form };
  // A new attempt clears the notice of the previous one, as it does for a card.
  const isAttempt = next.status === 'shown' && next.isOther && form.state === 'tokenizing';
  return isAttempt ? { ...next, notice: null } : next;
}
