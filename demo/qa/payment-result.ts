import { h } from './dom.js';
import type { PaymentResult } from './shop-server.js';
import type { Sentence, ShopWords } from './words.js';

/** Shows the result of a payment to the shopper, and to tests: `<output data-status …>`. */
export class PaymentOutput {
  readonly #output: HTMLOutputElement;
  readonly #words: ShopWords;
  readonly #total: string;

  constructor(output: HTMLOutputElement, words: ShopWords, total: string) {
    this.#output = output;
    this.#words = words;
    this.#total = total;
  }

  clear(): void {
    this.#output.replaceChildren();
    for (const name of ['status', 'statusDetail', 'paymentId', 'tone']) delete this.#output.dataset[name];
  }

  show(result: PaymentResult): void {
    const { title, text, tone } = describe(this.#words, result, this.#total);
    const { status, statusDetail, paymentId } = result;
    Object.assign(this.#output.dataset, { status, statusDetail, paymentId, tone });
    this.#output.replaceChildren(h('strong', {}, title), ' ', h('span', {}, text));
    this.#output.scrollIntoView({ block: 'nearest' });
  }

  /** For a result that takes away what had the focus. */
  focus(): void {
    this.#output.tabIndex = -1;
    this.#output.focus();
  }
}

/** Decides the look of a result. */
type Tone = 'good' | 'waiting' | 'bad';

/** What the shopper reads about a result. */
function describe(
  words: ShopWords,
  { status, statusDetail, paymentId }: PaymentResult,
  total: string,
): Sentence & { readonly tone: Tone } {
  switch (status) {
    case 'approved':
      return { ...words.approved(total, paymentId), tone: 'good' };
    case 'in_process':
    case 'pending':
    case 'authorized':
      return { ...(statusDetail === 'pending_challenge' ? words.bankAsks : words.pending), tone: 'waiting' };
    case 'rejected':
      return { ...words.rejected, tone: 'bad' };
    case 'cancelled':
      return { ...words.ended, tone: 'bad' };
    case 'error':
      return { ...(statusDetail === 'no_card' ? words.noCard : words.failed), tone: 'bad' };
    default:
      return { ...words.unknown, tone: 'waiting' };
  }
}
