import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { answerChallenge } from '../sandbox/support/challenges.js';
import { apiProxy } from './api-proxy.js';
import { cartOf, challengeAttribute, idOf, resultOf } from './plain-page.js';
import { openShop, type Browser } from './shop.js';

const customer = z.looseObject({ status: z.string(), status_detail: z.string() });

/** What the proxy makes of a payment or an order that is read. */
let dispute: string | null = null;
const disputed = apiProxy({
  answer: (method, path, answer) => {
    if (dispute === null || method !== 'GET' || !/^\/v1\/(payments\/\d+|orders\/ORD\w+)$/.test(path)) return answer;
    const made = customer.parse(JSON.parse(answer.body));
    return { ...answer, body: JSON.stringify({ ...made, status: 'charged_back', status_detail: dispute }) };
  },
});
const shop = await openShop({ api: disputed });

for (const api of ['payments', 'orders'] as const) {
  describe(`a page for a cart that was paid with the ${api} API`, () => {
    /** Each press of the button has a token of its own. */
    const press = async (browser: Browser, at: number, cart_id: string, more: object = {}) => {
      const card_id = (await browser.cardIds()).at(at) ?? '';
      return browser.submit({
        token: await browser.tokenOfCard(card_id),
        card_id,
        installments: '1',
        cart_id,
        ...more,
      });
    };
    const openedCart = async (browser: Browser) => cartOf((await browser.get('/checkout')).text);
    const leave = (browser: Browser, id: string) => browser.submit({}, `/checkout/payments/${id}/seen`);

    it('of another tab, whose bank was asked, leads to the payment, also after that was left', async () => {
      const dora = await shop.visit('dora', 'MLA', api);
      const asked = await press(dora, 0, await openedCart(dora));
      assert.equal(resultOf(asked.text), 'pending');
      const paid = await press(dora, 2, cartOf((await dora.get('/checkout?other')).text));
      for (const moment of ['before it was left', 'after it was left']) {
        const page = (await dora.get(`/checkout/payments/${idOf(asked.text)}`)).text;
        assert.deepEqual([resultOf(page), idOf(page), cartOf(page)], ['approved', idOf(paid.text), ''], moment);
        await leave(dora, idOf(paid.text));
      }
    });

    it('of a failed challenge does so too', async () => {
      const dora = await shop.visit('dora', 'MLA', api);
      const cart = await openedCart(dora);
      const asked = (await press(dora, 1, cart)).text;
      await answerChallenge(
        challengeAttribute(asked, 'url'),
        challengeAttribute(asked, 'creq') || undefined,
        'confirm',
      );
      const failed = (await dora.get(`/checkout/payments/${idOf(asked)}`)).text;
      assert.deepEqual([resultOf(failed), cartOf(failed)], ['rejected', cart]);
      const paid = await press(dora, 2, cart);
      await leave(dora, idOf(paid.text));
      const back = (await dora.get(`/checkout/payments/${idOf(asked)}`)).text;
      assert.deepEqual([resultOf(back), idOf(back)], ['approved', idOf(paid.text)]);
    });

    it('that is sent again after a refusal, or without a token, says that it is paid', async () => {
      const ana = await shop.visit('ana', 'MLA', api);
      const cart = await openedCart(ana);
      const card_id = (await ana.cardIds())[0] ?? '';
      const refused = { token: await ana.tokenOfCard(card_id), card_id, installments: '1', cart_id: cart };
      await shop.nextPayment('FUND');
      assert.equal(resultOf((await ana.submit(refused)).text), 'rejected');
      const paid = idOf((await press(ana, 1, cart)).text);
      for (const sent of [refused, { cart_id: cart }]) {
        const { text } = await ana.submit(sent);
        assert.deepEqual([resultOf(text), idOf(text)], ['approved', paid]);
        assert.doesNotMatch(text, /No se cobró/);
      }
    });

    it('says what was charged with interest', async () => {
      const bruno = await shop.visit('ana', 'MLA', api);
      const { text } = await press(bruno, 0, await openedCart(bruno), { installments: '6' });
      assert.match(text, /Total: \$\s17\.993,76/);
    });

    for (const detail of ['in_process', 'settled', 'reimbursed'])
      it(`charges it no second time while the bank has it charged back (${detail}), and does not say who has the money`, async (t) => {
        t.after(() => (dispute = null));
        const ana = await shop.visit('ana', 'MLA', api);
        const cart = await openedCart(ana);
        const paid = idOf((await press(ana, 0, cart)).text);
        dispute = detail;
        for (const { text } of [await ana.get(`/checkout/payments/${paid}`), await press(ana, 0, cart)]) {
          assert.deepEqual([resultOf(text), idOf(text)], ['charged_back', paid]);
          assert.match(text, /Este pago fue desconocido ante el banco/);
        }
      });
  });
}

describe('a page of the shop', () => {
  it('says nothing of a payment where the customer cannot be looked up', async (t) => {
    t.after(() => shop.setFaults([]));
    const olga = await shop.visit('olga', 'MLC');
    await shop.setFaults([{ kind: 'server_error', method: 'GET', path: '/v1/customers' }]);
    const { status, text } = await olga.get('/checkout');
    assert.equal(status, 500);
    assert.match(text, /no puede consultar tus compras/);
    assert.doesNotMatch(text, /si el pago se hizo/);
  });

  it('says why a payment that is equal to another one was refused, and promises nothing', async () => {
    const olga = await shop.visit('olga', 'MLC');
    await shop.nextPayment('DUPL');
    const cart = cartOf((await olga.get('/checkout')).text);
    const card_id = (await olga.cardIds())[0] ?? '';
    const { text } = await olga.submit({
      token: await olga.tokenOfCard(card_id),
      card_id,
      installments: '1',
      cart_id: cart,
    });
    assert.match(text, /es igual a otro reciente/);
    assert.doesNotMatch(text, /No se cobró|lo verificamos/);
  });

  for (const [path, status] of [
    ['/checkout/payments/x', 400],
    ['/checkout/payments/123', 404],
    ['/checkout/nothing', 404],
  ] as const)
    it(`is one for people, also at ${path}`, async () => {
      const page = await (await shop.visit('olga', 'MLC')).get(path);
      assert.equal(page.status, status);
      assert.match(page.text, /<h1>Esta página no existe<\/h1>[\s\S]*<a href="\/checkout">/);
    });

  for (const [what, form, status] of [
    ['malformed', { token: 'a', card_id: 'abc' }, 400],
    ['too large', { token: 'x'.repeat(20_000) }, 413],
  ] as const)
    it(`is one for people, also where the form is ${what}`, async () => {
      const page = await (await shop.visit('olga', 'MLC')).submit(form);
      assert.equal(page.status, status);
      assert.match(page.text, /<h1>La tienda no pudo leer/);
    });
});
