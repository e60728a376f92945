import { html } from 'hono/html';
import { cartFor } from '../cart.js';
import { isPaid } from '../payment-state.js';
import type { ShopContext } from '../shop-env.js';
import { countryOf } from '../sites.js';
import { layout, type Html } from './layout.js';
import { formatTotal } from './money.js';
import { resultOutput, type Result } from './result.js';
import { wordsFor } from './words.js';

/** Where a payment ends that was approved, or that is still being looked at. */
export function thanksPage(c: ShopContext, result: Result, cardSaved: boolean | null): Html {
  const { site } = c.var.session;
  const { locale } = countryOf(site);
  const words = wordsFor(locale);
  const title = isPaid({ status: result.status, status_detail: result.statusDetail }) ? words.approved : words.pending;
  const saved = cardSaved ? words.cardSaved : words.cardNotSaved;
  return layout({
    locale,
    title: `${title} · ${words.shop}`,
    scripts: html``,
    content: html`
      <h1>${title}</h1>
      <p>${resultOutput(result, words.paid(formatTotal(cartFor(site), locale), result.paymentId))}</p>
      ${cardSaved === null ? '' : html`<p>${saved}</p>`}
      <form action="/checkout/payments/${result.paymentId}/seen" method="post">
        <button>${words.buyAgain}</button>
      </form>
    `,
  });
}
