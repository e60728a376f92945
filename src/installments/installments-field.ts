import { html, nothing, type TemplateResult } from 'lit';
import type { InstallmentPlan } from '../card/installments.js';
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
    <div class="field plans" aria-busy=${!chosen}>
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
            ? offer.plans.map((plan) => option(plan, plan === chosen))
            : html`<option>${messages.installmentsLoading}</option>`
        }
      </select>
      <p class="legal" id="installments-details">${chosen ? details(messages, chosen) : nothing}</p>
    </div>
  `;
}

const option = ({ installments, recommendedMessage }: InstallmentPlan, isChosen: boolean) =>
  html`<option value=${installments} .selected=${isChosen}>${recommendedMessage}</option>`;

/**
 * The legal texts of the chosen plan. A narrow select cuts off Mercado Pago's text with the total, so there it is repeated here in
 * full.
 */
function details({ interestFree }: SharedMessages, plan: InstallmentPlan) {
  const { installments, isInterestFree, legalTexts, recommendedMessage } = plan;
  const texts = [...(installments > 1 && isInterestFree ? [interestFree] : []), ...legalTexts];
  return html`<span class="whole" aria-hidden="true">${recommendedMessage}</span> ${texts.join(' · ')}`;
}

const failure = (messages: SharedMessages, on: InstallmentsHandlers) =>
  notice({
    kind: 'plain',
    text: messages.installmentsFailed,
    way: html`<button type="button" id="installments-retry" part="action" @click=${() => on.retry()}>
      ${messages.retry}
    </button>`,
  });
