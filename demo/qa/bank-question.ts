import '../../src/payment-challenge.js';
import type { ChallengeDoneEvent, MpPaymentChallengeElement } from '../../src/elements.js';
import type { BankChallenge, PaymentResult } from './shop-server.js';

interface BankQuestionParts {
  /** The element is put here. */
  readonly place: HTMLElement;
  readonly locale: string | null;
  readonly transport: typeof fetch;
}

type Ended = ChallengeDoneEvent['detail'];

/** What a shop with JavaScript does with a payment that its customer's bank is asked about. */
export class BankQuestion {
  readonly #parts: BankQuestionParts;
  #element: MpPaymentChallengeElement | undefined;
  #paymentId = '';

  constructor(parts: BankQuestionParts) {
    this.#parts = parts;
  }

  /** Shows the question. Asked about the same payment again, it leads the shopper to the one that is shown. */
  ask(
    { paymentId }: Pick<PaymentResult, 'paymentId'>,
    challenge: BankChallenge,
    handleEnd: (ended: Ended) => void,
  ): void {
    if (this.#element && this.#paymentId === paymentId) return this.#element.focus();
    this.drop();
    const { place, locale, transport } = this.#parts;
    const element = Object.assign(document.createElement('mp-payment-challenge'), challenge, {
      endpoint: `/api/payments/${paymentId}`,
      fetch: transport,
    });
    if (locale) element.locale = locale;
    element.addEventListener('challenge-done', ({ detail }) => handleEnd(detail));
    this.#element = element;
    this.#paymentId = paymentId;
    place.append(element);
  }

  /** Another payment was made, or refused, since: the shop has cancelled the one that waited. */
  drop(): void {
    this.#element?.remove();
    this.#element = undefined;
  }
}
