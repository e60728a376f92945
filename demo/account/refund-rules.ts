/** In Peru, Mercado Pago refunds only whole payments, and answers 3024 to a part. */
const WHOLE_ONLY: readonly string[] = ['PEN'];

/** Whether Mercado Pago refunds a part of a payment. The country follows from the currency, with real credentials too. */
export const takesPartialRefunds = (currency: string): boolean => !WHOLE_ONLY.includes(currency);
