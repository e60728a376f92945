import { formatMoney } from '../qa/money.js';
import type { CheckoutSettings } from '../qa/shop-server.js';

/** Amounts in the shop's currency, with as many decimals as the shop's own prices have. */
export class Money {
  readonly #currency: string;
  readonly #locale: string;
  readonly #decimals: number;

  constructor({ amount, currency }: CheckoutSettings, locale: string) {
    this.#currency = currency;
    this.#locale = locale;
    this.#decimals = amount.split('.')[1]?.length ?? 0;
  }

  format(amount: number): string {
    return formatMoney(amount.toFixed(this.#decimals), this.#currency, this.#locale);
  }

  /** The smallest amount there is, as a text. */
  get unit(): string {
    return (10 ** -this.#decimals).toFixed(this.#decimals);
  }

  /** `amount` without the rounding errors of binary fractions. */
  round(amount: number): number {
    return Number(amount.toFixed(this.#decimals));
  }
}
