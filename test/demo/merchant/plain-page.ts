// What the plain pages of the shop say, read from their HTML.

const attributeOf = (page: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(page)?.[1];

export const resultOf = (page: string): string | undefined => attributeOf(page, 'data-status');
export const idOf = (page: string): string => attributeOf(page, 'data-payment-id') ?? '';
export const cartOf = (page: string): string => /name="cart_id" value="([^"]*)"/.exec(page)?.[1] ?? '';

/** An attribute of `<mp-payment-challenge>`. */
export const challengeAttribute = (page: string, name: string): string =>
  new RegExp(`<mp-payment-challenge[^>]* ${name}="([^"]*)"`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';

/** Said only where Mercado Pago has refused. */
export const UNCHARGED = /No se cobró|Nada foi cobrado/;
