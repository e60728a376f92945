import type { ChallengeDoneEvent } from '../../src/elements.js';
import type { BankQuestion } from './bank-question.js';
import type { PaymentOutput } from './payment-result.js';
import type { Order, PaymentResult, ShopServer } from './shop-server.js';
import type { Widgets } from './widgets.js';
import type { ShopWords } from './words.js';

interface CheckoutParts {
  readonly form: HTMLFormElement;
  readonly button: HTMLButtonElement;
  readonly widgets: Widgets;
  readonly output: PaymentOutput;
  readonly bank: BankQuestion;
  readonly server: ShopServer;
  readonly words: ShopWords;
  /** The total, formatted. */
  readonly total: string;
  /** Formats the total of instalments. */
  readonly price: (total: number) => string;
  /** The form posts by itself, as on a page without JavaScript. */
  isNative(): boolean;
  /** Called with every answer of the shop. */
  onAnswer(): void;
}

/** Of a payment that was made before this page there is no token. */
interface Attempt {
  readonly token?: string;
  readonly isCardSaved: boolean;
}

/** What a shop with JavaScript writes around the elements: one submit, one payment, one result. */
export class Checkout {
  readonly #parts: CheckoutParts;
  #isPaying = false;
  /** An order without an answer: it may be paid. */
  #unanswered: Order | undefined;
  /** What each element's instalments cost in all. */
  readonly #totals = new Map<EventTarget | null, string>();
  /** The element that pays. */
  #payer: EventTarget | null;

  constructor(parts: CheckoutParts) {
    this.#parts = parts;
    const { form, button, widgets, total, price } = parts;
    this.#payer = widgets.outer;
    this.#showProgress();
    // The element delays a submit until there is a token; every submit of one attempt brings the same one.
    form.addEventListener('submit', (event) => this.#handleSubmit(event));
    button.addEventListener('click', (event) => {
      if (this.#isBusy) event.preventDefault();
    });
    widgets.outer.addEventListener('state-change', () => this.#showProgress());
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
    if (order['token']) void this.#pay(order);
    else this.#parts.output.show({ status: 'error', statusDetail: 'no_card', paymentId: '', answer: undefined });
  }

  async #pay(order: Order): Promise<void> {
    const { server, onAnswer } = this.#parts;
    this.#isPaying = true;
    this.#showProgress();
    // The same token again asks for the same payment; a new one would pay twice.
    const attempt = this.#unanswered ?? order;
    // The card is saved from this page, so the token that a plain form saves it with stays here.
    const { save_card: isCardSaved, save_token: _, ...payment } = attempt;
    const result = await server.pay(payment);
    this.#unanswered = result.status === 'unknown' ? attempt : undefined;
    this.#isPaying = false;
    this.#showProgress();
    this.#follow(result, { token: attempt['token'] as string, isCardSaved: isCardSaved === 'true' });
    // It can be an earlier payment whose end no page has shown.
    if (result.status === 'approved') server.closeChallenge(result);
    onAnswer();
  }

  /** A page that was closed while the bank asked shows the question again, or how it ended. */
  async resume(): Promise<void> {
    const open = await this.#parts.server.openChallenge();
    if (!open || this.#isPaying) return;
    this.#follow(open, { isCardSaved: false });
    if (!open.challenge) this.#parts.server.closeChallenge(open);
  }

  /** Reports the outcome to the shopper, and to the element that made the token; saves a new card that has paid if asked to. */
  #follow(result: PaymentResult, attempt: Attempt): void {
    const { output, bank, widgets } = this.#parts;
    const { status, answer, challenge } = result;
    output.show(result);
    widgets.outer.paymentResult(answer, attempt);
    if (challenge) bank.ask(result, challenge, (ended) => this.#end(result, ended, attempt));
    // Neither says what became of the payment that waits.
    else if (status !== 'unknown' && status !== 'error') bank.drop();
    // The element shows that the card could not be saved; the payment is valid all the same.
    if (status === 'approved' && attempt.isCardSaved) widgets.addCard?.save().catch(() => {});
  }

  /** The bank has decided, or the time is over. */
  #end({ paymentId }: PaymentResult, { status, statusDetail }: ChallengeDoneEvent['detail'], attempt: Attempt): void {
    const { output, server } = this.#parts;
    const answer = { status, status_detail: statusDetail };
    const ended: PaymentResult = { status, statusDetail, paymentId, answer };
    this.#follow(ended, attempt);
    if (status === 'unknown') return;
    // The dialog had the focus. After a refusal the list has a better place for it.
    if (document.activeElement === document.body) output.focus();
    server.closeChallenge(ended);
  }

  /** The button keeps its focus while it waits: `disabled` would take it away. */
  #showProgress(): void {
    const { button, output, words, total } = this.#parts;
    button.ariaDisabled = button.ariaBusy = String(this.#isBusy);
    button.textContent = this.#isBusy ? words.paying : words.pay(this.#totals.get(this.#payer) ?? total);
    if (this.#isBusy) output.clear();
  }
}

/** The form's entries under their bare names: an element with a `name` writes `card[token]`. */
function orderOf(form: HTMLFormElement): Order {
  const entries = [...new FormData(form)].map(
    ([name, value]) => [/\[(\w+)\]$/.exec(name)?.[1] ?? name, value] as const,
  );
  return Object.fromEntries(entries);
}
