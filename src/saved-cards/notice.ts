import { html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../card/outcome.js';
import type { MpError } from '../errors.js';
import { errorMessage, listErrorMessage } from '../i18n/error-message.js';
import type { ListMessages } from '../i18n/messages.js';
import { outcomeMessage } from '../i18n/outcome-message.js';
import type { State } from './state.js';
import type { View } from './view.js';

interface Words {
  readonly title?: string | undefined;
  readonly text: string;
}

const LIKE_MOST = { length: 3, location: 'back', mode: 'mandatory' } as const;

/** A fault, or what became of a payment, in the shopper's words. */
export function wordsOf(messages: ListMessages, state: State, what: MpError | Outcome): Words {
  const rule = (state.status === 'shown' && (state.chosen?.securityCode ?? state.form.codeRule)) || LIKE_MOST;
  return what instanceof Error
    ? { text: errorMessage(messages, what.code, rule.length || 3) }
    : outcomeMessage(messages, what, rule, state.status === 'shown' && state.isOther);
}

/** The same as a box, with the way forward. `tabindex`: what a refusal asks for may be read first. */
export function notice(
  { messages, state }: View,
  what: MpError | Outcome,
  retry?: () => void,
  heading?: string,
): TemplateResult {
  // A heading says that the list did not come.
  const words: Words | undefined =
    heading && what instanceof Error ? { text: listErrorMessage(messages, what.code) } : undefined;
  const { title = heading, text } = words ?? wordsOf(messages, state, what);
  return html`
    <div class="notice" id=${heading ? nothing : 'notice'} part="notice" tabindex="-1">
      ${title ? html`<p class="title">${title}</p>` : nothing}
      <p>${text}</p>
      ${retry ? html`<button type="button" part="action" @click=${retry}>${messages.retry}</button>` : nothing}
    </div>
  `;
}
