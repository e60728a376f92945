import type { Outcome } from '../card/outcome.js';
import { mandatoryCode } from '../card/security-code.js';
import { endToken } from '../core/token-state.js';
import { choosing } from './reduce-choice.js';
import { choiceOf } from './selectors.js';
import type { Shown } from './state.js';

/**
 * The outcome of the payment. A refusal, or a payment that was not completed, ends the attempt and empties the code; while
 * the outcome is open, or not known, the attempt keeps its token.
 */
export function withOutcome(state: Shown, outcome: Outcome): Shown {
  switch (outcome.kind) {
    case 'approved':
      return {
        ...state,
        isPaid: true,
        token: endToken(state.token, 'submitted'),
        notice: null,
        blockedSubmits: 0,
        isChecked: false,
        news: null,
      };
    case 'refused':
      return refuse(state, outcome);
    case 'ended':
      return { ...choosing(state, choiceOf(state), 'rejected'), notice: outcome };
    case 'returned':
      return state;
    default:
      return { ...state, notice: outcome, blockedSubmits: 0 };
  }
}

/** Typing the code again helps a card only if it has one, whatever its record says. */
function refuse(state: Shown, outcome: Outcome): Shown {
  const { chosen, isOther } = state;
  const { needsCode, isCardUnusable } = outcome;
  const card =
    chosen && needsCode && chosen.securityCode.mode !== 'mandatory'
      ? { ...chosen, securityCode: mandatoryCode(chosen) }
      : chosen;
  return {
    ...choosing(state, { card, isOther }, 'rejected'),
    cards: state.cards.map((each) => (card && each === chosen ? card : each)),
    notice: outcome,
    refused: chosen && isCardUnusable ? new Set([...state.refused, chosen.id]) : state.refused,
  };
}
