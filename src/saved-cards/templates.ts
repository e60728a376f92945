import { html, nothing, type TemplateResult } from 'lit';
import { expiryStatus, formatExpiry } from '../card/expiry.js';
import type { SavedCard } from '../card/saved-card.js';
import type { MpError } from '../errors.js';
import { errorMessage } from '../i18n/error-message.js';
import type { Messages } from '../i18n/messages.js';
import { brandMark } from '../ui/brand-mark.js';
import { cardSideIcon } from '../ui/card-side-icon.js';
import { codeProblem, type Shown, type State } from './state.js';

/** Name of the slot through which the code field's frame shows. */
export const CODE_SLOT = 'security-code';

/** What the templates need to know, and whom they tell what the shopper does. */
export interface View {
  readonly state: State;
  readonly messages: Messages;
  readonly now: Date;
  readonly skeletonRows: number;
  readonly required: boolean;
  /** A frame stands, even if it never said that it is ready. */
  readonly hasFrame: boolean;
  readonly on: {
    readonly reload: () => void;
    readonly openField: () => void;
    readonly focusCode: () => void;
    readonly change: (event: Event) => void;
    readonly click: (event: Event) => void;
    readonly keyDown: (event: KeyboardEvent) => void;
  };
}

export function widget(view: View): TemplateResult {
  const { state, messages, on } = view;
  switch (state.status) {
    case 'loading':
      return skeleton(view);
    case 'failed':
      return html`<div class="list" part="list">${notice(view, state.error, on.reload, messages.listFailed)}</div>`;
    case 'shown':
      return state.cards.length === 0
        ? html`<div class="list" part="list"><p class="message" tabindex="-1">${messages.empty}</p></div>`
        : list(view, state);
  }
}

const skeleton = ({ messages, skeletonRows }: View) => html`
  <div class="list" part="list" aria-busy="true">
    <span class="spoken">${messages.loading}</span>
    ${Array.from(
      { length: skeletonRows },
      () => html`
        <div class="row waiting">
          <span class="bone dot"></span><span class="bone mark"></span>
          <span><span class="bone line"></span><span class="bone short line"></span></span>
        </div>
      `,
    )}
  </div>
`;

const list = (view: View, state: Shown) => html`
  <div
    class="list"
    part="list"
    role="radiogroup"
    aria-label=${view.messages.heading}
    aria-required=${view.required}
    @change=${view.on.change}
    @click=${view.on.click}
    @keydown=${view.on.keyDown}
  >
    ${state.cards.map((card) => row(view, state, card))}
  </div>
`;

function row(view: View, state: Shown, card: SavedCard) {
  const { messages, now } = view;
  const isChosen = card === state.chosen;
  const expiry = expiryStatus(card, now);
  const isExpired = expiry === 'expired';
  const expiryText = messages[expiry](formatExpiry(card));
  return html`
    <div class="row ${isChosen ? 'chosen' : ''} ${expiry}" part="card">
      <label>
        <input
          type="radio"
          name="card"
          .value=${card.id}
          .checked=${isChosen}
          aria-disabled=${isExpired}
          aria-describedby=${isChosen && state.notice ? 'notice' : nothing}
        />
        ${brandMark(card.paymentMethod.id)}
        <span>
          <span class="name" part="label">
            ${card.paymentMethod.name}
            <span class="digits" aria-hidden="true"><span class="dots">••••</span> ${card.lastFourDigits}</span>
            <span class="spoken">${messages.endingIn(card.lastFourDigits)}</span>
          </span>
          <span class="details">
            <span class=${expiry === 'expires' ? '' : 'badge'} part=${expiry === 'expires' ? 'expiry' : 'badge'}>
              ${expiryText}
            </span>
            ${
              card.id === state.defaultCardId
                ? html`<span class="badge" part="badge">${messages.defaultCard}</span>`
                : nothing
            }
          </span>
        </span>
      </label>
      ${isChosen ? html`<div class="body">${body(view, state, card)}</div>` : nothing}
    </div>
  `;
}

function body(view: View, state: Shown, card: SavedCard) {
  const { hasFrame, on } = view;
  const { field } = state;
  const failure = field.status === 'failed' ? field.error : undefined;
  const fault = state.notice && !isAboutCode(state.notice) ? state.notice : failure;
  const noticed = fault ? notice(view, fault, failure && on.openField) : nothing;
  // Where no code is asked for, the frame is kept out of sight: the SDK makes no token without one.
  if (card.securityCode.mode === 'none') {
    return html`${noticed}
      <div class="unseen" inert><slot name=${CODE_SLOT}></slot></div>`;
  }
  return html`${noticed}${!failure || hasFrame ? codeField(view, state, card) : nothing}`;
}

/** What the live region says: progress, or the fault that is shown. */
export function announcement({ state, messages }: View): string {
  if (state.status === 'loading') return messages.loading;
  if (state.status === 'failed') return `${messages.listFailed} ${errorMessage(messages, state.error.code, 3)}`;
  if (state.token.status === 'making') return messages.tokenizing;
  const length = state.chosen?.securityCode.length || 3;
  if (state.field.status === 'failed') return errorMessage(messages, state.field.error.code, length);
  if (state.notice) return errorMessage(messages, state.notice.code, length);
  return state.isChecked && codeProblem(state) ? messages.enterCode(length) : '';
}

const isAboutCode = ({ code }: MpError) =>
  code === 'code-incomplete' || code === 'code-invalid' || code === 'field-lost';

function codeField({ messages, on }: View, state: Shown, { securityCode }: SavedCard) {
  const { field } = state;
  const length = securityCode.length || 3;
  const about = state.notice && isAboutCode(state.notice) ? state.notice.code : 'code-incomplete';
  const isWrong = (state.isChecked && codeProblem(state) !== undefined) || (state.notice && isAboutCode(state.notice));
  const hasFocus = field.status === 'ready' && field.hasFocus;
  if (field.status === 'away') {
    return html`<button type="button" part="action" @click=${on.openField}>${messages.securityCode}</button>`;
  }
  return html`
    <div class="code" role="group" aria-labelledby="code-label" aria-describedby="code-hint code-error">
      <span class="field-label" id="code-label" part="field-label">${messages.securityCode}</span>
      <div
        class="frame ${hasFocus ? 'focus' : ''} ${isWrong ? 'invalid' : ''}"
        part="field"
        tabindex="-1"
        aria-busy=${field.status === 'opening'}
        @focus=${on.focusCode}
      >
        <slot name=${CODE_SLOT}></slot>
        ${field.status === 'opening' ? html`<span class="bone"></span>` : nothing}
      </div>
      <span class="hint" id="code-hint">
        ${cardSideIcon(securityCode.location)}
        <span>
          ${messages.codeHint(length, securityCode.location)}
          ${securityCode.mode === 'optional' ? messages.codeOptional : nothing}
        </span>
      </span>
      <p class="error" id="code-error" part="error">${isWrong ? errorMessage(messages, about, length) : nothing}</p>
    </div>
  `;
}

const notice = ({ messages, state }: View, error: MpError, retry?: () => void, title?: string) => html`
  <div class="notice" id="notice" part="notice">
    ${title ? html`<p><b>${title}</b></p>` : nothing}
    <p>${errorMessage(messages, error.code, (state.status === 'shown' && state.chosen?.securityCode.length) || 3)}</p>
    ${retry ? html`<button type="button" part="action" @click=${retry}>${messages.retry}</button>` : nothing}
  </div>
`;
