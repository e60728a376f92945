import { html, type TemplateResult } from 'lit';
import { fieldMessage } from './form-messages.js';
import type { FieldName, Open, Typed } from './state.js';
import type { View } from './view.js';

export const errorLine = (field: FieldName, error: string) =>
  html`<p class="error" id=${`${field}-error`} part="error">${error}</p>`;

/** A plain field with its label, and what is wrong with it. */
function labelled(
  { messages }: View,
  state: Open,
  field: FieldName,
  label: string,
  control: (error: string) => TemplateResult,
) {
  const error = fieldMessage(messages, state, field);
  return html`
    <div class="field">
      <label class="field-label" for=${field} part="field-label">${label}</label>
      ${control(error)} ${errorLine(field, error)}
    </div>
  `;
}

export const textField = (
  view: View,
  state: Open,
  field: 'cardholderName' | 'identificationNumber',
  label: string,
  { autocomplete, inputMode = 'text' }: { autocomplete: string; inputMode?: string },
) =>
  labelled(
    view,
    state,
    field,
    label,
    (error) => html`
      <input
        class="input"
        id=${field}
        part="field"
        autocomplete=${autocomplete}
        inputmode=${inputMode}
        spellcheck="false"
        autocapitalize="characters"
        aria-required="true"
        aria-invalid=${error !== ''}
        aria-describedby=${`${field}-error`}
        .value=${state.typed[field]}
      />
    `,
  );

export function documentFields(view: View, state: Open) {
  const { messages } = view;
  const { documents, typed } = state;
  const isNumber = documents.find(({ id }) => id === typed.identificationType)?.type === 'number';
  return html`
    <div class="two">
      ${select(view, state, 'identificationType', messages.identificationType, documents)}
      ${textField(view, state, 'identificationNumber', messages.identificationNumber, {
        autocomplete: 'off',
        inputMode: isNumber ? 'numeric' : 'text',
      })}
    </div>
  `;
}

export function issuerField(view: View, state: Open) {
  const { messages } = view;
  const issuers = state.method.status === 'known' ? state.method.issuers : [];
  return select(view, state, 'issuerId', messages.issuer, [{ id: '', name: messages.chooseOption }, ...issuers]);
}

const select = (
  view: View,
  state: Open,
  field: 'identificationType' | 'issuerId',
  label: string,
  choices: readonly { readonly id: string; readonly name: string }[],
) =>
  labelled(
    view,
    state,
    field,
    label,
    (error) => html`
      <select
        id=${field}
        part="field"
        aria-required="true"
        aria-invalid=${error !== ''}
        aria-describedby=${`${field}-error`}
      >
        ${choices.map(
          ({ id, name }) => html`<option value=${id} .selected=${id === state.typed[field]}>${name}</option>`,
        )}
      </select>
    `,
  );

export const saveBox = ({ messages }: View, { saveCard }: Typed) => html`
  <label class="tick"
    ><input type="checkbox" id="saveCard" .checked=${saveCard} /><span>${messages.saveCardBox}</span></label
  >
`;
