import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SITES } from '../../../demo/sandbox/sites/index.js';
import { call, typedCard } from './support/http.js';
import { cardsOf, findCustomer, seller, useSandbox, withoutEnvelope } from './support/official-sdk.js';
import { assertShape } from './support/shapes.js';

describe('saved cards', () => {
  const sandbox = useSandbox({ cardLimit: 5 });

  async function rawToken(account: string, body: object): Promise<string> {
    const { status, json } = await call(`${sandbox.origin}/v1/card_tokens?public_key=${account}`, {
      method: 'POST',
      body,
    });
    assert.equal(status, 201);
    return (json as { id: string }).id;
  }

  async function newCustomer(account: string) {
    const shop = seller(account);
    const { id: customerId = '' } = await shop.customers.create({
      body: { email: `${crypto.randomUUID()}@example.com` },
    });
    return { shop, customerId };
  }

  for (const site of Object.values(SITES)) {
    it(`are made from every official test card of ${site.id}`, async () => {
      const account = `TEST-${site.id}-all`;
      const { visa, master, debit, third, others } = site.testCards;
      for (const testCard of [visa, master, debit, third, ...others]) {
        const { shop, customerId } = await newCustomer(account);
        const card = await shop.cards.create({
          customerId,
          body: { token: await rawToken(account, typedCard(testCard.number)) },
        });
        assert.equal(card.api_response.status, 201);
        assertShape('card', withoutEnvelope(card));
        const amex = testCard.methodId === 'amex';
        assert.deepEqual(
          {
            method: card.payment_method?.id,
            digits: `${card.first_six_digits}…${card.last_four_digits}`,
            code: card.security_code,
            owner: card.customer_id,
          },
          {
            method: testCard.methodId,
            digits: `${testCard.number.slice(0, 6)}…${testCard.number.slice(-4)}`,
            code: amex ? { length: 4, card_location: 'front' } : { length: 3, card_location: 'back' },
            owner: customerId,
          },
        );
      }
    });
  }

  it('are read, changed and deleted', async () => {
    const { shop, customerId } = await newCustomer('TEST-MLA-crud');
    const { id: cardId = '' } = await shop.cards.create({
      customerId,
      body: { token: await rawToken('TEST-MLA-crud', typedCard('4509953566233704')) },
    });

    const read = await shop.cards.get({ customerId, cardId });
    assertShape('card', withoutEnvelope(read));
    const changed = await shop.cards.update({
      customerId,
      cardId,
      body: { expiration_month: 2, expiration_year: 2031, cardholder: { name: 'OTHE' } },
    });
    assertShape('card', withoutEnvelope(changed));
    assert.deepEqual(
      [changed.expiration_month, changed.expiration_year, changed.cardholder],
      [2, 2031, { name: 'OTHE', identification: { type: 'DNI', number: '12345678' } }],
    );

    assert.equal((await shop.cards.remove({ customerId, cardId })).id, cardId);
    await assert.rejects(shop.cards.get({ customerId, cardId }), {
      status: 404,
      causes: [{ code: '120', description: 'card not found', data: null }],
    });
    assert.deepEqual(await cardsOf(shop, customerId), []);
  });

  it('come as a bare array, oldest first', async () => {
    const shop = seller('TEST-MLB-list');
    const ana = await findCustomer(shop, 'ana@testuser.com');
    const { json } = await call(`${sandbox.origin}/v1/customers/${ana.id}/cards`, { token: 'TEST-MLB-list' });
    assert.ok(Array.isArray(json));
    assertShape('cards', json);
    assert.deepEqual(
      json.map((card: { payment_method: { id: string } }) => card.payment_method.id),
      ['visa', 'master', 'amex'],
    );
  });

  it('have a default among them: the first, the one that is chosen, the oldest that is left, then none', async () => {
    const shop = seller('TEST-MLB-default');
    const { id: customerId, cards, defaultCard } = await findCustomer(shop, 'ana@testuser.com');
    const [first, second, third] = cards.map(({ id }) => id);
    assert.ok(first && second && third);
    assert.equal(defaultCard, first);

    const chosen = await shop.customers.update({ customerId, body: { default_card: second } });
    assert.equal(chosen.default_card, second);
    await shop.cards.remove({ customerId, cardId: second });
    assert.equal((await shop.customers.get({ customerId })).default_card, first);
    await shop.cards.remove({ customerId, cardId: first });
    await shop.cards.remove({ customerId, cardId: third });
    assert.equal((await shop.customers.get({ customerId })).default_card, null);
    await assert.rejects(shop.customers.update({ customerId, body: { default_card: first } }), {
      status: 400,
      causes: [{ code: '120', description: 'card not found', data: null }],
    });
  });

  it('of somebody else are not found', async () => {
    const shop = seller('TEST-MLB-foreign');
    const ana = await findCustomer(shop, 'ana@testuser.com');
    const olga = await findCustomer(shop, 'olga@testuser.com');
    const foreign = { customerId: olga.id, cardId: ana.cards[0]?.id ?? '' };
    for (const attempt of [
      () => shop.cards.get(foreign),
      () => shop.cards.remove(foreign),
      () => shop.cards.update({ ...foreign, body: { expiration_year: 2031 } }),
    ]) {
      await assert.rejects(attempt, {
        status: 404,
        causes: [{ code: '120', description: 'card not found', data: null }],
      });
    }
  });

  it('need a token that was not used: 119 for none, 3003, 2006 and 2062 for a bad one', async () => {
    const { shop, customerId } = await newCustomer('TEST-MLA-tokens');
    const save = (token?: string) => shop.cards.create({ customerId, body: token === undefined ? {} : { token } });
    const codeOf = (code: string | number) => (error: { causes?: { code: unknown }[] }) =>
      error.causes?.[0]?.code === code;

    await assert.rejects(save(), codeOf('119'));
    await assert.rejects(save('nonsense'), codeOf(3003));
    await assert.rejects(save('0'.repeat(32)), codeOf(2006));
    const token = await rawToken('TEST-MLA-tokens', typedCard('4509953566233704'));
    await save(token);
    await assert.rejects(save(token), codeOf(2062));
  });

  it('check payment_method_id and issuer_id when they are sent: 123, 124, 127', async () => {
    const { customerId } = await newCustomer('TEST-MLA-method');
    const save = async (fields: object, number = '5031755734530604') =>
      call(`${sandbox.origin}/v1/customers/${customerId}/cards`, {
        method: 'POST',
        token: 'TEST-MLA-method',
        body: { token: await rawToken('TEST-MLA-method', typedCard(number)), ...fields },
      });
    const refusals: [object, string, string?][] = [
      [{ payment_method_id: '' }, '123'],
      [{ issuer_id: '' }, '124'],
      [{ payment_method_id: 'visa' }, '127'],
      [{ payment_method_id: 'master', issuer_id: 9 }, '127'],
      [{}, '127', '4111111111111111'],
    ];
    for (const [fields, code, number] of refusals) {
      const { status, json } = await save(fields, number);
      assert.equal(status, 400);
      assert.equal((json as { cause: { code: string }[] }).cause[0]?.code, code);
    }
    const { status, json } = await save({ payment_method_id: 'master', issuer_id: '310' });
    assert.equal(status, 201);
    assert.deepEqual((json as { issuer: unknown }).issuer, { id: 310, name: 'Banco Santander' });
  });

  it('are not saved twice', async () => {
    const { shop, customerId } = await newCustomer('TEST-MLA-same');
    const save = async () =>
      shop.cards.create({
        customerId,
        body: { token: await rawToken('TEST-MLA-same', typedCard('4509953566233704')) },
      });
    const [first, second] = [await save(), await save()];
    assert.equal(first.id, second.id);
    assert.equal((await cardsOf(shop, customerId)).length, 1);
  });

  it('are counted, and saved once under one key, however often the request comes', async () => {
    const account = 'TEST-MLA-key';
    const { shop, customerId } = await newCustomer(account);
    const counts = async () =>
      (await call(`${sandbox.origin}/sandbox/counts?account=${account}`)).json as { cards: number; card_saves: number };
    const before = await counts();
    const token = await rawToken(account, typedCard('4509953566233704'));
    const save = () =>
      call(`${sandbox.origin}/v1/customers/${customerId}/cards`, {
        method: 'POST',
        token: account,
        body: { token },
        headers: { 'x-idempotency-key': 'key-1' },
      });
    const [first, second] = [await save(), await save()];
    assert.deepEqual([first.status, second.status], [201, 200]);
    assert.deepEqual(second.json, first.json);
    const after = await counts();
    assert.deepEqual([after.cards - before.cards, after.card_saves - before.card_saves], [1, 1]);

    await shop.cards.remove({ customerId, cardId: (first.json as { id: string }).id });
    assert.equal((await save()).status, 400);
  });

  it('are not given to another customer who uses the same key', async () => {
    const account = 'TEST-MLA-keys';
    const saves = [await newCustomer(account), await newCustomer(account)].map(async ({ customerId }) =>
      call(`${sandbox.origin}/v1/customers/${customerId}/cards`, {
        method: 'POST',
        token: account,
        body: { token: await rawToken(account, typedCard('4509953566233704')) },
        headers: { 'x-idempotency-key': 'key-1' },
      }),
    );
    const [one, other] = await Promise.all(saves);
    assert.notDeepEqual(one?.json, other?.json);
  });

  it('have a limit: 129', async () => {
    const shop = seller('TEST-MLB-limit');
    const { id: customerId } = await findCustomer(shop, 'carla@testuser.com');
    const token = await rawToken('TEST-MLB-limit', typedCard('5480832801033311'));
    await assert.rejects(shop.cards.create({ customerId, body: { token } }), {
      status: 400,
      causes: [{ code: '129', description: 'the customer has reached the maximum number of cards', data: null }],
    });
    assert.equal((await shop.tokens.get({ id: token })).status, 'active');
  });

  it('refuse an expiry that is over: 122', async () => {
    const shop = seller('TEST-MLB-expiry');
    const { id: customerId, cards } = await findCustomer(shop, 'olga@testuser.com');
    await assert.rejects(
      shop.cards.update({
        customerId,
        cardId: cards[0]?.id ?? '',
        body: { expiration_month: 10, expiration_year: 2026 },
      }),
      { status: 400, causes: [{ code: '122', description: 'the card data is invalid', data: null }] },
    );
  });
});
