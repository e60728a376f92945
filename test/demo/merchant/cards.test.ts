import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardsBody, errorBody, openShop } from './shop.js';

const shop = await openShop();

describe('GET /api/cards', () => {
  it('lists the cards of the signed-in customer and names the default one', async () => {
    const ana = await shop.visit('ana');
    const { status, json } = await ana.get('/api/cards');
    const { cards, default_card } = cardsBody.parse(json);
    assert.equal(status, 200);
    assert.equal(cards.length, 3);
    assert.equal(default_card, cards[0]?.id);
  });

  it('lists each country from the account of that country', async () => {
    const [argentina, brazil] = [await shop.visit('ana', 'MLA'), await shop.visit('ana', 'MLB')];
    assert.notDeepEqual(await argentina.cardIds(), await brazil.cardIds());
  });

  it('sends of a card what showing it needs, and no document, name or account', async () => {
    const { json } = await (await shop.visit('ana')).get('/api/cards');
    const card = cardsBody.parse(json).cards[0];
    assert.ok(card);
    assert.deepEqual(Object.keys(card).sort(), [
      'expiration_month',
      'expiration_year',
      'first_six_digits',
      'id',
      'issuer',
      'last_four_digits',
      'payment_method',
      'security_code',
    ]);
    assert.doesNotMatch(JSON.stringify(card), /cardholder|identification|user_id/);
  });

  it('creates the customer of a first visit, once', async () => {
    const visits = await Promise.all([shop.visit('nuevo', 'MPE'), shop.visit('nuevo', 'MPE')]);
    const answers = await Promise.all(visits.map((browser) => browser.get('/api/cards')));
    for (const { status, json } of answers) {
      assert.equal(status, 200);
      assert.deepEqual(json, { cards: [], default_card: null });
    }
  });

  it('is 401 for somebody who has signed out', async () => {
    const { status, json } = await (await shop.visit(null)).get('/api/cards');
    assert.equal(status, 401);
    errorBody.parse(json);
  });
});

describe('POST /api/cards', () => {
  it('saves the card of a token and answers with it', async () => {
    const olga = await shop.visit('olga');
    const token = await olga.tokenOfNewCard();
    const body = { token, payment_method_id: 'master', issuer_id: null };
    const { status, json } = await olga.send('POST', '/api/cards', body);
    assert.equal(status, 201);
    const saved = cardsBody.shape.cards.element.parse(json);
    assert.equal(saved['last_four_digits'], '0604');
    assert.ok((await olga.cardIds()).includes(saved.id));
  });

  it('passes the idempotency key on', async () => {
    const olga = await shop.visit('olga', 'MLU');
    const key = crypto.randomUUID();
    await olga.send('POST', '/api/cards', { token: await olga.tokenOfNewCard() }, { 'x-idempotency-key': key });
    const saves = await shop.requests('POST', /^\/v1\/customers\/[^/]+\/cards$/);
    assert.equal(saves.at(-1)?.idempotency_key, key);
  });

  it('refuses a key that is no UUID', async () => {
    const olga = await shop.visit('olga');
    const body = { token: await olga.tokenOfNewCard() };
    const { status } = await olga.send('POST', '/api/cards', body, { 'x-idempotency-key': 'x' });
    assert.equal(status, 400);
  });

  it('saves for the signed-in customer, whatever customer the request names', async () => {
    const [olga, bruno] = [await shop.visit('olga', 'MPE'), await shop.visit('bruno', 'MPE')];
    const before = await bruno.cardIds();
    const body = { token: await olga.tokenOfNewCard(), customer_id: 'x', email: 'bruno@testuser.com' };
    assert.equal((await olga.send('POST', '/api/cards', body)).status, 201);
    assert.deepEqual(await bruno.cardIds(), before);
    assert.equal((await olga.cardIds()).length, 2);
  });

  it("passes Mercado Pago's refusal of a token on as status, message and causes", async () => {
    const ana = await shop.visit('ana');
    const { status, json } = await ana.send('POST', '/api/cards', { token: 'f'.repeat(32) });
    assert.ok(status >= 400 && status < 500, String(status));
    assert.ok(errorBody.parse(json).cause.length > 0);
  });
});

describe('DELETE /api/cards/{id}', () => {
  it('removes the card', async () => {
    const carla = await shop.visit('carla');
    const [id] = await carla.cardIds();
    const { status, text } = await carla.send('DELETE', `/api/cards/${id}`);
    assert.equal(status, 204);
    assert.equal(text, '');
    assert.ok(!(await carla.cardIds()).includes(String(id)));
  });

  it('is 404 for a card of somebody else, which stays', async () => {
    const [ana, bruno] = [await shop.visit('ana'), await shop.visit('bruno')];
    const before = await bruno.cardIds();
    const { status, json } = await ana.send('DELETE', `/api/cards/${before[0]}`);
    assert.equal(status, 404);
    errorBody.parse(json);
    assert.deepEqual(await bruno.cardIds(), before);
  });

  it('is 400 for an id that could be a path', async () => {
    const ana = await shop.visit('ana');
    assert.equal((await ana.send('DELETE', '/api/cards/..%2F..%2Fpayments')).status, 400);
  });
});

describe('PUT /api/cards/{id}/default', () => {
  it('makes the card the default one', async () => {
    const ana = await shop.visit('ana', 'MLM');
    const id = (await ana.cardIds())[2];
    assert.equal((await ana.send('PUT', `/api/cards/${id}/default`)).status, 204);
    assert.equal(cardsBody.parse((await ana.get('/api/cards')).json).default_card, id);
  });

  it('is 404 for a card of somebody else', async () => {
    const [ana, bruno] = [await shop.visit('ana', 'MLM'), await shop.visit('bruno', 'MLM')];
    const [id] = await bruno.cardIds();
    assert.equal((await ana.send('PUT', `/api/cards/${id}/default`)).status, 404);
  });
});
