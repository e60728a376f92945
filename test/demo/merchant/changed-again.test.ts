import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { z } from 'zod';
import { openShop, type Browser } from './shop.js';

const shop = await openShop();

const made = z.looseObject({
  id: z.union([z.string(), z.number()]),
  status: z.string(),
  transaction_amount: z.number(),
});
const refund = z.looseObject({ id: z.union([z.string(), z.number()]), amount: z.number() });
const listed = z.object({ payments: z.array(z.looseObject({ transaction_amount_refunded: z.number() })) });

const pathOf = {
  payments: (id: string | number, change: 'refund' | 'cancel') =>
    `/v1/payments/${id}${change === 'refund' ? '/refunds' : ''}`,
  orders: (id: string | number, change: 'refund' | 'cancel') => `/v1/orders/${id}/${change}`,
};

for (const api of ['payments', 'orders'] as const) {
  describe(`a change with the ${api} API whose answer was lost, and whose key is refused when it is sent again`, () => {
    const site = api === 'orders' ? 'MLB' : 'MLM';
    afterEach(() => shop.setSwitches({ faults: [], orders: {} }));

    const pay = async (browser: Browser, index: number) => {
      const card_id = String((await browser.cardIds()).at(index));
      const body = { token: await browser.tokenOfCard(card_id), card_id };
      return made.parse((await browser.send('POST', '/api/payments', body)).json);
    };
    const lose = (id: string | number, change: 'refund' | 'cancel') =>
      shop.setSwitches({
        orders: { same_request: 'refused' },
        faults: [{ kind: 'drop_answer', path: pathOf[api](id, change), method: methodOf(change), times: 1 }],
      });
    const methodOf = (change: 'refund' | 'cancel') => (api === 'payments' && change === 'cancel' ? 'PUT' : 'POST');

    it('is the refund that it has made, of a part and of what is left', async () => {
      const bruno = await shop.visit('bruno', site, api);
      const { id, transaction_amount: total } = await pay(bruno, -1);
      const given: string[] = [];
      for (const [body, amount] of [
        [{ amount: 20 }, 20],
        [{ amount: 20 }, 20],
        [{}, total - 40],
      ] as const) {
        await lose(id, 'refund');
        const headers = { 'x-idempotency-key': crypto.randomUUID() };
        const send = () => bruno.send('POST', `/api/payments/${id}/refunds`, body, headers);
        assert.equal((await send()).status, 502);
        const { status, json } = await send();
        assert.equal(status, 201, JSON.stringify(json));
        assert.equal(refund.parse(json).amount, amount);
        given.push(String(refund.parse(json).id));
      }
      assert.equal(new Set(given).size, 3);
      const { payments } = listed.parse((await bruno.get('/api/payments')).json);
      assert.deepEqual(
        payments.map((each) => each.transaction_amount_refunded),
        [total],
      );
    });

    it('is the cancellation', async () => {
      const dora = await shop.visit('dora', site, api);
      const { id, status } = await pay(dora, 0);
      assert.equal(status, 'pending');
      await lose(id, 'cancel');
      const cancel = () => dora.send('PUT', `/api/payments/${id}`, { status: 'cancelled' });
      assert.equal((await cancel()).status, 502);
      const again = await cancel();
      assert.deepEqual([again.status, made.parse(again.json).status], [200, 'cancelled']);
    });
  });
}

describe('a refund with the orders API whose key was used for something else', () => {
  it('is not taken for an earlier one of its amount', async () => {
    const bruno = await shop.visit('bruno', 'MLA', 'orders');
    const card_id = String((await bruno.cardIds()).at(-1));
    const body = { token: await bruno.tokenOfCard(card_id), card_id };
    const { id } = made.parse((await bruno.send('POST', '/api/payments', body)).json);
    const send = (headers: HeadersInit) => bruno.send('POST', `/api/payments/${id}/refunds`, { amount: 30 }, headers);
    assert.equal((await send({ 'x-idempotency-key': crypto.randomUUID() })).status, 201);
    const refused = { kind: 'refusal', status: 409, code: 'idempotency_key_already_used', method: 'POST' };
    await shop.setFaults([{ ...refused, path: `/v1/orders/${id}/refund`, times: 1 }]);
    assert.equal((await send({ 'x-idempotency-key': crypto.randomUUID() })).status, 409);
  });
});
