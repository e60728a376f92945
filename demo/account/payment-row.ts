import { render } from 'lit';
import type { AccountServer, Payment } from './account-server.js';
import { confirm, type Question } from './confirm-dialog.js';
import { rescueFocus } from './focus.js';
import type { Money } from './money.js';
import type { Notice } from './notice.js';
import { paymentView } from './payment-view.js';
import type { RefundKeys } from './refund-keys.js';
import { ShopFault, type FaultKind } from './shop-fault.js';
import { TaskRunner } from './task-runner.js';
import type { AccountWords } from './words/words.js';

export interface PaymentRowParts {
  readonly server: AccountServer;
  readonly words: AccountWords;
  readonly locale: string;
  readonly money: Money;
  readonly takesPartialRefunds: boolean;
  readonly keys: RefundKeys;
  /** Called when the shown state of the payment is out of date. */
  outdated(): Promise<void>;
}

const OUTDATED: readonly FaultKind[] = ['gone', 'wrongState', 'tooMuch'];

/** One payment in the list: refunds and cancels it. */
export class PaymentRow {
  readonly element = document.createElement('li');
  readonly #parts: PaymentRowParts;
  readonly #tasks: TaskRunner;
  #payment: Payment;

  constructor(payment: Payment, parts: PaymentRowParts) {
    this.#payment = payment;
    this.#parts = parts;
    this.#tasks = new TaskRunner(parts.words, () => this.#render());
    this.element.className = 'entry';
    this.element.dataset['paymentId'] = payment.id;
    this.#render();
  }

  update(payment: Payment): void {
    this.#payment = payment;
    this.#render();
  }

  /** Refunds `amount`, or all that is left. Resolves with whether it was refunded. */
  async #refund(amount: number | null): Promise<boolean> {
    const { server, words, money, keys } = this.#parts;
    const { id } = this.#payment;
    const before = this.#left;
    await this.#change(words.refundQuestion(money.format(amount ?? this.#left)), async () => {
      const key = keys.keyFor(id, amount);
      try {
        const given = await server.refund(id, amount, key);
        this.#takeOff(given);
        keys.answered(id);
        return { tone: 'good', ...words.refunded(money.format(given)) };
      } catch (error) {
        if (error instanceof ShopFault && error.isOutcomeUnknown) return { tone: 'waiting', ...words.refundUnknown };
        keys.answered(id);
        throw error;
      }
    });
    return this.#left < before;
  }

  async #cancel(): Promise<void> {
    const { server, words, money } = this.#parts;
    const { id, transaction_amount: amount } = this.#payment;
    await this.#change(words.cancelQuestion(money.format(amount)), async () => {
      this.#payment = await server.cancelPayment(id);
      return { tone: 'good', ...words.cancelled };
    });
  }

  /** Asks for confirmation, makes the change, shows the outcome. */
  async #change(question: Question, task: () => Promise<Notice>): Promise<void> {
    if (this.#tasks.isBusy || !(await confirm(question))) return;
    await this.#tasks.run(async () => {
      try {
        return await task();
      } catch (error) {
        if (error instanceof ShopFault && OUTDATED.includes(error.kind)) await this.#parts.outdated();
        throw error;
      }
    });
    rescueFocus(this.element.querySelector('h3'));
  }

  /** What can still be refunded. */
  get #left(): number {
    const { transaction_amount: total, transaction_amount_refunded: refunded } = this.#payment;
    return this.#parts.money.round(total - (refunded ?? 0));
  }

  /** The answer to a refund is the refund, not the payment. */
  #takeOff(given: number): void {
    const left = this.#parts.money.round(this.#left - given);
    this.#payment = {
      ...this.#payment,
      status: left > 0 ? this.#payment.status : 'refunded',
      transaction_amount_refunded: this.#payment.transaction_amount - left,
    };
  }

  #render(): void {
    const { words, locale, money, takesPartialRefunds } = this.#parts;
    const view = paymentView({
      payment: this.#payment,
      left: this.#left,
      words,
      locale,
      money,
      takesPartialRefunds,
      isBusy: this.#tasks.isBusy,
      outcome: this.#tasks.template,
      refund: (amount) => this.#refund(amount),
      cancel: () => void this.#cancel(),
    });
    render(view, this.element);
  }
}
