import { html, nothing, type TemplateResult } from 'lit';
import type { DeclineGuidance } from '../card/decline.js';
import type { MpError } from '../errors.js';
import { declineMessage } from '../i18n/decline-message.js';
import { errorMessage } from '../i18n/error-message.js';
import type { Messages } from '../i18n/messages.js';
import type { State } from './state.js';
import type { View } from './view.js';

/** What is told of a fault or a refused payment. */
interface Told {
  readonly title?: string | undefined;
  readonly text: string;
}

const LIKE_MOST = { length: 3, location: 'back', mode: 'mandatory' } as const;

/** A fault, or a refused payment, in the shopper's words. */
export function tell(messages: Messages, state: State, what: MpError | DeclineGuidance): Told {
  const rule = (state.status === 'shown' && (state.chosen?.securityCode ?? state.form.codeRule)) || LIKE_MOST;
  return what instanceof Error
    ? { text: errorMessage(messages, what.code, rule.length || 3) }
    : declineMessage(messages, what, rule);
}

/** The same as a box, with the way forward. `tabindex`: what a refusal asks for may be read first. */
export function notice(
  { messages, state }: View,
  what: MpError | DeclineGuidance,
  retry?: () => void,
  heading?: string,
): TemplateResult {
  const { title = heading, text } = tell(messages, state, what);
  return html`
    <div class="notice" id=${heading ? nothing : 'notice'} part="notice" tabindex="-1">
      ${title ? html`<p class="title">${title}</p>` : nothing}
      <p>${text}</p>
      ${retry ? html`<button type="button" part="action" @click=${retry}>${messages.retry}</button>` : nothing}
    </div>
  `;
}
