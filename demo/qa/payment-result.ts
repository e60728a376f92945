import { h } from './dom.js';
import type { PaymentResult } from './shop-server.js';
import type { Sentence, ShopWords } from './words.js';

/** In place of an error code: the form was sent without a token. */
export const NO_CARD = 'no_card';

/** What the page knows about a result besides the result itself. */
export interface ResultContext {
  /** What was charged in all, formatted. */
  readonly charged?: string | undefined;
  /** The elements show what happened and what to do; it is not said a second time. */
  readonly isSaidByElements: boolean;
}

/** Shows the result of a payment to the shopper, and to tests: `<output data-status …>`. */
export class PaymentOutput {
  readonly #output: HTMLOutputElement;
  readonly #words: ShopWords;

  constructor(output: HTMLOutputElement, words: ShopWords) {
    this.#output = output;
    this.#words = words;
  }

  clear(): void {
    this.#output.replaceChildren();
    for (const name of ['status', 'statusDetail', 'paymentId', 'tone']) delete this.#output.dataset[name];
  }

  show(result: PaymentResult, { charged, isSaidByElements }: ResultContext): void {
    const { status, statusDetail, paymentId } = result;
    const { title, text, tone, isOurs = false } = describe(this.#words, result, charged);
    Object.assign(this.#output.dataset, { status, statusDetail, paymentId, tone });
    this.#output.replaceChildren();
    if (isSaidByElements && !isOurs) return;
    // Of an unknown outcome the elements have the headline, and the shop knows a way to find out.
    if (!isSaidByElements || status !== 'unknown') this.#output.append(h('strong', {}, title), ' ');
    this.#output.append(h('span', {}, text));
    this.#output.scrollIntoView({ block: 'nearest' });
  }

  /** For a result that takes away what had the focus. False when there is nothing to read. */
  focus(): boolean {
    this.#output.tabIndex = -1;
    this.#output.focus();
    return document.activeElement === this.#output;
  }
}

/** Decides the look of a result. */
type Tone = 'good' | 'waiting' | 'bad';

interface Description extends Sentence {
  readonly tone: Tone;
  /** Only the shop can say it. */
  readonly isOurs?: true;
}

/** What the shopper reads about a result. */
function describe(words: ShopWords, result: PaymentResult, charged: string | undefined): Description {
  const { status, statusDetail, paymentId } = result;
  switch (status) {
    case 'approved':
    case 'authorized':
      return { ...words.approved(paymentId, charged), tone: 'good', isOurs: true };
    case 'in_process':
    case 'pending':
      return { ...(statusDetail === 'pending_challenge' ? words.bankAsks : words.pending), tone: 'waiting' };
    case 'rejected':
      return { ...words.rejected, tone: 'bad' };
    case 'cancelled':
      return { ...words.ended, tone: 'bad' };
    case 'error':
      return statusDetail === NO_CARD
        ? { ...words.noCard, tone: 'bad', isOurs: true }
        : { ...words.failed, tone: 'bad' };
    default:
      return { ...words.unknown, tone: 'waiting', isOurs: true };
  }
}
