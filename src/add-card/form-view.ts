import { html, nothing, type TemplateResult } from 'lit';
import { installmentsField } from '../installments/installments-field.js';
import { action, awayNotice, notice, paidNotice } from '../ui/notice.js';
import { savedText } from './announcement.js';
import { asksDocument, asksIssuer, isFormShown } from './field-selectors.js';
import { frames } from './frame-views.js';
import { documentFields, issuerField, saveBox, textField } from './plain-views.js';
import { noticeMessage } from './form-messages.js';
import type { Closed, Open } from './state.js';
import type { View } from './view.js';

export function widget(view: View): TemplateResult {
  return view.state.status === 'open' ? form(view, view.state) : opener(view, view.state);
}

const opener = ({ messages, settings, on }: View, { saved }: Closed) => html`
  ${saved && !settings.isDriven ? notice({ kind: 'success', text: savedText(messages, saved) }) : nothing}
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
  if (!isFormShown(state))
    return settings.isDriven ? html`${nothing}` : paidNotice(messages, state.blockedSubmits, on.payAgain);
  return html`
    <div
      class="form"
      part="form"
      role="group"
      aria-label=${settings.intent === 'save' ? messages.addCard : messages.newCard}
      tabindex="-1"
      @input=${on.input}
      @change=${on.leave}
      @focusout=${on.leave}
      @keydown=${on.keyDown}
      @click=${on.click}
    >
      ${faultNotice(view, state)}
      ${state.frames.status === 'away' ? awayNotice(messages, on.openFrames) : frames(view, state)}
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

function faultNotice(view: View, state: Open) {
  const { messages, on } = view;
  const words = noticeMessage(view, state);
  const isAboutFrames = state.frames.status === 'shown' && state.frames.error;
  const way = isAboutFrames ? action(messages.retry, on.openFrames) : undefined;
  return words.text ? notice({ id: 'notice', ...words, way }) : nothing;
}
