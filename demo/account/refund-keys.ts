interface Attempt {
  readonly amount: number | null;
  readonly key: string;
}

/**
 * Idempotency keys of refunds. A refund whose answer never came keeps its key, so that asking for it again does not
 * refund twice.
 */
export class RefundKeys {
  readonly #unanswered = new Map<string, Attempt>();

  /** The key to send with a refund of `amount`; `null` is all that is left. */
  keyFor(paymentId: string, amount: number | null): string {
    const earlier = this.#unanswered.get(paymentId);
    if (earlier?.amount === amount) return earlier.key;
    const key = crypto.randomUUID();
    this.#unanswered.set(paymentId, { amount, key });
    return key;
  }

  /** An answer came: the next refund is another one. */
  answered(paymentId: string): void {
    this.#unanswered.delete(paymentId);
  }
}
