import { html, nothing, type TemplateResult } from 'lit';
import { planText, type InstallmentPlan } from '../card/installments.js';
import type { SharedMessages } from '../i18n/messages.js';
import { notice } from '../ui/notice.js';
import { chosenPlan, type Installments } from './installments-state.js';

/** Called for actions of the shopper. */
export interface InstallmentsHandlers {
  readonly choose: (installments: number) => void;
  readonly retry: () => void;
}

/** The select for the number of installments. Nothing is rendered where there is no choice. */
export function installmentsField(
  messages: SharedMessages,
  state: Installments,
  on: InstallmentsHandlers,
): TemplateResult | typeof nothing {
  const { offer } = state;
  if (offer.status === 'none') return nothing;
  if (offer.status === 'failed') return failure(messages, on);
  const chosen = chosenPlan(state);
  return html`
    <div class="field" aria-busy=${!chosen}>
      <label class="field-label" for="installments" part="field-label">${messages.installments}</label>
      <select
        id="installments"
        part="installments"
        aria-describedby=${chosen ? 'installments-details' : nothing}
        @change=${(event: Event) => {
          event.stopPropagation(); // listeners around it handle `change` events of other controls
          on.choose(Number((event.target as HTMLSelectElement).value));
        }}
      >
        ${
          offer.status === 'offered'
            ? offer.plans.map((plan) => option(messages, plan, plan === chosen))
            : html`<option>${messages.installmentsLoading}</option>`
        }
      </select>
      <p class="legal" id="installments-details">${chosen ? details(messages, chosen) : nothing}</p>
    </div>
  `;
}

const option = ({ interestFree }: SharedMessages, plan: InstallmentPlan, isChosen: boolean) =>
  html`<option value=${plan.installments} .selected=${isChosen}>${planText(plan, interestFree)}</option>`;

/** The legal texts of the chosen plan, and its own text for a select that is too narrow for it. */
const details = ({ interestFree }: SharedMessages, plan: InstallmentPlan) =>
  html`<span class="whole" aria-hidden="true">${planText(plan, interestFree)}</span> ${plan.legalTexts.join(' · ')}`;

const failure = (messages: SharedMessages, on: InstallmentsHandlers) =>
  notice({
    kind: 'plain',
    text: messages.installmentsFailed,
    way: html`<button type="button" id="installments-retry" part="action" @click=${() => on.retry()}>
      ${messages.retry}
    </button>`,
  });
