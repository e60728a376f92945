import { html } from 'hono/html';
import type { ShopContext } from '../shop-env.js';
import { countryOf } from '../sites.js';
import { layout, type Html } from './layout.js';
import { wordsFor, type PageWords } from './words.js';

/** A page that only says something, and leads to the checkout. */
export function messagePage(c: ShopContext, message: 'noPage' | 'notRead' | 'unavailable'): Html {
  const { locale } = countryOf(c.var.session.site);
  const words: PageWords = wordsFor(locale);
  return layout({
    locale,
    title: `${words[message]} · ${words.shop}`,
    scripts: html``,
    content: html`
      <h1>${words[message]}</h1>
      <p><a href="/checkout">${words.toCheckout}</a></p>
    `,
  });
}
