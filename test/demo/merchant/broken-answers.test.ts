import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { z } from 'zod';
import { apiProxy } from './api-proxy.js';
import { cartOf, idOf, resultOf, UNCHARGED } from './plain-page.js';
import { openShop, type Browser } from './shop.js';

const PAID_BEFORE = /La compra anterior ya está pagada/;

/** Answers that come instead of Mercado Pago's, to requests that it has carried out: `POST /v1/orders` and so on. */
const instead = new Map<string, readonly [status: number, body: string]>();

const withBrokenAnswers = apiProxy({
  answer: (method, path, answer) => {
    const key = [...instead.keys()].find((each) => `${method} ${path}`.startsWith(each));
    const [status, body] = (key && instead.get(key)) || [answer.status, answer.body];
    return { status, body };
  },
});

const shop = await openShop({ api: withBrokenAnswers });
const sites = ['MLA', 'MLM', 'MPE', 'MLC', 'MCO', 'MLU'] as const;
const listed = z.object({ payments: z.array(z.looseObject({ status: z.string() })) });

for (const api of ['payments', 'orders'] as const) {
  describe(`a payment with the ${api} API of which something is broken`, () => {
    afterEach(async () => {
      instead.clear();
      await shop.setSwitches({ faults: [], next_payment: null });
    });

    const customers = api === 'payments' ? ['bruno', 'dora'] : ['oscar', 'olga'];
    let turn = 0;
    /** Each test has a shopper of its own. */
    const visit = () => {
      const next = turn++;
      return shop.visit(
        customers[Math.floor(next / sites.length)] ?? 'bruno',
        sites[next % sites.length] ?? 'MLA',
        api,
      );
    };
    const press = async (browser: Browser, cart_id: string, index = -1) => {
      const card_id = String((await browser.cardIds()).at(index));
      return { token: await browser.tokenOfCard(card_id), card_id, installments: '1', cart_id };
    };
    const submit = async (browser: Browser, cart: string) => (await browser.submit(await press(browser, cart))).text;
    const opened = async (browser: Browser) => (await browser.get('/checkout')).text;
    const approved = async (browser: Browser) => {
      instead.clear();
      await shop.setFaults([]);
      const { payments } = listed.parse((await browser.get('/api/payments')).json);
      return payments.filter(({ status }) => status === 'approved').length;
    };

    for (const [what, status, body] of [
      ['text that is no JSON', 201, '{"id": 1'],
      ['a page', 200, '<!doctype html><title>ok</title>'],
      ['an object of something else', 201, '{}'],
      ['nothing', 204, ''],
    ] as const) {
      it(`is found by the next attempt, where the charge is answered with ${what}`, async () => {
        const browser = await visit();
        const cart = cartOf(await opened(browser));
        instead.set(`POST /v1/${api}`, [status, body]);
        assert.doesNotMatch(await submit(browser, cart), UNCHARGED);
        instead.clear();
        // Without JavaScript, in another tab, and by script: with another token.
        assert.equal(resultOf(await opened(browser)), 'approved');
        assert.equal(resultOf(await submit(browser, cart)), 'approved');
        const { cart_id: _, ...byScript } = await press(browser, cart);
        await browser.send('POST', '/api/payments', byScript);
        assert.equal(await approved(browser), 1);
      });
    }

    it('is not paid again from a page that says it is not known', async () => {
      const browser = await visit();
      const cart = cartOf(await opened(browser));
      const form = await press(browser, cart);
      const id = idOf((await browser.submit(form)).text);
      await shop.setFaults([{ kind: 'server_error', method: 'GET', path: '/v1/customers/search', times: 1 }]);
      const unknown = (await browser.submit(form)).text;
      assert.equal(cartOf(unknown), cart);
      assert.equal(idOf(await submit(browser, cartOf(unknown))), id);
      // Pages that name no cart say that there was a payment.
      for (const path of ['/checkout', `/checkout/payments/${id}`]) {
        await shop.setFaults([{ kind: 'server_error', method: 'GET', path: '/v1/customers/search', times: 1 }]);
        assert.match((await browser.get(path)).text, PAID_BEFORE, path);
      }
      assert.equal(await approved(browser), 1);
    });

    it('is not paid again from a tab that had nothing to send when the other one paid', async () => {
      const browser = await visit();
      const cart = cartOf(await opened(browser));
      const id = idOf(await submit(browser, cart));
      const page = (await browser.submit({ cart_id: cart })).text;
      assert.equal(idOf(page), id, 'the page that says so');
      assert.equal(await approved(browser), 1);
    });

    it('is still said to be made, where Mercado Pago does not find it for a moment', async () => {
      const browser = await visit();
      const cart = cartOf(await opened(browser));
      const id = idOf(await submit(browser, cart));
      const missing = { kind: 'refusal', status: 404, code: 'not_found', method: 'GET' };
      await shop.setFaults([{ ...missing, path: `/v1/${api}/${id}`, times: 2 }]);
      assert.match(await opened(browser), PAID_BEFORE);
      const unknown = await submit(browser, cart);
      assert.match(unknown, /No sabemos si el pago se hizo/);
      assert.match(await opened(browser), PAID_BEFORE);
      assert.equal(await approved(browser), 1);
    });

    it('is not paid a second time while the shop’s record of it cannot be read', async (t) => {
      t.mock.method(console, 'error', () => {});
      const browser = await visit();
      const cart = cartOf(await opened(browser));
      const id = idOf(await submit(browser, cart));
      const folder = join(shop.folder, 'paid-carts');
      const names = (await readdir(folder)).filter((name) => name.includes(cart));
      for (const name of names) await writeFile(join(folder, name), '');
      const page = await browser.submit(await press(browser, cart));
      assert.equal(page.status, 500);
      assert.match(page.text, /<mp-saved-cards/);
      assert.notEqual(idOf(page.text), id);
      assert.equal(await approved(browser), 1);
    });

    it('that is in review is left, and the next purchase does not end it', async () => {
      const browser = await visit();
      const cart = cartOf(await opened(browser));
      await shop.nextPayment('CONT');
      const id = idOf(await submit(browser, cart));
      assert.equal(idOf(await opened(browser)), id);
      const next = (await browser.submit({}, `/checkout/payments/${id}/seen`)).text;
      assert.notEqual(cartOf(next), cart);
      assert.doesNotMatch(next, PAID_BEFORE);
      assert.equal(resultOf(await submit(browser, cartOf(next))), 'approved');
      // Its own page is answered with it.
      assert.equal(idOf(await submit(browser, cart)), id);
      const { payments } = listed.parse((await browser.get('/api/payments')).json);
      assert.deepEqual(payments.map(({ status }) => status).sort(), ['approved', 'in_process']);
    });

    it('with a token that has paid for another cart is refused', async () => {
      const browser = await visit();
      const form = await press(browser, cartOf(await opened(browser)));
      await browser.submit(form);
      const next = cartOf(await opened(browser));
      assert.equal((await browser.submit({ ...form, cart_id: next })).status, 409);
      assert.equal(resultOf(await submit(browser, next)), 'approved');
    });
  });
}

describe('a payment of a shop that has changed from orders to payments', () => {
  it('is not taken for the payment of an order', async () => {
    const before = await shop.visit('bruno', 'MLB', 'orders');
    const card_id = String((await before.cardIds()).at(-1));
    const cart_id = cartOf((await before.get('/checkout')).text);
    const paid = (await before.submit({ token: await before.tokenOfCard(card_id), card_id, cart_id })).text;
    assert.equal(resultOf(paid), 'approved');
    const after = await shop.visit('bruno', 'MLB', 'payments');
    const next = cartOf((await after.get('/checkout')).text);
    await shop.setFaults([{ kind: 'drop', method: 'POST', path: '/v1/payments', times: 1 }]);
    const body = { token: await after.tokenOfCard(card_id), card_id, cart_id: next };
    assert.equal((await after.send('POST', '/api/payments', body)).status, 502);
    await shop.setFaults([]);
    // Nothing is known of it, so it may still come.
    assert.equal((await after.get('/api/challenge')).status, 409);
  });
});
