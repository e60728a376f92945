import { byId } from './dom.js';
import { formatMoney } from './money.js';
import { queryOf, type Settings } from './settings.js';
import type { CheckoutSettings, ShopServer } from './shop-server.js';
import { wordsFor, type ShopWords } from './words.js';

/** The shop's part of the page in one language. */
export interface ShopPage {
  readonly words: ShopWords;
  /** What is to be paid, formatted. */
  readonly total: string;
  /** Formats another amount in the same way. */
  readonly price: (amount: number) => string;
}

/** Names under which the demo's customers let things be sent. */
const RECIPIENTS: Record<Settings['customer'], string> = {
  nuevo: 'Noa Nuevo',
  olga: 'Olga Lima',
  ana: 'Ana Pereyra',
  bruno: 'Bruno Souza',
  carla: 'Carla Rojas',
  oscar: 'Óscar Núñez',
  veinte: 'Vera Veinte',
  mil: 'Milton Mil',
  dora: 'Dora Desafío',
};

/** Theme, size of text, density, direction and width, before anything is shown. */
export function dress({ theme, text, density, rtl, width }: Settings): void {
  Object.assign(document.documentElement.dataset, { theme, text, density, width });
  document.documentElement.dir = rtl ? 'rtl' : 'ltr';
}

/** Writes the shop's words and prices into the page. */
export function fillShop(settings: Settings, shop: CheckoutSettings): ShopPage {
  const locale = settings.locale === 'auto' ? shop.locale : settings.locale;
  const words = wordsFor(locale);
  const decimals = shop.amount.split('.')[1]?.length ?? 0;
  const price = (amount: number) => formatMoney(amount.toFixed(decimals), shop.currency, locale);
  const total = price(Number(shop.amount));

  document.documentElement.lang = locale;
  document.title = `${words.checkout} · ${words.shop}`;
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    const word = words[element.dataset['word'] as keyof ShopWords];
    if (typeof word === 'string') element.textContent = word;
  }
  fillCart(shop);
  byId('item', HTMLElement).textContent = shop.description;
  for (const price of document.querySelectorAll('.price')) price.textContent = total;
  byId('recipient', HTMLInputElement).value = RECIPIENTS[settings.customer];
  byId('account', HTMLAnchorElement).href = `/demo/account/${queryOf(settings)}`;
  byId('shopper', HTMLElement).textContent = shop.customer ?? '';
  return { words, total, price };
}

/** Names the cart in the form: it is paid once, by whichever tab comes first, and however often it is sent. */
export function fillCart({ cartId }: CheckoutSettings): void {
  // A shopper who is signed out has none.
  Object.assign(byId('cart', HTMLInputElement), { value: cartId ?? '', disabled: cartId === null });
}

/** A payment whose page may not have reached the shopper: what is paid now is another purchase. */
export function sayPaidBefore({ paidBefore }: ShopWords, paymentId: string, server: ShopServer): void {
  const notice = byId('paid-before', HTMLElement);
  notice.textContent = paidBefore(paymentId);
  notice.hidden = false;
  void server.closeChallenge(paymentId);
}

/** The page is shown when nothing in it moves any more, or when it cannot be filled. */
export function reveal(): void {
  document.body.classList.remove('loading');
}

/** The shop's server does not answer, or not as it should. */
export function sayUnavailable(reason: unknown): never {
  byId('unavailable', HTMLElement).append(` ${String(reason)}`);
  byId('unavailable', HTMLElement).hidden = false;
  reveal();
  throw reason;
}

/** Said before anything is typed: the real MercadoPago.js makes no token with a live key on plain http. */
export function warnOfInsecureOrigin({ publicKey }: CheckoutSettings): void {
  const isRefused = location.protocol === 'http:' && !publicKey.startsWith('TEST');
  byId('insecure', HTMLElement).hidden = !isRefused;
}
