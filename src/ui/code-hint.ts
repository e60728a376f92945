import { html, type TemplateResult } from 'lit';
import type { SecurityCodeRule } from '../card/saved-card.js';
import type { SharedMessages } from '../i18n/messages.js';
import { cardSideIcon } from './card-side-icon.js';

/** How many digits the security code has, and where they are. */
export const codeHint = (
  messages: SharedMessages,
  id: string,
  { length, location }: SecurityCodeRule,
): TemplateResult => html`
  <span class="hint" id=${id}>
    ${cardSideIcon(location)}
    <span>${messages.codeHint(length || 3, location)}</span>
  </span>
`;

/** Name of the security code's field. */
export const codeLabel = ({ securityCode, codeOptional }: SharedMessages, { mode }: SecurityCodeRule): string =>
  mode === 'mandatory' ? securityCode : `${securityCode} ${codeOptional}`;

/** Does not look as if it was typed. */
export const CODE_PLACEHOLDER = 'CVV';

/** How to try again: the same token is charged once. */
export const retypeHint = (messages: SharedMessages, { length, location }: SecurityCodeRule): TemplateResult =>
  html`<p class="hint again">${messages.retypeCode(length || 3, location)}</p>`;
