import { html, nothing, type TemplateResult } from 'lit';
import type { Payment } from './account-server.js';
import type { Money } from './money.js';
import { formatMoment } from './moment.js';
import type { Notice } from './notice.js';
import type { AccountWords } from './words/words.js';

interface PaymentViewParts {
  readonly payment: Payment;
  /** What can still be refunded. */
  readonly left: number;
  readonly words: AccountWords;
  readonly locale: string;
  readonly money: Money;
  readonly takesPartialRefunds: boolean;
  readonly isBusy: boolean;
  readonly outcome: TemplateResult;
  /** `null`: all that is left. Resolves with whether it was refunded. */
  refund(amount: number | null): Promise<boolean>;
  cancel(): void;
}

const TONES: Readonly<Record<string, Notice['tone']>> = {
  approved: 'good',
  authorized: 'waiting',
  in_process: 'waiting',
  pending: 'waiting',
  in_mediation: 'waiting',
  rejected: 'bad',
  charged_back: 'bad',
};

const CANCELLABLE = ['pending', 'in_process', 'authorized'];

/** A payment, its state, and what can be done about it in that state. */
export function paymentView(parts: PaymentViewParts): TemplateResult {
  const { payment, words, money, outcome } = parts;
  const { id, status, transaction_amount_refunded: refunded } = payment;
  return html`
    <div class="line">
      <div class="facts">
        <h3 tabindex="-1">${money.format(payment.transaction_amount)}</h3>
        <p class="quiet" id="about-${id}">${about(parts)}</p>
      </div>
      <div class="state">
        <p class="badge" data-tone=${TONES[status] ?? nothing}>${words.status[status] ?? status}</p>
        ${refunded ? html`<p class="quiet">${words.refundedPart(money.format(refunded))}</p>` : nothing}
      </div>
      ${actions(parts)}
    </div>
    ${outcome}
  `;
}

function about({ payment, words, locale }: PaymentViewParts): string {
  const digits = payment.card?.last_four_digits;
  const facts = [words.paymentNumber(payment.id), formatMoment(payment.date_created, locale)];
  return (digits ? [...facts, words.cardEnding(digits)] : facts).join(' · ');
}

function actions(parts: PaymentViewParts): TemplateResult | typeof nothing {
  const { payment, left, words, money, takesPartialRefunds, refund, cancel } = parts;
  if (payment.can_cancel ?? CANCELLABLE.includes(payment.status)) {
    return html`<div class="actions">${button(parts, words.cancel, cancel)}</div>`;
  }
  if (payment.status !== 'approved' || left === 0) return nothing;
  return html`<div class="actions">
    ${button(parts, words.refundAll(money.format(left)), () => void refund(null))}
    ${takesPartialRefunds ? partOfIt(parts) : nothing}
  </div>`;
}

const button = ({ payment, isBusy }: PaymentViewParts, label: string, press: () => void) => html`
  <button
    type="button"
    class="minor"
    aria-describedby="about-${payment.id}"
    aria-disabled=${String(isBusy)}
    @click=${press}
  >
    ${label}
  </button>
`;

function partOfIt({ payment, left, words, money, isBusy, refund }: PaymentViewParts): TemplateResult {
  const id = `part-${payment.id}`;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    // The same amount again would be another refund: it has to be typed again.
    if (await refund(Number(new FormData(form).get('amount')))) form.reset();
  };
  return html`<details>
    <summary aria-describedby="about-${payment.id}">${words.refundPart}</summary>
    <form class="part" @submit=${submit}>
      <label for=${id}>${words.refundAmount(money.format(left))}</label>
      <div class="part-row">
        <input id=${id} name="amount" type="number" min=${money.unit} max=${left} step=${money.unit} required />
        <button class="minor" aria-describedby="about-${payment.id}" aria-disabled=${String(isBusy)}>
          ${words.refund}
        </button>
      </div>
    </form>
  </details>`;
}
