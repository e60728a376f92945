import { html, nothing, type TemplateResult } from 'lit';
import type { MpError } from '../errors.js';
import { errorMessage } from '../i18n/error-message.js';
import type { View } from './view.js';

/** A fault and the way forward. */
export const notice = (
  { messages, state }: View,
  error: MpError,
  retry?: () => void,
  title?: string,
): TemplateResult => html`
  <div class="notice" id="notice" part="notice">
    ${title ? html`<p class="title">${title}</p>` : nothing}
    <p>${errorMessage(messages, error.code, (state.status === 'shown' && state.chosen?.securityCode.length) || 3)}</p>
    ${retry ? html`<button type="button" part="action" @click=${retry}>${messages.retry}</button>` : nothing}
  </div>
`;
