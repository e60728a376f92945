import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, describe, it } from 'node:test';
import { z } from 'zod';
import { errorBody, openShop, purchaseBody, type Browser } from './shop.js';

// What was not paid is known at once, so that a test does not wait for the one before it.
const shop = await openShop({ paymentApi: 'orders', readableWithin: 0 });

const ORDER_ID = /^ORDTST01[0-9A-Z]{24}$/;
const paid = purchaseBody.extend({ id: z.string().regex(ORDER_ID), payment_method_id: z.string() });
const list = z.object({ payments: z.array(paid.omit({ card_saved: true }).extend({ can_cancel: z.boolean() })) });
const refusal = z.strictObject({
  message: z.string(),
  cause: z.tuple([]),
  errors: z.tuple([z.strictObject({ code: z.literal('failed'), message: z.string(), details: z.array(z.string()) })]),
  data: z.strictObject({
    id: z.string().regex(ORDER_ID),
    status: z.literal('failed'),
    status_detail: z.literal('failed'),
    transactions: z.strictObject({
      payments: z.tuple([
        z.strictObject({
          id: z.string().startsWith('PAY'),
          status: z.literal('failed'),
          status_detail: z.string(),
          amount: z.string(),
          payment_method: z.strictObject({ id: z.string(), type: z.string(), installments: z.number() }),
        }),
      ]),
    }),
  }),
});
const refundBody = z.object({ id: z.string(), payment_id: z.string(), amount: z.number(), status: z.string() });

const newKey = () => ({ 'x-idempotency-key': crypto.randomUUID() });

async function savedCard(browser: Browser, index = 0) {
  const card_id = String((await browser.cardIds())[index]);
  return { token: await browser.tokenOfCard(card_id), card_id, installments: 1 };
}
const typedCard = async (browser: Browser, name: string) => ({
  token: await browser.tokenOfNewCard({ name }),
  payment_method_id: 'master',
  payment_type_id: 'credit_card',
});
const pay = async (browser: Browser, body: object) =>
  paid.parse((await browser.send('POST', '/api/payments', body)).json);
const api = async (path: string, body?: object): Promise<unknown> => {
  const headers = { authorization: 'Bearer TEST-MLA-demo', 'x-idempotency-key': crypto.randomUUID() };
  const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
  const answer: unknown = await (await fetch(shop.sandboxOrigin + path, init)).json();
  return answer;
};
/** An order of Ana that is authorized and not captured. */
async function waitingOrder({ token }: { token: string }): Promise<string> {
  const found = z.object({ results: z.tuple([z.object({ id: z.string() })]) });
  const customer = found.parse(await api('/v1/customers/search?email=ana@testuser.com')).results[0].id;
  const method = { id: 'visa', type: 'credit_card', token, installments: 1 };
  const made = await api('/v1/orders', {
    type: 'online',
    capture_mode: 'manual',
    external_reference: customer,
    total_amount: '10.00',
    payer: { customer_id: customer },
    transactions: { payments: [{ amount: '10.00', payment_method: method }] },
  });
  return z.object({ id: z.string() }).parse(made).id;
}
const listed = async (browser: Browser) => list.parse((await browser.get('/api/payments')).json).payments;
const resultOf = (page: string) =>
  /data-status="([^"]*)"\s+data-status-detail="([^"]*)"\s+data-payment-id="([^"]*)"/.exec(page)?.slice(1);

afterEach(() => shop.setSwitches({ faults: [], orders: {} }));

describe('a shop that pays with orders', () => {
  it('charges a saved card with the amount and currency of the cart, in every country', async () => {
    for (const [site, amount, currency] of [
      ['MLA', 12990, 'ARS'],
      ['MLB', 129.9, 'BRL'],
      ['MLM', 649, 'MXN'],
      ['MLC', 12990, 'CLP'],
      ['MCO', 58900, 'COP'],
      ['MPE', 89.9, 'PEN'],
      ['MLU', 1290, 'UYU'],
    ] as const) {
      const ana = await shop.visit('ana', site);
      const answer = await ana.send('POST', '/api/payments', await savedCard(ana, 1));
      assert.equal(answer.status, 201, answer.text);
      const { status, status_detail, transaction_amount, currency_id } = paid.parse(answer.json);
      assert.deepEqual(
        [status, status_detail, transaction_amount, currency_id],
        ['approved', 'accredited', amount, currency],
      );
    }
  });

  it('asks for what the closed schema allows, under a key made of the token', async () => {
    const olga = await shop.visit('olga', 'MLB');
    const body = { ...(await savedCard(olga)), installments: 3, issuer_id: '25', payment_method_id: 'master' };
    await pay(olga, body);
    const sent = (await shop.requests('POST', '/v1/orders')).at(-1);
    assert.equal(sent?.idempotency_key, createHash('sha256').update(body.token).digest('hex'));
    const customer = (sent.body as { external_reference: string }).external_reference;
    assert.match(customer, /^\d+-\w{14}$/);
    assert.deepEqual(sent.body, {
      type: 'online',
      processing_mode: 'automatic',
      capture_mode: 'automatic_async',
      config: { online: { transaction_security: { validation: 'on_fraud_risk', liability_shift: 'preferred' } } },
      external_reference: customer,
      description: 'Cafeteira italiana',
      total_amount: '129.90',
      payer: { customer_id: customer },
      // What Mercado Pago says about the saved card, not what the page says.
      transactions: {
        payments: [
          {
            amount: '129.90',
            payment_method: { id: 'visa', type: 'credit_card', token: '[masked]', installments: 3 },
          },
        ],
      },
    });
  });

  it('charges a card that was just typed, if the page says of what kind it is', async () => {
    const nuevo = await shop.visit('nuevo');
    const body = await typedCard(nuevo, 'APRO');
    const { payment_type_id: _, ...without } = body;
    const refused = await nuevo.send('POST', '/api/payments', without);
    assert.equal(refused.status, 400);
    assert.match(errorBody.parse(refused.json).message, /payment_type_id/);
    assert.equal((await pay(nuevo, body)).payment_method_id, 'master');
  });

  for (const [name, reason] of [
    ['OTHE', 'rejected_by_issuer'],
    ['CALL', 'required_call_for_authorize'],
    ['FUND', 'insufficient_amount'],
    ['SECU', 'bad_filled_card_data'],
  ] as const) {
    it(`passes the 402 of ${name} on with its reason, and without the token`, async () => {
      const nuevo = await shop.visit('nuevo');
      const body = await typedCard(nuevo, name);
      const answer = await nuevo.send('POST', '/api/payments', body);
      assert.equal(answer.status, 402);
      const { errors, data } = refusal.parse(answer.json);
      const [payment] = data.transactions.payments;
      assert.equal(payment.status_detail, reason);
      assert.deepEqual(errors[0].details, [`${payment.id}: ${reason}`]);
      assert.ok(!answer.text.includes(body.token));
      const [last] = await listed(nuevo);
      assert.deepEqual([last?.id, last?.status, last?.status_detail], [data.id, 'rejected', reason]);
    });
  }

  it('takes a failed order in a 201 for the refusal that it is', async () => {
    const nuevo = await shop.visit('nuevo', 'MLU');
    await shop.setSwitches({ orders: { refusal: '201' } });
    const { status, status_detail } = await pay(nuevo, await typedCard(nuevo, 'FUND'));
    assert.deepEqual([status, status_detail], ['rejected', 'insufficient_amount']);
    await shop.setSwitches({ orders: {} });
  });

  it('passes on that an order is still being decided', async () => {
    const nuevo = await shop.visit('nuevo');
    const { id, status } = await pay(nuevo, await typedCard(nuevo, 'CONT'));
    assert.equal(status, 'in_process');
    const shown = (await listed(nuevo)).find((each) => each.id === id);
    // This API does not cancel it, so the account page must not offer that.
    assert.equal(shown?.can_cancel, false);
    const answer = await nuevo.send('PUT', `/api/payments/${id}`, { status: 'cancelled' });
    assert.deepEqual([answer.status, errorBody.parse(answer.json).cause[0]?.code], [409, 'cannot_cancel_order']);
    await shop.setSwitches({ orders: { refused_cancel: '422' } });
    const other = await nuevo.send('PUT', `/api/payments/${id}`, { status: 'cancelled' });
    assert.deepEqual([other.status, errorBody.parse(other.json).cause[0]?.code], [422, 'cannot_cancel_order']);
    await shop.setSwitches({ orders: {} });
  });

  for (const canceled of ['canceled', 'cancelled'])
    for (const canceled_detail of ['canceled', 'canceled_transaction'])
      for (const canceled_transaction of ['canceled_transaction', 'cancelled_transaction'])
        it(`reads ${canceled}, ${canceled_detail} and ${canceled_transaction} alike`, async () => {
          const ana = await shop.visit('ana');
          const id = await waitingOrder(await savedCard(ana));
          await shop.setSwitches({ orders: { canceled, canceled_detail, canceled_transaction } });
          const { json } = await ana.send('PUT', `/api/payments/${id}`, { status: 'cancelled' });
          const { status, status_detail } = z.object({ status: z.string(), status_detail: z.string() }).parse(json);
          assert.deepEqual([status, status_detail], ['cancelled', 'canceled_transaction']);
          await shop.setSwitches({ orders: {} });
        });

  it('cancels an order that waits, once', async () => {
    const ana = await shop.visit('ana');
    // The shop itself makes none that waits: this one is another program's, for the same customer.
    const id = await waitingOrder(await savedCard(ana));
    const [shown] = await listed(ana);
    assert.deepEqual([shown?.id, shown?.status, shown?.can_cancel], [id, 'authorized', true]);
    const cancel = () => ana.send('PUT', `/api/payments/${id}`, { status: 'cancelled' });
    for (const answer of [await cancel(), await cancel()]) {
      assert.equal(answer.status, 200);
      assert.equal((answer.json as { status: string }).status, 'cancelled');
    }
  });

  it('pays once however often a token is sent', async () => {
    const olga = await shop.visit('olga');
    const body = await savedCard(olga);
    const ids = [await pay(olga, body), await pay(olga, body)].map(({ id }) => id);
    assert.equal(new Set(ids).size, 1);
    assert.equal((await listed(olga)).length, 1);
  });

  it('finds the order whose answer was lost when the same token comes again', async () => {
    const bruno = await shop.visit('bruno');
    const body = await savedCard(bruno);
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/orders', times: 1 }]);
    assert.equal((await bruno.send('POST', '/api/payments', body)).status, 502);
    assert.equal((await pay(bruno, body)).status, 'approved');
    assert.equal((await listed(bruno)).length, 1);
  });

  it('does not pay with the token, the card or the order of somebody else', async () => {
    const [ana, bruno] = [await shop.visit('ana', 'MPE'), await shop.visit('bruno', 'MPE')];
    const body = await savedCard(bruno);
    assert.equal((await ana.send('POST', '/api/payments', body)).status, 404);
    const own = String((await ana.cardIds())[0]);
    for (const card of [{ card_id: own }, { payment_method_id: 'visa', payment_type_id: 'credit_card' }]) {
      const answer = await ana.send('POST', '/api/payments', { token: body.token, installments: 1, ...card });
      assert.equal(answer.status, 400);
      assert.equal(errorBody.parse(answer.json).cause[0]?.code, 'invalid_card_token');
    }
    const { id } = await pay(bruno, body);
    assert.ok(!(await listed(ana)).some((each) => each.id === id));
    assert.equal((await ana.send('POST', `/api/payments/${id}/refunds`, {}, newKey())).status, 404);
    assert.equal((await ana.send('PUT', `/api/payments/${id}`, { status: 'cancelled' })).status, 404);
    const taken = await ana.send('POST', '/api/payments', { ...body, card_id: own });
    assert.deepEqual([taken.status, errorBody.parse(taken.json).cause[0]?.code], [409, 'idempotency_key_already_used']);
  });

  it('passes the codes of refused requests on', async () => {
    const ana = await shop.visit('ana');
    const unknown = { ...(await savedCard(ana)), token: 'f'.repeat(32) };
    const answer = await ana.send('POST', '/api/payments', unknown);
    assert.equal(answer.status, 400);
    assert.deepEqual(errorBody.parse(answer.json).cause[0]?.code, 'card_token_not_found');
    for (const [kind, status] of [
      ['server_error', 500],
      ['bad_gateway', 502],
      ['rate_limit', 429],
      ['drop', 502],
      ['malformed_json', 502],
    ] as const) {
      await shop.setFaults([{ kind, path: '/v1/orders' }]);
      assert.equal((await ana.send('POST', '/api/payments', await savedCard(ana))).status, status, kind);
    }
  });

  it('passes them on from the envelope of the OpenAPI description too, and says of no other that nothing was charged', async () => {
    await shop.setSwitches({ orders: { error_envelope: 'cause' } });
    const olga = await shop.visit('olga', 'MLC');
    const card_id = String((await olga.cardIds())[0]);
    const press = async () => ({ token: await olga.tokenOfCard(card_id), card_id });
    for (const [code, status, causes] of [
      ['property_value', 400, ['property_value']],
      ['idempotency_key_already_used', 409, ['idempotency_key_already_used']],
    ] as const) {
      await shop.setFaults([{ kind: 'refusal', status, code, method: 'POST', path: '/v1/orders', times: 1 }]);
      const answer = await olga.send('POST', '/api/payments', await press());
      assert.deepEqual([answer.status, errorBody.parse(answer.json).cause.map((each) => each.code)], [status, causes]);
    }
  });

  it('refunds a part and then the rest', async () => {
    const ana = await shop.visit('ana', 'MLM');
    const { id } = await pay(ana, await savedCard(ana));
    const key = newKey();
    const part = await ana.send('POST', `/api/payments/${id}/refunds`, { amount: 49.5 }, key);
    assert.equal(part.status, 201);
    const first = refundBody.parse(part.json);
    assert.deepEqual([first.payment_id, first.amount], [id, 49.5]);
    const again = await ana.send('POST', `/api/payments/${id}/refunds`, { amount: 49.5 }, key);
    assert.deepEqual(again.json, part.json);
    const [after] = await listed(ana);
    assert.deepEqual(
      [after?.status, after?.status_detail, after?.transaction_amount_refunded],
      ['approved', 'partially_refunded', 49.5],
    );
    for (const amount of [600, 10.005]) {
      const much = await ana.send('POST', `/api/payments/${id}/refunds`, { amount }, newKey());
      assert.equal(much.status, 400);
      errorBody.parse(much.json);
    }
    const rest = refundBody.parse((await ana.send('POST', `/api/payments/${id}/refunds`, undefined, newKey())).json);
    assert.equal(rest.amount, 599.5);
    assert.equal((await listed(ana))[0]?.status, 'refunded');
    const more = await ana.send('POST', `/api/payments/${id}/refunds`, undefined, newKey());
    assert.deepEqual([more.status, errorBody.parse(more.json).cause[0]?.code], [409, 'order_already_refunded']);
  });

  it('refunds the rest once, though the answer was lost, and says how much it was', async () => {
    const ana = await shop.visit('ana', 'MLC');
    const { id } = await pay(ana, await savedCard(ana));
    const refund = (body: object, key: HeadersInit) => ana.send('POST', `/api/payments/${id}/refunds`, body, key);
    assert.equal((await refund({ amount: 990 }, newKey())).status, 201);
    const key = newKey();
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: `/v1/orders/${id}/refund`, times: 1 }]);
    assert.equal((await refund({}, key)).status, 502);
    for (const attempt of [2, 3]) {
      assert.equal(refundBody.parse((await refund({}, key)).json).amount, 12000, `attempt ${attempt}`);
    }
  });

  it('refunds once, though the answer was lost, when the same key comes again', async () => {
    const ana = await shop.visit('ana');
    const { id } = await pay(ana, await savedCard(ana));
    const key = newKey();
    const refund = () => ana.send('POST', `/api/payments/${id}/refunds`, { amount: 990 }, key);
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/orders', times: 1 }]);
    assert.equal((await refund()).status, 502);
    assert.equal(refundBody.parse((await refund()).json).amount, 990);
    const shown = (await listed(ana)).find((each) => each.id === id);
    assert.equal(shown?.transaction_amount_refunded, 990);
  });

  it('lists the newest first', async () => {
    const ana = await shop.visit('ana', 'MCO');
    const ids = [];
    for (const index of [0, 1]) ids.unshift((await pay(ana, await savedCard(ana, index))).id);
    const shown = await listed(ana);
    assert.deepEqual(
      shown
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
      ids.sort(),
    );
    const dates = shown.map((each) => (each as { date_created?: string }).date_created ?? '');
    assert.deepEqual(dates, [...dates].sort().reverse());
  });

  it('saves the card of a second token once it has paid, and once if the request is sent again', async () => {
    const nuevo = await shop.visit('nuevo', 'MLB');
    const body = { ...(await typedCard(nuevo, 'APRO')), save_card: true, save_token: await nuevo.tokenOfNewCard() };
    for (const { card_saved } of [await pay(nuevo, body), await pay(nuevo, body)]) {
      assert.equal(card_saved, true);
      assert.equal((await nuevo.cardIds()).length, 1);
    }
    const unsaved = { ...(await typedCard(nuevo, 'APRO')), save_card: true, save_token: 'f'.repeat(32) };
    assert.equal((await pay(nuevo, unsaved)).card_saved, false);
  });
});

describe('the plain form of a shop that pays with orders', () => {
  const entries = async (browser: Browser, index: number): Promise<Record<string, string>> => {
    const { token, card_id } = await savedCard(browser, index);
    return { token, card_id, payment_method_id: '', payment_type_id: '', issuer_id: '', installments: '1' };
  };

  it('pays and thanks', async () => {
    const ana = await shop.visit('ana', 'MLU');
    const { status, text } = await ana.submit(await entries(ana, 1));
    assert.equal(status, 200);
    const [paidStatus, detail, id] = resultOf(text) ?? [];
    assert.deepEqual([paidStatus, detail], ['approved', 'accredited']);
    assert.match(id ?? '', ORDER_ID);
  });

  it('shows the checkout again after a refusal, with the card chosen and the reason, and pays the second time', async () => {
    const ana = await shop.visit('ana', 'MLC');
    await shop.nextPayment('SECU');
    const sent = await entries(ana, 0);
    const { status, text } = await ana.submit(sent);
    assert.equal(status, 200);
    assert.deepEqual(resultOf(text)?.slice(0, 2), ['rejected', 'bad_filled_card_data']);
    assert.match(text, new RegExp(`card-id="${sent['card_id']}"\\s+status-detail="bad_filled_card_data"`));
    const again = await ana.submit({ ...sent, token: await ana.tokenOfCard(sent['card_id'] ?? '') });
    assert.equal(resultOf(again.text)?.[0], 'approved');
  });

  it('does not say that nothing was charged while the same request is still running', async () => {
    const ana = await shop.visit('ana');
    await shop.setFaults([{ kind: 'refusal', status: 423, code: 'resource_locked', path: '/v1/orders', times: 1 }]);
    const { status, text } = await ana.submit(await entries(ana, 0));
    assert.equal(status, 423);
    assert.match(text, /No sabemos si el pago se hizo/);
  });
});

describe('the API for payments', () => {
  it('is chosen by the demo’s session, and otherwise by the shop', async () => {
    const [one, other] = [await shop.visit('olga', 'MLA', 'payments'), await shop.visit('olga', 'MLA')];
    const made = await one.send('POST', '/api/payments', await savedCard(one));
    assert.equal(typeof (made.json as { id: unknown }).id, 'number');
    assert.match((await pay(other, await savedCard(other))).id, ORDER_ID);
    const unknown = await one.send('POST', '/session', { site: 'MLA', customer: 'ana', api: 'both' });
    assert.equal(unknown.status, 400);
  });
});
