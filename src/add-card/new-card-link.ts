import type { NewCardLink } from '../core/card-list-link.js';
import type { TokenAttempt } from '../core/token-attempt.js';
import type { NewCardFields } from './new-card-fields.js';
import type { FormContext } from './context.js';
import type { ListConnection } from './list-connection.js';
import type { Opening } from './opening.js';
import type { OutcomeReport } from './outcome-report.js';
import type { Action, State } from './state.js';

/** What a list can reach of its form. */
export interface LinkedFeatures {
  readonly attempt: Pick<TokenAttempt<State, Action>, 'token'>;
  readonly connection: Pick<ListConnection, 'isSlotted'>;
  readonly fields: Pick<NewCardFields, 'clearUsedCode'>;
  readonly opening: Pick<Opening, 'open' | 'close'>;
  readonly outcomes: Pick<OutcomeReport, 'correct'>;
}

/** The form, as its list sees it. */
export function createNewCardLink({ host, store }: FormContext, features: LinkedFeatures): NewCardLink {
  return {
    get isSlotted() {
      return features.connection.isSlotted;
    },
    settingsChanged: () => host.requestUpdate(),
    show: (isOpen, byShopper) => (isOpen ? features.opening.open(byShopper) : features.opening.close()),
    tokenize: () => features.attempt.token(),
    dropToken: (reason) => void store.dispatch({ type: 'drop-token', reason }),
    clearCode: () => features.fields.clearUsedCode(),
    correct: (field) => features.outcomes.correct(field),
    paid: () => void store.dispatch({ type: 'paid' }),
    reset: () => void store.dispatch({ type: 'reset' }),
    focus: () => host.focus(),
  };
}
