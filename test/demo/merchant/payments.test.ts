import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { errorBody, openShop, paymentBody, paymentsBody, purchaseBody } from './shop.js';

const shop = await openShop();

describe('POST /api/payments', () => {
  it('charges a saved card with the amount and currency of the cart, in every country', async () => {
    const expected = {
      MLA: [12990, 'ARS'],
      MLB: [129.9, 'BRL'],
      MLM: [649, 'MXN'],
      MLC: [12990, 'CLP'],
      MCO: [58900, 'COP'],
      MPE: [89.9, 'PEN'],
      MLU: [1290, 'UYU'],
    } as const;
    for (const site of Object.keys(expected) as (keyof typeof expected)[]) {
      const ana = await shop.visit('ana', site);
      const [card_id] = await ana.cardIds();
      const token = await ana.tokenOfCard(String(card_id));
      const { status, json } = await ana.send('POST', '/api/payments', { token, card_id, installments: 1 });
      const payment = paymentBody.parse(json);
      assert.equal(status, 201, site);
      assert.equal(payment.status, 'approved');
      assert.deepEqual([payment.transaction_amount, payment.currency_id], expected[site]);
    }
  });

  it('shows no one else a payment that a token has made before', async () => {
    const ana = await shop.visit('ana');
    const [card_id] = await ana.cardIds();
    const token = await ana.tokenOfCard(String(card_id));
    await ana.send('POST', '/api/payments', { token, card_id, installments: 1 });

    const bruno = await shop.visit('bruno');
    const [own] = await bruno.cardIds();
    const { status, json } = await bruno.send('POST', '/api/payments', { token, card_id: own, installments: 1 });
    assert.equal(status, 409);
    assert.deepEqual(json, { message: 'This token has paid for something else', cause: [] });
  });

  it('ignores an amount, a payer and a description in the request', async () => {
    const ana = await shop.visit('ana');
    const [card_id] = await ana.cardIds();
    const { json } = await ana.send('POST', '/api/payments', {
      token: await ana.tokenOfCard(String(card_id)),
      card_id,
      transaction_amount: 1,
      amount: 1,
      payer: { type: 'customer', id: 'somebody' },
      external_reference: 'somebody',
    });
    assert.equal(paymentBody.parse(json).transaction_amount, 12990);
    const { payments } = paymentsBody.parse((await ana.get('/api/payments')).json);
    assert.ok(payments.some(({ id }) => id === paymentBody.parse(json).id));
  });

  it('asks Mercado Pago for what the shop decides, under a key made of the token', async () => {
    const olga = await shop.visit('olga', 'MLB');
    const [card_id] = await olga.cardIds();
    const token = await olga.tokenOfCard(String(card_id));
    const more = { payment_method_id: 'visa', issuer_id: null, installments: 3, metadata: { a: 1 } };
    const key = createHash('sha256').update(token).digest('hex');
    await olga.send('POST', '/api/payments', { token, card_id, ...more });
    const sent = (await shop.requests('POST', '/v1/payments')).at(-1);
    assert.equal(sent?.idempotency_key, key);
    const customerId = /\/v1\/customers\/([^/]+)\/cards$/.exec(
      (await shop.requests('GET', /cards$/)).at(-1)?.path ?? '',
    )?.[1];
    assert.deepEqual(sent.body, {
      transaction_amount: 129.9,
      description: 'Cafeteira italiana',
      external_reference: customerId,
      metadata: { attempt: key },
      token: '[masked]',
      installments: 3,
      three_d_secure_mode: 'optional',
      binary_mode: false,
      payment_method_id: 'visa',
      payer: { type: 'customer', id: customerId },
    });
  });

  it('sends the device id of the browser on, and none when there is none or it is not one', async () => {
    const ana = await shop.visit('ana', 'MLU');
    const [card_id] = await ana.cardIds();
    const device = 'armor.1f2e3d4c5b6a7988:mp-1_x';
    const lastSent = async () => (await shop.requests('POST', '/v1/payments')).at(-1)?.device_id;
    for (const [device_id, expected] of [
      [device, device],
      [undefined, null],
      [null, null],
      ['', null],
      ['short', null],
      [`${device}\r\nX-Other: 1`, null],
      [1234567890, null],
    ]) {
      const token = await ana.tokenOfCard(String(card_id));
      assert.equal((await ana.send('POST', '/api/payments', { token, card_id, device_id })).status, 201);
      assert.equal(await lastSent(), expected, String(device_id));
    }
    const token = await ana.tokenOfCard(String(card_id));
    assert.equal((await ana.submit({ token, card_id: String(card_id), device_id: device })).status, 200);
    assert.equal(await lastSent(), device, 'from the plain form as well');
  });

  it('charges a card that was just typed', async () => {
    const nuevo = await shop.visit('nuevo');
    const body = { token: await nuevo.tokenOfNewCard(), payment_method_id: 'master', issuer_id: null };
    const { status, json } = await nuevo.send('POST', '/api/payments', body);
    assert.equal(status, 201);
    assert.equal(paymentBody.parse(json).status, 'approved');
  });

  it('answers 201 for a payment that was rejected, with the reason', async () => {
    const carla = await shop.visit('carla');
    const [card_id] = await carla.cardIds();
    const token = await carla.tokenOfCard(String(card_id));
    const { status, json } = await carla.send('POST', '/api/payments', { token, card_id });
    assert.equal(status, 201);
    const { status: paid, status_detail } = paymentBody.parse(json);
    assert.deepEqual([paid, status_detail], ['rejected', 'cc_rejected_other_reason']);
  });

  it('pays once however often a token is sent', async () => {
    const olga = await shop.visit('olga');
    const [card_id] = await olga.cardIds();
    const body = { token: await olga.tokenOfCard(String(card_id)), card_id };
    const answers = await Promise.all([1, 2, 3].map(() => olga.send('POST', '/api/payments', body)));
    const ids = answers.map(({ json }) => paymentBody.parse(json).id);
    assert.equal(new Set(ids).size, 1);
    assert.equal(paymentsBody.parse((await olga.get('/api/payments')).json).payments.length, 1);
  });

  it('saves the card of a second token once the payment is approved, and says so', async () => {
    const nuevo = await shop.visit('nuevo', 'MPE');
    for (const [name, save_card, saved] of [
      ['OTHE', true, null],
      ['APRO', false, null],
      ['APRO', true, true],
    ] as const) {
      const [token, save_token] = [await nuevo.tokenOfNewCard({ name }), await nuevo.tokenOfNewCard()];
      const { json } = await nuevo.send('POST', '/api/payments', { token, save_token, save_card });
      assert.equal(purchaseBody.parse(json).card_saved, saved);
      assert.equal((await nuevo.cardIds()).length, saved ? 1 : 0);
    }
  });

  it('is 404 for a card of somebody else, and nothing is charged', async () => {
    const [oscar, bruno] = [await shop.visit('oscar', 'MLB'), await shop.visit('bruno', 'MLB')];
    const [card_id] = await bruno.cardIds();
    const token = await bruno.tokenOfCard(String(card_id));
    const { status, json } = await oscar.send('POST', '/api/payments', { token, card_id });
    assert.equal(status, 404);
    errorBody.parse(json);
    assert.deepEqual((await oscar.get('/api/payments')).json, { payments: [], is_complete: true });
  });

  it("does not charge somebody else's card that is passed off as a typed one or as an own one", async () => {
    const [ana, bruno] = [await shop.visit('ana', 'MLC'), await shop.visit('bruno', 'MLC')];
    const [[own], [other]] = [await ana.cardIds(), await bruno.cardIds()];
    for (const card_id of [own, undefined]) {
      const token = await bruno.tokenOfCard(String(other));
      const { status } = await ana.send('POST', '/api/payments', { token, ...(card_id ? { card_id } : {}) });
      assert.ok(status >= 400 && status < 500, `${status} with ${card_id ? 'an own card id' : 'no card id'}`);
    }
  });

  it('passes an unknown token on as the error of Mercado Pago', async () => {
    const ana = await shop.visit('ana');
    const { status, json } = await ana.send('POST', '/api/payments', { token: 'f'.repeat(32) });
    assert.ok(status >= 400 && status < 500, String(status));
    assert.ok(errorBody.parse(json).cause.length > 0);
  });
});

describe('GET /api/payments', () => {
  it('lists the payments of the signed-in customer, newest first, and no one else’s', async () => {
    const [ana, bruno] = [await shop.visit('ana', 'MLU'), await shop.visit('bruno', 'MLU')];
    const ids: number[] = [];
    for (const card_id of (await ana.cardIds()).slice(0, 2)) {
      const token = await ana.tokenOfCard(card_id);
      ids.unshift(paymentBody.parse((await ana.send('POST', '/api/payments', { token, card_id })).json).id);
    }
    const listed = paymentsBody.parse((await ana.get('/api/payments')).json).payments;
    assert.deepEqual(
      listed.slice(0, 2).map(({ id }) => id),
      ids,
    );
    assert.deepEqual((await bruno.get('/api/payments')).json, { payments: [], is_complete: true });
  });
});
