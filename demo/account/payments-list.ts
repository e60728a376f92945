import { html, nothing, render } from 'lit';
import type { Payment } from './account-server.js';
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
  readonly #rowOf = new Map<string, PaymentRow>();

  constructor(parts: PaymentsParts) {
    this.#parts = parts;
    this.#tasks = new TaskRunner(parts.words, () => this.#render());
    this.#rowParts = { ...parts, keys: new RefundKeys(), outdated: () => this.load() };
  }

  load(): Promise<void> {
    const read = async () => {
      const payments = await this.#parts.server.payments();
      this.#rows = payments.map((payment) => this.#row(payment));
      return undefined;
    };
    return this.#tasks.run(read, () => void this.load());
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
    const content = this.#rows?.length === 0 ? empty : this.#rows ? list : nothing;
    render(html`${this.#tasks.template}${content}`, place);
  }
}
