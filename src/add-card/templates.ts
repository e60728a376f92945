import { html, nothing, type TemplateResult } from 'lit';
import { isSubmittedAgain } from '../core/token-state.js';
import type { Messages } from '../i18n/messages.js';
import type { CardFieldType } from '../mercadopago/card-fields.js';
import { brandMark } from '../ui/brand-mark.js';
import { cardSideIcon } from '../ui/card-side-icon.js';
import { installmentsField, type InstallmentsHandlers } from '../installments/installments-field.js';
import { asksDocument, asksIssuer, codeRule, fieldsShown } from './fields.js';
import { documentFields, errorLine, issuerField, saveBox, textField } from './plain-fields.js';
import type { Settings } from './settings.js';
import type { Closed, Open, State } from './state.js';
import { codeLength, fieldMessage, noticeMessage } from './words.js';

/** What the templates need to know, and whom they tell what the shopper does. */
export interface View {
  readonly state: State;
  readonly messages: Messages;
  readonly settings: Settings;
  /** The frames stand, even if they never said that they are ready. */
  readonly hasFrames: boolean;
  /** The shopper may close the form. */
  readonly canCancel: boolean;
  readonly on: {
    readonly open: () => void;
    readonly cancel: () => void;
    readonly save: () => void;
    readonly openFrames: () => void;
    readonly installments: InstallmentsHandlers;
    readonly input: (event: Event) => void;
    readonly leave: (event: Event) => void;
    readonly keyDown: (event: KeyboardEvent) => void;
    readonly click: (event: Event) => void;
    readonly focusFrame: (event: Event) => void;
    /** Another payment, after one that is made. */
    readonly payAgain: () => void;
  };
}

export function widget(view: View): TemplateResult {
  return view.state.status === 'open' ? form(view, view.state) : opener(view, view.state);
}

const opener = ({ messages, settings, on }: View, { saved }: Closed) => html`
  ${saved && !settings.isDriven ? html`<div class="notice success" part="notice"><p>${savedText(messages, saved)}</p></div>` : nothing}
  ${
    settings.isDriven
      ? nothing
      : html`<button type="button" class="opener" part="action" @click=${on.open}>
          <span class="plus" aria-hidden="true"></span>${messages.addCard}
        </button>`
  }
`;

const savedText = (messages: Messages, { paymentMethod, lastFourDigits }: NonNullable<Closed['saved']>): string =>
  messages.cardAdded(`${paymentMethod.name} ${messages.endingIn(lastFourDigits)}`);

function form(view: View, state: Open): TemplateResult {
  const { messages, settings, canCancel, on } = view;
  const isSaving = state.saving !== null;
  if (state.isPaid && !isSaving && !state.saveError) return settings.isDriven ? html`${nothing}` : paid(view, state);
  return html`
    <div
      class="form"
      part="form"
      role="group"
      aria-label=${messages.addCard}
      tabindex="-1"
      @input=${on.input}
      @change=${on.leave}
      @focusout=${on.leave}
      @keydown=${on.keyDown}
      @click=${on.click}
    >
      ${notice(view, state)} ${state.frames.status === 'away' ? away(view) : frames(view, state)}
      ${textField(view, state, 'cardholderName', messages.cardholderName, { autocomplete: 'cc-name' })}
      ${asksDocument(state) ? documentFields(view, state) : nothing}
      ${asksIssuer(state) ? issuerField(view, state) : nothing}
      ${settings.intent === 'pay' ? installmentsField(messages, state.installments, on.installments) : nothing}
      ${settings.intent === 'pay' && settings.endpoint ? saveBox(view, state.typed) : nothing}
      ${
        settings.intent === 'save' || isSaving || state.saveError
          ? html`<button
              type="button"
              class=${settings.intent === 'save' ? 'primary' : ''}
              part="action"
              aria-busy=${isSaving}
              @click=${on.save}
            >
              ${isSaving ? messages.saving : messages.saveCard}
            </button>`
          : nothing
      }
      ${
        canCancel
          ? html`<button type="button" class="quiet" part="action" ?disabled=${isSaving} @click=${on.cancel}>
              ${messages.cancel}
            </button>`
          : nothing
      }
      <p class="trust">${messages.trust}</p>
    </div>
  `;
}

/** The payment is made: said once, and nothing asks for anything any more. */
const paid = ({ messages, on }: View, { heldBack }: State) => html`
  <div class="notice success" part="notice" id="paid">
    <p class="title">${messages.paid}</p>
    ${heldBack > 0 ? html`<p>${messages.alreadyPaidHere}</p>` : nothing}
    <button type="button" part="action" @click=${on.payAgain}>${messages.anotherPayment}</button>
  </div>
`;

function notice(view: View, state: Open) {
  const { messages, settings, on } = view;
  const { title, text } = noticeMessage(messages, state, settings.intent);
  const isAboutFrames = state.frames.status === 'shown' && state.frames.error;
  return text
    ? html`<div class="notice" id="notice" part="notice" tabindex="-1">
        ${title ? html`<p class="title">${title}</p>` : nothing}
        <p>${text}</p>
        ${
          isAboutFrames
            ? html`<button type="button" part="action" @click=${on.openFrames}>${messages.retry}</button>`
            : nothing
        }
      </div>`
    : nothing;
}

const away = ({ messages, on }: View) => html`
  <div class="notice plain" part="notice">
    <p>${messages.fieldElsewhere}</p>
    <button type="button" part="action" @click=${on.openFrames}>${messages.useHere}</button>
  </div>
`;

function frames(view: View, state: Open) {
  const { messages, hasFrames } = view;
  if (state.frames.status === 'shown' && state.frames.error && !hasFrames) return nothing;
  const { method } = state;
  const known = method.status === 'known' ? method.method : undefined;
  const { location, mode } = codeRule(state);
  const hint =
    method.status === 'unknown' ? messages.brandUnknown : method.status === 'failed' ? messages.lookupFailed : '';
  return html`
    ${frame(
      view,
      state,
      'cardNumber',
      messages.cardNumber,
      html`${brandMark(known?.id ?? '')}<span class="spoken" id="brand">${known?.name ?? ''}</span>`,
      hint ? html`<span class="hint" id="cardNumber-hint">${hint}</span>` : nothing,
    )}
    <div class="two">
      ${frame(view, state, 'expirationDate', messages.expirationDate)}
      ${frame(
        view,
        state,
        'securityCode',
        messages.securityCode,
        nothing,
        html`<span class="hint" id="securityCode-hint">
          ${cardSideIcon(location)}
          <span>
            ${messages.codeHint(codeLength(state), location)} ${mode === 'mandatory' ? nothing : messages.codeOptional}
          </span>
        </span>`,
      )}
    </div>
    ${asksToRetype(state) ? html`<p class="hint again">${retypeCode(messages, state)}</p>` : nothing}
  `;
}

function frame(
  { on, messages }: View,
  state: Open,
  field: CardFieldType,
  label: string,
  mark: unknown = nothing,
  hint: unknown = nothing,
) {
  const shown = state.frames.status === 'shown' ? state.frames : undefined;
  const error = fieldMessage(messages, state, field);
  const isOpening = shown?.content[field] === 'opening' && !shown.error;
  return html`
    <div
      class="field"
      role="group"
      aria-labelledby=${`${field}-label`}
      aria-describedby=${`${field === 'cardNumber' ? 'brand ' : ''}${field}-hint ${field}-error`}
    >
      <span class="field-label" id=${`${field}-label`} part="field-label" data-field=${field}>${label}</span>
      <div
        class="frame ${shown?.focus === field ? 'focus' : ''} ${error ? 'invalid' : ''}"
        part="field"
        tabindex="-1"
        data-field=${field}
        aria-busy=${isOpening}
        @focus=${on.focusFrame}
      >
        <slot name=${field}></slot>
        ${mark} ${isOpening ? html`<span class="bone"></span>` : nothing}
      </div>
      ${hint} ${errorLine(field, error)}
    </div>
  `;
}

/** What the live region says: progress, or everything that is shown to be wrong, from top to bottom. */
export function announcement({ state, messages, settings }: View): string {
  if (state.isPaid && state.heldBack > 0) return again(messages.alreadyPaidHere, state.heldBack);
  if (state.isPaid && !settings.isDriven && !(state.status === 'closed' && state.saved)) return messages.paid;
  if (state.status === 'closed') return state.saved ? savedText(messages, state.saved) : '';
  const { token, method } = state;
  if (state.saving) return messages.saving;
  if (token.status === 'making') return messages.tokenizing;
  if (asksToRetype(state)) {
    return again(retypeCode(messages, state), token.status === 'held' ? token.submits : state.heldBack);
  }
  const hint = [
    method.status === 'unknown' ? messages.brandUnknown : '',
    state.installments.offer.status === 'failed' ? messages.installmentsFailed : '',
  ];
  const wrong = fieldsShown(state).map((field) => fieldMessage(messages, state, field));
  const { title = '', text } = noticeMessage(messages, state, settings.intent);
  return [title, text, ...wrong, ...hint].filter(Boolean).join(' ');
}

/** Not beside an outcome: what is pending, or not known, is not to be tried again. */
const asksToRetype = ({ token, heldBack, notice }: Open): boolean =>
  (isSubmittedAgain(token) || heldBack > 0) && !(notice && 'kind' in notice);

/** How to try again: the same token is charged once. */
const retypeCode = (messages: Messages, state: Open): string =>
  messages.retypeCode(codeLength(state), codeRule(state).location);

/** A sentence that is said once more is heard only if its text changes. */
const again = (sentence: string, times: number): string => sentence + '\u00a0'.repeat(times % 2);
