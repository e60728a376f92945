import { html, nothing, type TemplateResult } from 'lit';
import { installmentsField } from '../installments/installments-field.js';
import { savedText } from './announcement.js';
import { asksDocument, asksIssuer, isFormShown } from './fields.js';
import { frames } from './frame-fields.js';
import { documentFields, issuerField, saveBox, textField } from './plain-fields.js';
import { noticeMessage } from './form-messages.js';
import type { Closed, Open, State } from './state.js';
import type { View } from './view.js';

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

function form(view: View, state: Open): TemplateResult {
  const { messages, settings, on } = view;
  const isSaving = state.saving !== null;
  if (!isFormShown(state)) return settings.isDriven ? html`${nothing}` : paid(view, state);
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
        state.canCancel
          ? html`<button type="button" class="quiet" part="action" ?disabled=${isSaving} @click=${on.cancel}>
              ${messages.cancel}
            </button>`
          : nothing
      }
      <p class="trust">${messages.trust}</p>
    </div>
  `;
}

/** The payment is made: that is all there is to see, with a way to another one. */
const paid = ({ messages, on }: View, { blockedSubmits }: State) => html`
  <div class="notice success" part="notice" id="paid">
    <p class="title">${messages.paid}</p>
    ${blockedSubmits > 0 ? html`<p>${messages.alreadyPaidHere}</p>` : nothing}
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
