import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { cartOf, idOf, resultOf } from './plain-page.js';
import { openShop, type Browser } from './shop.js';

const DAY = 86_400_000;
const headers = { authorization: 'Bearer TEST-MLA-demo', 'content-type': 'application/json' };
const customers = z.object({ results: z.array(z.object({ id: z.string() })) });
const orders = z.object({ data: z.array(z.object({ status: z.string(), total_amount: z.string() })) });

const press = async (ana: Browser, cart_id: string) => {
  const [card_id = ''] = await ana.cardIds();
  return { token: await ana.tokenOfCard(card_id), card_id, installments: '1', cart_id };
};

describe('an attempt with orders whose answer was lost', () => {
  /** Pays while the search is behind, and loses the answer. */
  async function loseAnswer(shop: Awaited<ReturnType<typeof openShop>>, ana: Browser) {
    const cart = cartOf((await ana.get('/checkout')).text);
    await shop.setSwitches({ search_delay_ms: 3000 });
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/orders', times: 1 }]);
    const sent = await press(ana, cart);
    assert.equal((await ana.submit(sent)).status, 502);
    return { cart, sent };
  }
  async function madeAt(origin: string) {
    const query = 'begin_date=2020-01-01T00:00:00Z&end_date=2099-01-01T00:00:00Z';
    const { data } = orders.parse(await (await fetch(`${origin}/v1/orders?${query}`, { headers })).json());
    return data.map(({ status, total_amount }) => `${status} ${total_amount}`);
  }

  for (const outcome of ['OTHE', 'APRO'] as const)
    for (const amount of ['50.00', '12990.00'] as const)
      it(`is not taken for an earlier order of ${amount} that the shop did not make (${outcome})`, async () => {
        let ahead = 0;
        const shop = await openShop({ paymentApi: 'orders', clock: () => new Date(Date.now() + ahead) });
        const ana = await shop.visit('ana', 'MLA');
        const found = await fetch(`${shop.sandboxOrigin}/v1/customers/search?email=ana@testuser.com`, { headers });
        const reference = customers.parse(await found.json()).results[0]?.id;
        const token = await ana.tokenOfNewCard({ name: outcome });
        const method = { id: 'master', type: 'credit_card', token, installments: 1 };
        const body = JSON.stringify({
          type: 'online',
          total_amount: amount,
          external_reference: reference,
          payer: { email: 'ana@testuser.com' },
          transactions: { payments: [{ amount, payment_method: method }] },
        });
        const own = { ...headers, 'x-idempotency-key': crypto.randomUUID() };
        await fetch(`${shop.sandboxOrigin}/v1/orders`, { method: 'POST', headers: own, body });
        // Listed by now, as the one whose answer is lost is not.
        ahead = 3100;

        const { cart } = await loseAnswer(shop, ana);
        const again = await ana.submit(await press(ana, cart));
        assert.equal(again.status, 409, 'it may still land');
        await shop.setSwitches({ search_delay_ms: null });
        const page = await ana.get('/checkout');
        assert.equal(resultOf(page.text), 'approved');
        const made = (await madeAt(shop.sandboxOrigin)).filter((each) => each === 'processed 12990.00');
        assert.equal(made.length, outcome === 'APRO' && amount === '12990.00' ? 2 : 1);
      });

  for (const unusable of ['400', '402'] as const)
    it(`is found a day later, where its token is refused with a ${unusable}`, async (t) => {
      const shop = await openShop({ paymentApi: 'orders', clock: () => new Date(Date.now()) });
      await shop.setSwitches({ orders: { unusable_token: unusable } });
      const ana = await shop.visit('ana', 'MLA');
      const { cart, sent } = await loseAnswer(shop, ana);
      await shop.setSwitches({ search_delay_ms: null });
      const now = Date.now();
      t.mock.method(Date, 'now', () => now + DAY + 60_000);
      const again = await ana.submit(sent);
      const page = await ana.get('/checkout');
      const other = await ana.submit(await press(ana, cart));
      const shown = [again, page].find(({ text }) => resultOf(text) === 'approved');
      assert.ok(shown, `${again.text}${page.text}`);
      assert.equal(idOf(other.text), idOf(shown.text));
      assert.equal((await madeAt(shop.sandboxOrigin)).filter((each) => each.startsWith('processed')).length, 1);
    });
});
