import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { z } from 'zod';
import { answerChallenge } from '../sandbox/support/challenges.js';
import { cartOf, challengeAttribute, idOf, resultOf } from './plain-page.js';
import { openShop, type Browser } from './shop.js';

const shop = await openShop();
const SITE = 'MLB';

const PAID_BEFORE = /A compra anterior já está paga/;

const settings = z.object({ cartId: z.uuid(), paidBefore: z.string().nullable() });
const purchase = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String), status: z.string() });
const listed = z.object({ payments: z.array(z.looseObject({ status: z.string() })) });

for (const api of ['payments', 'orders'] as const) {
  describe(`a cart that is paid with the ${api} API`, () => {
    let bruno: Browser;
    beforeEach(async () => {
      await fetch(`${shop.sandboxOrigin}/sandbox/reset`, { method: 'POST' });
      for (const each of ['attempts', 'payments', 'answered-attempts', 'carts', 'paid-carts'])
        await rm(join(shop.folder, each), { recursive: true, force: true });
      bruno = await shop.visit('bruno', SITE, api);
    });
    afterEach(() => shop.setSwitches({ faults: [], next_payment: null }));

    /** What a page sends: each press of its button has a token of its own. */
    const press = async (cart_id: string, browser = bruno) => {
      const card_id = String((await browser.cardIds()).at(-1));
      return { token: await browser.tokenOfCard(card_id), card_id, installments: '1', cart_id };
    };
    const submit = async (cart: string) => (await bruno.submit(await press(cart))).text;
    const openedCart = async () => cartOf((await bruno.get('/checkout')).text);
    const approved = async (browser = bruno) =>
      listed
        .parse((await browser.get('/api/payments')).json)
        .payments.filter(({ status }) => ['approved', 'refunded'].includes(status)).length;

    it('is paid once, though its page was lost and filled in again', async () => {
      const cart = await openedCart();
      const first = await submit(cart);
      const second = await submit(cart);
      assert.deepEqual([resultOf(second), idOf(second)], ['approved', idOf(first)]);
      assert.equal(await approved(), 1);
    });

    it('is paid once by two tabs, of a page with and of one without JavaScript, at the same moment', async () => {
      const cart = await openedCart();
      const { json } = await bruno.get('/api/checkout');
      assert.equal(settings.parse(json).cartId, cart);
      const [plain, script] = [await press(cart), await press(cart)];
      const [page, answer] = await Promise.all([bruno.submit(plain), bruno.send('POST', '/api/payments', script)]);
      assert.equal(resultOf(page.text), 'approved');
      assert.equal(purchase.parse(answer.json).id, idOf(page.text));
      assert.equal(await approved(), 1);
    });

    it('is another purchase than the next one, which says so until the shopper has seen the first', async () => {
      const cart = await openedCart();
      const id = idOf(await submit(cart));
      const page = (await bruno.get('/checkout')).text;
      assert.match(page, PAID_BEFORE);
      assert.match(page, new RegExp(`href="/checkout/payments/${id}"`));
      assert.equal(settings.parse((await bruno.get('/api/checkout')).json).paidBefore, id);
      assert.notEqual(cartOf(page), cart);
      const left = await bruno.submit({}, `/checkout/payments/${id}/seen`);
      assert.doesNotMatch(left.text, PAID_BEFORE);
      assert.notEqual(idOf(await submit(cartOf(left.text))), id);
      assert.equal(await approved(), 2);
      // An older tab is still answered with what it has paid.
      assert.equal(idOf(await submit(cart)), id);
      assert.equal(await approved(), 2);
    });

    it('is found after the answer of Mercado Pago was lost, by a page that is opened again', async () => {
      const cart = await openedCart();
      await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: `/v1/${api}`, times: 1 }]);
      assert.equal(resultOf(await submit(cart)), 'error');
      assert.equal(resultOf((await bruno.get('/checkout')).text), 'approved');
      assert.equal(resultOf(await submit(cart)), 'approved');
      assert.equal(await approved(), 1);
    });

    it('is not paid by a refusal', async () => {
      const cart = await openedCart();
      await shop.nextPayment('FUND');
      const refused = await submit(cart);
      assert.equal(resultOf(refused), 'rejected');
      assert.equal(cartOf(refused), cart);
      assert.equal(resultOf(await submit(cart)), 'approved');
      assert.equal(await approved(), 1);
    });

    it('can be paid again after a refund, once', async () => {
      const cart = await openedCart();
      const form = await press(cart);
      const id = idOf((await bruno.submit(form)).text);
      const headers = { 'x-idempotency-key': crypto.randomUUID() };
      assert.equal((await bruno.send('POST', `/api/payments/${id}/refunds`, {}, headers)).status, 201);
      assert.doesNotMatch((await bruno.get('/checkout')).text, PAID_BEFORE);
      // A reload of the page that has paid is no new payment.
      assert.equal(idOf((await bruno.submit(form)).text), id);
      const again = idOf(await submit(cart));
      assert.notEqual(again, id);
      assert.equal(idOf(await submit(cart)), again);
      assert.equal(await approved(), 2);
    });

    it('is no one else’s', async () => {
      const cart = await openedCart();
      const id = idOf(await submit(cart));
      const dora = await shop.visit('dora', SITE, api);
      const hers = purchase.parse((await dora.send('POST', '/api/payments', await press(cart, dora))).json);
      assert.equal(hers.status, 'approved');
      assert.notEqual(hers.id, id);
    });

    it('is refused with a name that is none, before anything is charged', async () => {
      const answer = await bruno.send('POST', '/api/payments', await press('../1'));
      assert.equal(answer.status, 400);
      assert.equal(await approved(), 0);
    });
  });

  describe(`a cart that the bank lets pass with the ${api} API, while no one looks`, () => {
    it('is the answer for its own page only', async () => {
      const dora = await shop.visit('dora', 'MLM', api);
      const press = async (cart_id: string, index: number) => {
        const card_id = String((await dora.cardIds())[index]);
        return { token: await dora.tokenOfCard(card_id), card_id, installments: '1', cart_id };
      };
      const cart = cartOf((await dora.get('/checkout')).text);
      const asked = (await dora.submit(await press(cart, 0))).text;
      const id = idOf(asked);
      assert.match((await dora.get('/checkout')).text, /<mp-payment-challenge/);
      assert.match((await dora.get('/checkout?other')).text, /<mp-saved-cards/);
      await answerChallenge(challengeAttribute(asked, 'url'), challengeAttribute(asked, 'creq'), 'confirm');
      // The way to another card, after it has passed: there is nothing to pay.
      assert.equal(idOf((await dora.get('/checkout?other')).text), id);
      assert.equal(idOf((await dora.submit(await press(cart, 2))).text), id);
      // Its button is never pressed; a page with JavaScript is opened for the next cart.
      const next = settings.parse((await dora.get('/api/checkout')).json);
      assert.deepEqual([next.paidBefore, next.cartId === cart], [id, false]);
      assert.notEqual(idOf((await dora.submit(await press(next.cartId, 2))).text), id);
    });
  });
}
