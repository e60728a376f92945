import { html, nothing, type TemplateResult } from 'lit';
import type { InstallmentPlan } from '../card/installments.js';
import type { Messages } from '../i18n/messages.js';
import { chosenPlan, type Installments } from './installments-state.js';

/** Whom the field tells what the shopper does. */
export interface InstallmentsHandlers {
  readonly choose: (installments: number) => void;
  readonly retry: () => void;
}

/** In how many parts to pay: nothing where there is no choice. */
export function installmentsField(
  messages: Messages,
  state: Installments,
  on: InstallmentsHandlers,
): TemplateResult | typeof nothing {
  const { offer } = state;
  if (offer.status === 'none') return nothing;
  if (offer.status === 'failed') return failure(messages, on);
  const chosen = chosenPlan(state);
  const details = chosen ? detailsOf(messages, chosen) : '';
  return html`
    <div class="field" aria-busy=${!chosen}>
      <label class="field-label" for="installments" part="field-label">${messages.installments}</label>
      <select
        id="installments"
        part="installments"
        aria-describedby=${details ? 'installments-details' : nothing}
        @change=${(event: Event) => {
          event.stopPropagation(); // what is around has changes of its own to hear of
          on.choose(Number((event.target as HTMLSelectElement).value));
        }}
      >
        ${
          offer.status === 'offered'
            ? offer.plans.map((plan) => option(plan, plan === chosen))
            : html`<option>${messages.installmentsLoading}</option>`
        }
      </select>
      ${details ? html`<p class="legal" id="installments-details">${details}</p>` : nothing}
    </div>
  `;
}

const option = ({ installments, recommendedMessage }: InstallmentPlan, isChosen: boolean) =>
  html`<option value=${installments} .selected=${isChosen}>${recommendedMessage}</option>`;

/** What the law and the shopper want to see beside the chosen plan; its total is in Mercado Pago's sentence. */
const detailsOf = ({ interestFree }: Messages, { installments, isInterestFree, legalTexts }: InstallmentPlan): string =>
  [...(installments > 1 && isInterestFree ? [interestFree] : []), ...legalTexts].join(' · ');

const failure = (messages: Messages, on: InstallmentsHandlers) => html`
  <div class="notice plain" part="notice">
    <p>${messages.installmentsFailed}</p>
    <button type="button" id="installments-retry" part="action" @click=${on.retry}>${messages.retry}</button>
  </div>
`;
