import { countryOf, type Site } from './sites.js';

/** What the shopper is about to pay for. It lives on the server: no request can change what is charged. */
export interface Cart {
  readonly description: string;
  readonly currency: string;
  /** What Mercado Pago charges: a number of units, not cents. */
  readonly total: number;
  /** The same amount as the `amount` attribute wants it, such as `129.90`. */
  readonly amount: string;
}

/** A real shop reads the cart of this shopper from its database; everybody here buys the same thing. */
export function cartFor(site: Site): Cart {
  const { currency, price, decimals } = countryOf(site);
  return {
    description: site === 'MLB' ? 'Cafeteira italiana' : 'Cafetera italiana',
    currency,
    total: price,
    amount: price.toFixed(decimals),
  };
}
