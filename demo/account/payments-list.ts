import { html, nothing, render } from 'lit';
import type { Payment } from './account-server.js';
import type { Notice } from './notice.js';
import { PaymentRow, type PaymentRowParts } from './payment-row.js';
import { RefundKeys } from './refund-keys.js';
import { TaskRunner } from './task-runner.js';

type PaymentsParts = Omit<PaymentRowParts, 'keys' | 'outdated'> & { readonly place: HTMLElement };

/** The customer's payments, newest first. */
export class PaymentsList {
  readonly #parts: PaymentsParts;
  readonly #tasks: TaskRunner;
  readonly #rowParts: PaymentRowParts;
  #rows: readonly PaymentRow[] | undefined;
  #isComplete = false;
  readonly #rowOf = new Map<string, PaymentRow>();

  constructor(parts: PaymentsParts) {
    this.#parts = parts;
    this.#tasks = new TaskRunner(parts.words, () => this.#render());
    this.#rowParts = { ...parts, keys: new RefundKeys(), outdated: () => this.load() };
  }

  load(): Promise<void> {
    const read = async () => {
      const { payments, isComplete } = await this.#parts.server.payments();
      this.#rows = payments.map((payment) => this.#row(payment));
      this.#isComplete = isComplete;
      return isComplete ? undefined : this.#incomplete();
    };
    return this.#tasks.run(read, () => void this.load());
  }

  #incomplete(): Notice {
    const { paymentsIncomplete, retry } = this.#parts.words;
    return { tone: 'waiting', ...paymentsIncomplete, action: { label: retry, run: () => void this.load() } };
  }

  /** Reuses the row of a payment that is listed already: it keeps the outcome that it shows. */
  #row(payment: Payment): PaymentRow {
    const row = this.#rowOf.get(payment.id);
    row?.update(payment);
    const shown = row ?? new PaymentRow(payment, this.#rowParts);
    this.#rowOf.set(payment.id, shown);
    return shown;
  }

  #render(): void {
    const { place, words } = this.#parts;
    const empty = html`<p>${words.noPayments.title} <span class="quiet">${words.noPayments.text}</span></p>`;
    const list = html`<ul class="entries" role="list">
      ${this.#rows?.map(({ element }) => element)}
    </ul>`;
    const isEmpty = this.#rows?.length === 0 && this.#isComplete;
    const content = isEmpty ? empty : this.#rows ? list : nothing;
    render(html`${this.#tasks.template}${content}`, place);
  }
}
