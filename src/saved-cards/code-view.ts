import { html, nothing, type TemplateResult } from 'lit';
import type { SavedCard } from '../card/saved-card.js';
import { asksToRetype } from '../core/token-state.js';
import { errorMessage } from '../i18n/error-message.js';
import type { ListMessages } from '../i18n/messages.js';
import { awayNotice } from '../ui/notice.js';
import { codeHint, codeLabel, retypeHint } from '../ui/code-hint.js';
import { faultNotice } from './fault-notice.js';
import { codeError, isAtCode, isCodeWrong } from './selectors.js';
import type { Shown } from './state.js';
import { CODE_SLOT, type View } from './view.js';

/** What opens under the chosen card: what is wrong, and the code to be typed. */
export function codeBody(view: View, state: Shown, card: SavedCard): TemplateResult {
  const { hasFrame, on } = view;
  const { field } = state;
  const failure = field.status === 'failed' ? field.error : undefined;
  const isAtField = card.securityCode.mode !== 'none' && isAtCode(state.notice);
  const fault = isAtField ? failure : (state.notice ?? failure);
  const noticed = fault ? faultNotice(view, state, fault, failure && on.openField) : nothing;
  if (state.refused.has(card.id)) return html`${noticed}`;
  // Where no code is asked for, the frame is kept out of sight: the SDK makes no token without one.
  if (card.securityCode.mode === 'none') {
    return html`${noticed}${submittedAgain(view, state, card)}
      <div class="unseen" inert><slot name=${CODE_SLOT}></slot></div>`;
  }
  return html`${noticed}${!failure || hasFrame ? codeField(view, state, card) : nothing}${submittedAgain(view, state, card)}`;
}

/** The same token again: Mercado Pago charges it once, and how to try again is said. A card may have no code to retype. */
function submittedAgain({ messages, on }: View, state: Shown, { securityCode }: SavedCard) {
  if (!asksToRetype(state)) return nothing;
  if (securityCode.mode === 'mandatory') return retypeHint(messages, securityCode);
  return html`
    <p class="hint again">
      ${messages.retryWithoutCode}
      <button type="button" class="link" part="action" @click=${on.startAgain}>${messages.startAgain}</button>
    </p>
  `;
}

/** In place of the code and, where they are asked for, of the installments: as large as they will be. */
export const bodyBones = (messages: ListMessages, hasInstallments: boolean): TemplateResult => html`
  <div class="body">
    ${bones('code', codeHint(messages, 'code-hint', { length: 3, location: 'back', mode: 'mandatory' }))}
    ${hasInstallments ? bones('field', html`<p class="legal"></p>`) : nothing}
  </div>
`;

const bones = (kind: string, below: TemplateResult) => html`
  <div class="${kind} bones" aria-hidden="true">
    <span class="field-label">&nbsp;</span>
    <span class="frame"><span class="bone"></span></span>
    ${below}
  </div>
`;

function codeField({ messages, on }: View, state: Shown, { securityCode }: SavedCard) {
  const { field } = state;
  if (field.status === 'away') return awayNotice(messages, on.openField);
  const length = securityCode.length || 3;
  const error = codeError(state);
  return html`
    <div class="code" role="group" aria-labelledby="code-label" aria-describedby="code-hint code-error">
      <span class="field-label" id="code-label" part="field-label">${codeLabel(messages, securityCode)}</span>
      <div
        class="frame ${field.status === 'ready' && field.hasFocus ? 'focus' : ''} ${field.status === 'ready' && field.code === 'valid' ? 'complete' : ''} ${isCodeWrong(state) ? 'invalid' : ''}"
        part="field"
        tabindex="-1"
        aria-busy=${field.status === 'opening'}
        @focus=${on.focusCode}
      >
        <slot name=${CODE_SLOT}></slot>
        ${field.status === 'opening' ? html`<span class="bone"></span>` : nothing}
      </div>
      ${codeHint(messages, 'code-hint', securityCode)}
      <p class="error" id="code-error" part="error">${error ? errorMessage(messages, error, length) : nothing}</p>
    </div>
  `;
}
