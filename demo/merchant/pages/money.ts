import type { Cart } from '../cart.js';

export const formatTotal = ({ total, currency, amount }: Cart, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: amount.includes('.') ? 2 : 0,
  }).format(total);
