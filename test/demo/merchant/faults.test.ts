import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { errorBody, openShop, paymentBody, paymentsBody, type Browser } from './shop.js';

// What was not paid is known at once, so that a test does not wait for the one before it.
const shop = await openShop({ readableWithin: 0 });

/** A request to pay with the customer's first card, with a token of its own. */
async function newPayment(browser: Browser) {
  const [card_id] = await browser.cardIds();
  return { token: await browser.tokenOfCard(String(card_id)), card_id: String(card_id) };
}

const countPayments = async (browser: Browser) =>
  paymentsBody.parse((await browser.get('/api/payments')).json).payments.length;

describe('when Mercado Pago fails, the shop', () => {
  afterEach(() => shop.setFaults([]));

  it('answers with its status and plain words', async () => {
    const ana = await shop.visit('ana');
    for (const [kind, expected] of [
      ['server_error', 500],
      ['bad_gateway', 502],
      ['rate_limit', 429],
      ['drop', 502],
      ['malformed_json', 502],
    ] as const) {
      await shop.setFaults([{ kind, path: '/v1/customers' }]);
      const { status, json } = await ana.get('/api/cards');
      assert.equal(status, expected, kind);
      errorBody.parse(json);
    }
  });

  it('does not take a broken answer for an unknown customer and create another one', async () => {
    const ana = await shop.visit('ana');
    await shop.setFaults([{ kind: 'malformed_json', path: '/v1/customers/search' }]);
    assert.equal((await ana.get('/api/cards')).status, 502);
    assert.deepEqual(await shop.requests('POST', '/v1/customers'), []);
  });

  it('asks once: trying again is left to the shopper', async () => {
    const ana = await shop.visit('ana');
    const before = (await shop.requests('GET', '/v1/customers/search')).length;
    await shop.setFaults([{ kind: 'server_error', path: '/v1/customers/search', times: 1 }]);
    assert.equal((await ana.get('/api/cards')).status, 500);
    assert.equal((await shop.requests('GET', '/v1/customers/search')).length, before + 1);
  });

  it('reads the causes of a refusal whether they are nested or not', async () => {
    const ana = await shop.visit('ana');
    const refused = async () => (await ana.send('POST', '/api/cards', { token: 'f'.repeat(32) })).json;
    const plain = await refused();
    await shop.setFaults([{ kind: 'nested_cause', path: '/v1/customers' }]);
    assert.deepEqual(await refused(), plain);
  });

  it('saves a card once, whose answer was lost, when the same request comes again', async () => {
    const olga = await shop.visit('olga', 'MCO');
    const saves = async () => (await shop.counts('MCO')).card_saves;
    const [token, before] = [await olga.tokenOfNewCard(), await saves()];
    const save = () =>
      olga.send('POST', '/api/cards', { token }, { 'x-idempotency-key': '2f1f3b5c-8f0a-4c37-9a6d-6b2c1f0e9d11' });
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/customers/', times: 1 }]);
    assert.equal((await save()).status, 502);
    assert.equal((await save()).status, 201);
    assert.equal((await olga.cardIds()).length, 2);
    assert.equal(await saves(), before + 1);
  });

  it('passes the codes on for which a card is not saved', async () => {
    const olga = await shop.visit('olga');
    for (const code of ['card-108', 'card-120', '123', '124', '127']) {
      await shop.setFaults([
        { kind: 'refusal', status: 400, code, method: 'POST', path: '/v1/customers/' },
        { kind: 'nested_cause' },
      ]);
      const { status, json } = await olga.send('POST', '/api/cards', { token: await olga.tokenOfNewCard() });
      assert.deepEqual([status, errorBody.parse(json).cause[0]?.code], [400, code]);
    }
  });

  it('finds the payment whose answer was lost when the same token comes again', async () => {
    const bruno = await shop.visit('bruno');
    const body = await newPayment(bruno);
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/payments', times: 1 }]);
    assert.equal((await bruno.send('POST', '/api/payments', body)).status, 502);
    const { status, json } = await bruno.send('POST', '/api/payments', body);
    assert.equal(status, 201);
    assert.equal(paymentBody.parse(json).status, 'approved');
    assert.equal(await countPayments(bruno), 1);
  });

  for (const [status, code] of [
    [400, '2062'],
    [400, '2006'],
    [409, '409'],
  ] as const) {
    it(`does not claim that nothing was charged for a ${status} with ${code}: the token may have paid before`, async () => {
      const olga = await shop.visit('olga');
      const entries = { ...(await newPayment(olga)), installments: '1' };
      await shop.setFaults([{ kind: 'refusal', status, code, method: 'POST', path: '/v1/payments', times: 1 }]);
      const { text } = await olga.submit(entries);
      assert.match(text, /No sabemos si el pago se hizo/);
      assert.doesNotMatch(text, /No se cobró nada/);
    });
  }

  it('does not claim on its page that nothing was charged, and a reload of it shows what was', async () => {
    const olga = await shop.visit('olga');
    const entries = { ...(await newPayment(olga)), installments: '1' };
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/payments', times: 1 }]);
    const lost = await olga.submit(entries);
    assert.equal(lost.status, 502);
    assert.match(lost.text, /No sabemos si el pago se hizo/);
    assert.doesNotMatch(lost.text, /No se cobró nada/);
    assert.doesNotMatch(lost.text, /<mp-saved-cards[^>]*status-detail/);
    const reloaded = await olga.submit(entries);
    assert.match(reloaded.text, /data-status="approved"/);
    assert.equal(await countPayments(olga), 1);
  });
});
