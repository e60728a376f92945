import { html } from 'hono/html';
import type { ShopPayment } from '../answers.js';
import { cartFor } from '../cart.js';
import { isPaid, waitsForBank } from '../payment-state.js';
import type { ShopContext } from '../shop-env.js';
import { countryOf } from '../sites.js';
import { layout, type Html } from './layout.js';
import { formatTotal } from './money.js';
import { resultOf, resultOutput } from './result.js';
import { wordsFor, type PageWords } from './words.js';

/** The state of a payment that was approved or refunded, or is in review. */
export function thanksPage(c: ShopContext, payment: ShopPayment, cardSaved: boolean | null): Html {
  const { site } = c.var.session;
  const { locale } = countryOf(site);
  const words = wordsFor(locale);
  const result = resultOf(payment);
  const title = titleOf(words, payment.status);
  const waits = waitsForBank(payment);
  // With interest it is more than the price.
  const total = payment.transaction_details?.total_paid_amount || payment.transaction_amount;
  const saved = cardSaved ? words.cardSaved : words.cardNotSaved;
  return layout({
    locale,
    title: `${title} · ${words.shop}`,
    scripts: html``,
    content: html`
      <h1>${title}</h1>
      <p>${resultOutput(result, words.paid(formatTotal({ ...cartFor(site), total }, locale), result.paymentId))}</p>
      ${cardSaved === null ? '' : html`<p>${saved}</p>`}
      <form action="/checkout/payments/${result.paymentId}/seen" method="post">
        <button>${words.buyAgain}</button>
      </form>
      ${waits ? html`<p><a href="/checkout?other">${words.otherCard}</a></p>` : ''}
    `,
  });
}

function titleOf(words: PageWords, status: string): string {
  if (status === 'refunded') return words.refunded;
  if (status === 'charged_back') return words.chargedBack;
  if (status === 'in_mediation') return words.disputed;
  return isPaid({ status }) ? words.approved : words.pending;
}
