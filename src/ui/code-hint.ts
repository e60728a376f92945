import { html, nothing, type TemplateResult } from 'lit';
import type { SecurityCodeRule } from '../card/saved-card.js';
import type { SharedMessages } from '../i18n/messages.js';
import { cardSideIcon } from './card-side-icon.js';

/** How many digits the security code has, and where they are. */
export const codeHint = (
  messages: SharedMessages,
  id: string,
  { length, location, mode }: SecurityCodeRule,
): TemplateResult => html`
  <span class="hint" id=${id}>
    ${cardSideIcon(location)}
    <span>${messages.codeHint(length || 3, location)} ${mode === 'mandatory' ? nothing : messages.codeOptional}</span>
  </span>
`;

/** How to try again: the same token is charged once. */
export const retypeHint = (messages: SharedMessages, { length, location }: SecurityCodeRule): TemplateResult =>
  html`<p class="hint again">${messages.retypeCode(length || 3, location)}</p>`;
