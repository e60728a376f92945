/** The script-tag entry with `<mp-payment-challenge>` alone: for a page that shows nothing else of this package. */
export * from './payment-challenge.js';
