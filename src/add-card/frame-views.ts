import { html, nothing } from 'lit';
import { asksToRetype } from '../core/token-state.js';
import type { CardFieldType } from '../mercadopago/card-fields.js';
import { brandMark } from '../ui/brand-mark.js';
import { codeHint, codeLabel, retypeHint } from '../ui/code-hint.js';
import { codeRule } from './field-selectors.js';
import { errorLine } from './plain-views.js';
import { fieldMessage } from './form-messages.js';
import type { Open } from './state.js';
import type { View } from './view.js';

/** The three Secure Fields, with what is known of the card. */
export function frames(view: View, state: Open) {
  const { messages, hasFrames } = view;
  if (state.frames.status === 'shown' && state.frames.error && !hasFrames) return nothing;
  const { method } = state;
  const known = method.status === 'known' ? method.method : undefined;
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
        codeLabel(messages, codeRule(state)),
        nothing,
        codeHint(messages, 'securityCode-hint', codeRule(state)),
      )}
    </div>
    ${asksToRetype(state) ? retypeHint(messages, codeRule(state)) : nothing}
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
