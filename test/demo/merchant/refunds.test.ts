import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { errorBody, openShop, paymentBody, paymentsBody, type Browser } from './shop.js';

const shop = await openShop();

const refundBody = z.strictObject({
  id: z.number(),
  payment_id: z.number(),
  amount: z.number(),
  status: z.string(),
  date_created: z.string(),
});

async function paidBy(browser: Browser) {
  const [card_id] = await browser.cardIds();
  const token = await browser.tokenOfCard(String(card_id));
  return paymentBody.parse((await browser.send('POST', '/api/payments', { token, card_id })).json);
}

async function pendingOf(browser: Browser) {
  const body = { token: await browser.tokenOfNewCard({ name: 'CONT' }) };
  return paymentBody.parse((await browser.send('POST', '/api/payments', body)).json);
}

const lastPayment = async (browser: Browser) =>
  paymentsBody.parse((await browser.get('/api/payments')).json).payments[0];

/** Asks for a refund as the account page does: every new refund has a key of its own. */
const refund = (browser: Browser, id: number | string, body?: object, key: string = crypto.randomUUID()) =>
  browser.send('POST', `/api/payments/${id}/refunds`, body, { 'x-idempotency-key': key });

describe('POST /api/payments/{id}/refunds', () => {
  it('gives back all of it when the body names no amount', async () => {
    const ana = await shop.visit('ana');
    const payment = await paidBy(ana);
    const { status, json } = await refund(ana, payment.id, {});
    assert.equal(status, 201);
    const { payment_id, amount } = refundBody.parse(json);
    assert.deepEqual([payment_id, amount], [payment.id, 12990]);
    assert.equal((await lastPayment(ana))?.status, 'refunded');
  });

  it('gives back all of it without a body', async () => {
    const ana = await shop.visit('ana', 'MLB');
    const { id } = await paidBy(ana);
    assert.equal((await refund(ana, id)).status, 201);
    assert.equal((await lastPayment(ana))?.transaction_amount_refunded, 129.9);
  });

  it('gives back a part, and the rest later', async () => {
    const ana = await shop.visit('ana', 'MLM');
    const { id } = await paidBy(ana);
    assert.equal((await refund(ana, id, { amount: 49 })).status, 201);
    const part = await lastPayment(ana);
    assert.deepEqual([part?.status, part?.status_detail], ['approved', 'partially_refunded']);
    const { json } = await refund(ana, id, {});
    assert.equal(refundBody.parse(json).amount, 600);
  });

  it('gives back once what is sent twice under one idempotency key', async () => {
    const ana = await shop.visit('ana', 'MLC');
    const { id } = await paidBy(ana);
    const key = crypto.randomUUID();
    const first = await refund(ana, id, { amount: 1000 }, key);
    const second = await refund(ana, id, { amount: 1000 }, key);
    assert.deepEqual(second.json, first.json);
    assert.equal((await lastPayment(ana))?.transaction_amount_refunded, 1000);
  });

  it('gives back all that is left once as well, however often it is sent', async () => {
    const ana = await shop.visit('ana', 'MLC');
    const { id } = await paidBy(ana);
    await refund(ana, id, { amount: 990 });
    const key = crypto.randomUUID();
    for (const attempt of [1, 2]) {
      const { status, json } = await refund(ana, id, {}, key);
      assert.deepEqual([status, refundBody.parse(json).amount], [201, 12000], `attempt ${attempt}`);
    }
  });

  it('is 400 without an idempotency key, or with one that is no UUID: a double click would be two refunds', async () => {
    const ana = await shop.visit('ana', 'MLU');
    const { id } = await paidBy(ana);
    for (const headers of [{}, { 'x-idempotency-key': '' }, { 'x-idempotency-key': '1' }] as HeadersInit[]) {
      const { status, json } = await ana.send('POST', `/api/payments/${id}/refunds`, { amount: 1 }, headers);
      assert.equal(status, 400);
      assert.match(errorBody.parse(json).message, /X-Idempotency-Key/);
    }
    assert.equal((await lastPayment(ana))?.transaction_amount_refunded, 0);
  });

  it('is 409 for a key that has refunded another amount, and gives back nothing', async () => {
    const ana = await shop.visit('ana', 'MLM');
    const { id } = await paidBy(ana);
    const key = crypto.randomUUID();
    assert.equal((await refund(ana, id, { amount: 49 }, key)).status, 201);
    for (const body of [{ amount: 50 }, { amount: 600 }, {}]) {
      const { status, json } = await refund(ana, id, body, key);
      assert.equal(status, 409, JSON.stringify(body));
      errorBody.parse(json);
    }
    assert.equal((await lastPayment(ana))?.transaction_amount_refunded, 49);
  });

  it('passes the refusal of more than was paid on', async () => {
    const ana = await shop.visit('ana', 'MLU');
    const { id } = await paidBy(ana);
    const { status, json } = await refund(ana, id, { amount: 100_000 });
    assert.equal(status, 400);
    errorBody.parse(json);
  });

  it('is 404 for a payment of somebody else, which stays paid', async () => {
    const [ana, bruno] = [await shop.visit('ana', 'MPE'), await shop.visit('bruno', 'MPE')];
    const { id } = await paidBy(bruno);
    assert.equal((await refund(ana, id, {})).status, 404);
    assert.equal((await lastPayment(bruno))?.status, 'approved');
  });

  it('is 400 for an amount that is none', async () => {
    const ana = await shop.visit('ana');
    for (const amount of [0, -1, '10', null]) {
      assert.equal((await refund(ana, 1, { amount })).status, 400, String(amount));
    }
  });
});

describe('PUT /api/payments/{id}', () => {
  it('cancels a payment that still waits', async () => {
    const nuevo = await shop.visit('nuevo');
    const { id } = await pendingOf(nuevo);
    const { status, json } = await nuevo.send('PUT', `/api/payments/${id}`, { status: 'cancelled' });
    assert.equal(status, 200);
    assert.equal(paymentBody.parse(json).status, 'cancelled');
  });

  it('passes the refusal to cancel what is already paid on', async () => {
    const ana = await shop.visit('ana');
    const { id } = await paidBy(ana);
    const { status, json } = await ana.send('PUT', `/api/payments/${id}`, { status: 'cancelled' });
    assert.equal(status, 400);
    errorBody.parse(json);
    assert.equal((await lastPayment(ana))?.status, 'approved');
  });

  it('changes nothing else about a payment', async () => {
    const ana = await shop.visit('ana');
    const { id } = await paidBy(ana);
    for (const body of [{ status: 'approved' }, { capture: true }, {}]) {
      assert.equal((await ana.send('PUT', `/api/payments/${id}`, body)).status, 400, JSON.stringify(body));
    }
  });

  it('is 404 for a payment of somebody else, and for none', async () => {
    const [ana, nuevo] = [await shop.visit('ana'), await shop.visit('nuevo')];
    const { id } = await pendingOf(nuevo);
    for (const other of [id, 999999999999]) {
      assert.equal((await ana.send('PUT', `/api/payments/${other}`, { status: 'cancelled' })).status, 404);
    }
  });
});
