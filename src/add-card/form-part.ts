import type { FormPartValue } from '../core/form-part.js';
import type { Messages } from '../i18n/messages.js';
import { problemOf, wrongFields } from './fields.js';
import type { Settings } from './settings.js';
import type { Open, State } from './state.js';
import { problemMessage } from './words.js';

/**
 * The element's part in its form. A closed form takes none; one that saves takes none either, but stops a submit while a
 * card is typed that would be lost with the page.
 *
 * @param hasTyped something was typed
 */
export function formPart(state: State, settings: Settings, messages: Messages, hasTyped: boolean): FormPartValue {
  const restore = '';
  if (settings.intent === 'save') {
    const problem = { flags: { customError: true }, message: messages.saveFirst };
    return hasTyped ? { demand: 'stop', problem, restore } : { demand: 'none', restore };
  }
  // Of a form in its slot the list says that the payment is made.
  if (state.isPaid) return { demand: settings.isDriven ? 'none' : 'paid', restore };
  if (state.status === 'closed') return { demand: 'none', restore };
  const held = state.token.status === 'held' ? state.token : undefined;
  const problem = held ? undefined : firstProblem(state, messages);
  return { demand: 'token', held, isChosen: hasTyped, saveCard: state.typed.saveCard, problem, restore };
}

/** Blocks a submit only on what is known; `createCardToken` judges the rest. */
function firstProblem(state: Open, messages: Messages): FormPartValue['problem'] {
  const [field] = wrongFields(state);
  if (!field) return undefined;
  const flags = problemOf(state, field) === 'missing' ? { valueMissing: true } : { badInput: true };
  return { flags, message: problemMessage(messages, state, field) };
}
