/** An amount such as `129.90` in the way of the shopper's language, with as many decimals as the shop gave. */
export function formatMoney(amount: string, currency: string, locale: string): string {
  const fraction = amount.split('.')[1]?.length ?? 0;
  const format = {
    style: 'currency',
    currency,
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  } as const;
  return new Intl.NumberFormat(locale, format).format(Number(amount));
}
