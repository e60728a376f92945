import type { PaymentOutput } from './payment-result.js';
import type { Order, PaymentResult, ShopServer } from './shop-server.js';
import type { Widgets } from './widgets.js';
import type { ShopWords } from './words.js';

interface CheckoutParts {
  readonly form: HTMLFormElement;
  readonly button: HTMLButtonElement;
  readonly widgets: Widgets;
  readonly output: PaymentOutput;
  readonly server: ShopServer;
  readonly words: ShopWords;
  /** The total, formatted. */
  readonly total: string;
  /** The form posts by itself, as on a page without JavaScript. */
  isNative(): boolean;
  /** Called with every answer of the shop. */
  onAnswer(): void;
}

/** What a shop with JavaScript writes around the elements: one submit, one payment, one result. */
export class Checkout {
  readonly #parts: CheckoutParts;
  #isPaying = false;
  /** An order without an answer: it may be paid. */
  #unanswered: Order | undefined;

  constructor(parts: CheckoutParts) {
    this.#parts = parts;
    const { form, button, widgets } = parts;
    this.#showProgress();
    // The element delays a submit until there is a token; every submit of one attempt brings the same one.
    form.addEventListener('submit', (event) => this.#handleSubmit(event));
    button.addEventListener('click', (event) => {
      if (this.#isBusy) event.preventDefault();
    });
    widgets.outer.addEventListener('state-change', () => this.#showProgress());
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
    const { output, server, onAnswer } = this.#parts;
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
    output.show(result);
    this.#follow(result, attempt['token'] as string, isCardSaved === 'true');
    onAnswer();
  }

  /** Reports the outcome to the element that made the token; saves a new card that has paid if the shopper asked for it. */
  #follow({ status, answer }: PaymentResult, token: string, isCardSaved: boolean): void {
    const { outer, addCard } = this.#parts.widgets;
    outer.paymentResult(answer, { token });
    // The element shows that the card could not be saved; the payment is valid all the same.
    if (status === 'approved' && isCardSaved) addCard?.save().catch(() => {});
  }

  /** The button keeps its focus while it waits: `disabled` would take it away. */
  #showProgress(): void {
    const { button, output, words, total } = this.#parts;
    button.ariaDisabled = button.ariaBusy = String(this.#isBusy);
    button.textContent = this.#isBusy ? words.paying : words.pay(total);
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
