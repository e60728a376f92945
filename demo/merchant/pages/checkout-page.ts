import { html } from 'hono/html';
import { cartFor } from '../cart.js';
import { cartOfPage } from '../cart-payment.js';
import { credentialsFor } from '../config.js';
import type { ShopContext } from '../shop-env.js';
import { countryOf } from '../sites.js';
import { widgetScripts } from '../widget-script.js';
import { layout } from './layout.js';
import { formatTotal } from './money.js';
import { resultOutput, type Result } from './result.js';
import { wordsFor } from './words.js';

/** The result of the last attempt to pay; empty on the first visit. */
export interface CheckoutState {
  readonly notice?: string;
  readonly result?: Result;
  /** Why the payment was refused: `status_detail` or the code of an error. The element says it in plain words. */
  readonly refusal?: string;
  /** The card that was chosen: it stays chosen. */
  readonly cardId?: string | null | undefined;
  /** The cart of the request that this page answers. */
  readonly cartId?: string | null | undefined;
}

/** The whole integration of a shop with server-rendered pages: one script, one element, no JavaScript of its own. */
export async function checkoutPage(c: ShopContext, state: CheckoutState = {}) {
  const { notice, result, refusal, cardId, cartId } = state;
  const { site } = c.var.session;
  const { locale } = countryOf(site);
  const cart = cartFor(site);
  const words = wordsFor(locale);
  const total = formatTotal(cart, locale);
  const { id, paidBefore } = await cartOfPage(c, cartId);
  // `?name=card` prefixes the form's entries, as a page does whose form has a `token` of its own.
  const name = c.req.query('name');
  return layout({
    locale,
    title: `${words.checkout} · ${words.shop}`,
    scripts: widgetScripts(c),
    content: html`
      <h1>${words.checkout}</h1>
      <p class="cart"><span>${cart.description}</span> <strong>${total}</strong></p>
      ${notice ? html`<p class="notice" role="alert">${result ? resultOutput(result, notice) : notice}</p>` : ''}
      ${
        paidBefore
          ? html`<p class="notice">
              ${words.paidBefore} <a href="/checkout/payments/${paidBefore}">${words.payment(paidBefore)}</a>
            </p>`
          : ''
      }
      <form action="/checkout${new URL(c.req.url).search}" method="post">
        <mp-saved-cards
          public-key="${credentialsFor(c.var.config.backend, site).publicKey}"
          endpoint="/api/cards"
          amount="${cart.amount}"
          locale="${locale}"
          ${name ? html`name="${name}"` : ''}
          ${cardId ? html`card-id="${cardId}"` : ''}
          ${refusal ? html`status-detail="${refusal}"` : ''}
        >
          <mp-add-card slot="add-card"></mp-add-card>
        </mp-saved-cards>
        ${id ? html`<input type="hidden" name="cart_id" value="${id}" />` : ''}
        <button>${words.pay(total)}</button>
      </form>
    `,
  });
}
