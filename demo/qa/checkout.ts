import type { ChallengeDoneEvent } from '../../src/elements.js';
import type { BankQuestion } from './bank-question.js';
import { NO_CARD, type PaymentOutput } from './payment-result.js';
import type { CheckoutSettings, Order, PaymentResult, ShopServer } from './shop-server.js';
import type { Widgets } from './widgets.js';
import type { ShopWords } from './words.js';

interface CheckoutParts {
  readonly form: HTMLFormElement;
  readonly button: HTMLButtonElement;
  /** A live region: what the button says meanwhile is not announced. */
  readonly progress: HTMLElement;
  readonly widgets: Widgets;
  readonly output: PaymentOutput;
  readonly bank: BankQuestion;
  readonly server: ShopServer;
  readonly words: ShopWords;
  /** The total, formatted. */
  readonly total: string;
  /** Formats the total of installments. */
  readonly price: (total: number) => string;
  /** The form posts by itself, as on a page without JavaScript. */
  isNative(): boolean;
  /** Writes the current cart into the form. */
  showCart(shop: CheckoutSettings): void;
  /** Called with every answer of the shop. */
  onAnswer(): void;
}

/** Of a payment that was made before this page nothing is known. */
interface Attempt {
  readonly order?: Order;
  /** What it costs in all, formatted. */
  readonly total?: string;
}

/** What a shop with JavaScript writes around the elements: one submit, one payment, one result. */
export class Checkout {
  readonly #parts: CheckoutParts;
  #isPaying = false;
  /** The purchase is over; the elements have the button that begins another one. */
  #isPaid = false;
  /** An order without an answer: it may be paid. */
  #unanswered: Required<Attempt> | undefined;
  /** The shopper has gone on since the payment was sent: the elements say nothing about it any more. */
  #isSuperseded = false;
  /** What each element's installments cost in all. */
  readonly #totals = new Map<EventTarget | null, string>();
  /** The element that pays. */
  #payer: EventTarget | null;

  constructor(parts: CheckoutParts) {
    this.#parts = parts;
    const { form, button, widgets, output, total, price } = parts;
    this.#payer = widgets.outer;
    this.#showProgress();
    // The element delays a submit until there is a token; every submit of one attempt brings the same one.
    form.addEventListener('submit', (event) => this.#handleSubmit(event));
    button.addEventListener('click', (event) => {
      if (this.#isBusy) event.preventDefault();
    });
    widgets.outer.addEventListener('state-change', () => {
      if (this.#isPaid && widgets.outer.state !== 'paid') output.clear();
      const wasPaid = this.#isPaid;
      this.#isPaid = widgets.outer.state === 'paid';
      if (wasPaid && !this.#isPaid) void this.#startCart();
      this.#showProgress();
    });
    widgets.outer.addEventListener('token-invalidated', ({ detail: { reason } }) => {
      this.#isSuperseded = ['selection', 'code', 'installments'].includes(reason);
    });
    widgets.outer.addEventListener('installments-change', ({ target, detail: { installments, totalAmount } }) => {
      this.#totals.set(target, installments > 1 && totalAmount !== null ? price(totalAmount) : total);
      if (installments > 1) this.#payer = target;
      this.#showProgress();
    });
    widgets.outer.addEventListener('card-selected', ({ detail: { card } }) => {
      this.#payer = card ? widgets.list : widgets.addCard;
      this.#showProgress();
    });
  }

  get #isBusy(): boolean {
    return !this.#parts.isNative() && (this.#isPaying || this.#parts.widgets.outer.state === 'tokenizing');
  }

  #handleSubmit(event: SubmitEvent): void {
    if (this.#parts.isNative()) return;
    event.preventDefault();
    if (this.#isPaying) return;
    // Read now: the shopper may begin another attempt before this one is answered.
    const order = orderOf(this.#parts.form);
    if (order['token']) void this.#pay({ order, total: this.#total });
    else this.#showMissingCard();
  }

  #showMissingCard(): void {
    const result = { status: 'error', statusDetail: NO_CARD, paymentId: '', answer: undefined };
    this.#parts.output.show(result, { isSaidByElements: false });
  }

  async #pay(latest: Required<Attempt>): Promise<void> {
    const { server, onAnswer } = this.#parts;
    // The same token again asks for the same payment; a new one would pay twice.
    const attempt = this.#unanswered ?? latest;
    this.#isPaying = true;
    this.#isSuperseded = attempt.order['token'] !== latest.order['token'];
    this.#showProgress();
    // The card is saved from this page, so the token that a plain form saves it with stays here.
    const { save_card: _, save_token: __, ...payment } = attempt.order;
    const result = await server.pay(payment);
    this.#unanswered = result.status === 'unknown' ? attempt : undefined;
    this.#isPaying = false;
    this.#showProgress();
    this.#follow(result, attempt);
    // It can be an earlier payment whose end no page has shown.
    if (result.status === 'approved') await server.closeChallenge(result.paymentId);
    onAnswer();
  }

  /** A page that was closed while the bank asked shows the question again, or how it ended. */
  async resume(): Promise<void> {
    const open = await this.#parts.server.openChallenge();
    if (!open || this.#isPaying) return;
    this.#follow(open, {});
    if (open.challenge) return;
    await this.#parts.server.closeChallenge(open.paymentId);
    if (open.status !== 'approved') await this.#startCart();
  }

  /** Another purchase. If the shop does not answer, the page keeps its cart, which is not paid twice. */
  async #startCart(): Promise<void> {
    const { server, showCart } = this.#parts;
    await server.checkout().then(showCart, () => {});
  }

  /** Reports the outcome to the shopper, and to the element that made the token; saves a new card that has paid if asked to. */
  #follow(result: PaymentResult, attempt: Attempt): void {
    const { output, bank, button, widgets } = this.#parts;
    const { order, total } = attempt;
    const { status, answer, challenge } = result;
    const token = order?.['token'] as string | undefined;
    // An earlier payment, which was found instead of this one, can have cost something else.
    const charged = installmentsOf(answer) === order?.['installments'] || !installmentsOf(answer) ? total : undefined;
    output.show(result, { charged, isSaidByElements: !this.#isSuperseded });
    widgets.outer.paymentResult(answer, token === undefined ? {} : { token });
    // The result is a box above the button, and the list closes its row: where the focus stays on the button, so does the eye.
    // What else became of the payment, the element says, and scrolls to it.
    void widgets.outer.updateComplete.then(() => {
      if (status === 'approved' && document.activeElement === button) button.scrollIntoView({ block: 'nearest' });
    });
    if (challenge) bank.ask(result, challenge, (ended) => this.#end(result, ended, attempt));
    // Neither says what became of the payment that waits.
    else if (status !== 'unknown' && status !== 'error') bank.drop();
    // The element shows that the card could not be saved; the payment is valid all the same.
    if (status === 'approved' && order?.['save_card'] === 'true') widgets.addCard?.save().catch(() => {});
  }

  /** The bank has decided, or the time is over. */
  #end({ paymentId }: PaymentResult, { status, statusDetail }: ChallengeDoneEvent['detail'], attempt: Attempt): void {
    const { output, server, widgets } = this.#parts;
    const answer = { status, status_detail: statusDetail };
    const ended: PaymentResult = { status, statusDetail, paymentId, answer };
    this.#follow(ended, attempt);
    if (status === 'unknown') return;
    // The dialog had the focus. After a refusal the list has a better place for it.
    if (document.activeElement === document.body && !output.focus()) widgets.outer.focus();
    void server.closeChallenge(paymentId);
  }

  /** What the chosen card is paid with in all. */
  get #total(): string {
    return this.#totals.get(this.#payer) ?? this.#parts.total;
  }

  /** The button keeps its focus while it waits: `disabled` would take it away. */
  #showProgress(): void {
    const { button, output, progress, words } = this.#parts;
    button.ariaDisabled = String(this.#isBusy || this.#isPaid);
    button.ariaBusy = String(this.#isBusy);
    button.textContent = this.#isBusy ? words.paying : this.#isPaid ? words.paid : words.pay(this.#total);
    progress.textContent = this.#isPaying ? words.paying : '';
    if (this.#isBusy) output.clear();
  }
}

/** As text, like the form's entry; `undefined` where the answer does not say. */
function installmentsOf(answer: unknown): string | undefined {
  const count = (answer as { installments?: number | null } | null | undefined)?.installments;
  return count ? String(count) : undefined;
}

/** The form's entries under their bare names: an element with a `name` writes `card[token]`. */
function orderOf(form: HTMLFormElement): Order {
  const entries = [...new FormData(form)].map(
    ([name, value]) => [/\[(\w+)\]$/.exec(name)?.[1] ?? name, value] as const,
  );
  return Object.fromEntries(entries);
}
