/** Peru: Mercado Pago gives a payment there back whole or not at all, and answers 3024 to a part. */
const WHOLE_ONLY: readonly string[] = ['PEN'];

/** Whether Mercado Pago gives back a part of a payment. The currency tells the country, with real credentials too. */
export const takesPartialRefunds = (currency: string): boolean => !WHOLE_ONLY.includes(currency);
