import { html } from 'hono/html';
import type { Challenge } from '../payment-apis/challenges.js';
import type { ShopContext } from '../shop-env.js';
import { countryOf } from '../sites.js';
import { widgetScripts } from '../widget-script.js';
import { layout, type Html } from './layout.js';
import { resultOutput, type Result } from './result.js';
import { wordsFor } from './words.js';

/** The bank's question: one script, one element, no JavaScript of its own. */
export function challengePage(c: ShopContext, result: Result, { url, creq }: Challenge): Html {
  const { locale } = countryOf(c.var.session.site);
  const words = wordsFor(locale);
  // The policy of this page alone lets the bank's pages in.
  c.set('showsChallenge', true);
  return layout({
    locale,
    title: `${words.bankAsks} · ${words.shop}`,
    scripts: widgetScripts(c),
    content: html`
      <h1>${words.bankAsks}</h1>
      <p>${resultOutput(result, words.waitsForBank(result.paymentId))}</p>
      <mp-payment-challenge
        url="${url}"
        ${creq ? html`creq="${creq}"` : ''}
        endpoint="/api/payments/${result.paymentId}"
        return-url="/checkout/payments/${result.paymentId}"
        locale="${locale}"
      ></mp-payment-challenge>
      <p><a href="/checkout?other">${words.otherCard}</a></p>
    `,
  });
}
