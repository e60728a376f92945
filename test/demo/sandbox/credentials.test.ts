import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call } from './support/http.js';
import { findCustomer, seller, useSandbox } from './support/official-sdk.js';
import { assertShape } from './support/shapes.js';

const SERVER_ONLY = [
  '/v1/customers/search',
  '/v1/customers/1-abcdefghijklmn/cards',
  '/v1/payments/search',
  '/users/me',
];

describe('credentials', () => {
  const sandbox = useSandbox();

  it('are required: 401 with code 100', async () => {
    for (const path of SERVER_ONLY) {
      const { status, json } = await call(sandbox.origin + path);
      assert.equal(status, 401);
      assert.deepEqual(json, {
        message: 'unauthorized',
        error: 'unauthorized',
        status: 401,
        cause: [{ code: '100', description: 'the credentials are required', data: null }],
      });
    }
  });

  it('must name a country that exists: 401', async () => {
    for (const token of [
      'APP_USR-123',
      'APP_USR-MLX-1',
      'APP_USR-MLA-',
      'APP_USR_MLA-1',
      'TEST-MLX-1',
      'TEST-MLA-',
      'TEST-mla-1',
      'TEST-APP_USR-MLA-1',
      'nonsense',
    ]) {
      for (const path of [...SERVER_ONLY, '/v1/payment_methods', '/v1/card_tokens/x']) {
        const { status, json } = await call(sandbox.origin + path, { token });
        assert.equal(status, 401);
        assertShape('error', json);
      }
    }
  });

  it('of a browser do not open what is for servers: 403', async () => {
    for (const path of SERVER_ONLY) {
      const { status, json } = await call(`${sandbox.origin}${path}?public_key=TEST-MLA-1`);
      assert.equal(status, 403);
      assert.equal((json as { cause: { code: number }[] }).cause[0]?.code, 4);
    }
  });

  it('begin with APP_USR or with TEST, and open the same account', async () => {
    const account = 'MLB-both';
    const [today, earlier] = [seller(`APP_USR-${account}`), seller(`TEST-${account}`)];
    const ana = await findCustomer(today, 'ana@testuser.com');
    const { json } = await call(`${sandbox.origin}/v1/card_tokens?public_key=APP_USR-${account}`, {
      method: 'POST',
      body: { card_id: ana.cards[0]?.id, security_code: '123' },
    });
    const { id: token, public_key } = json as { id: string; public_key: string };
    assert.equal(public_key, `APP_USR-${account}`);
    const payment = await today.payments.create({
      body: { transaction_amount: 10, token, installments: 1, payer: { type: 'customer', id: ana.id } },
    });
    assert.equal(payment.status, 'approved');
    assert.equal((await earlier.payments.get({ id: payment.id ?? 0 })).status, 'approved');
    assert.equal((await earlier.tokens.get({ id: token })).status, 'used');
    const { user_id } = (await call(`${sandbox.origin}/v1/customers/${ana.id}`, { token: `APP_USR-${account}` }))
      .json as { user_id: number };
    assert.equal(user_id, (await earlier.users.get()).id);
  });

  it('name the account that a switch acts on, with either beginning', async () => {
    const settings = { method: 'POST', body: { card_limit: 1 } };
    await call(`${sandbox.origin}/sandbox/faults?account=APP_USR-MLB-switched`, settings);
    const { json } = await call(`${sandbox.origin}/sandbox/faults?account=TEST-MLB-switched`);
    assert.equal((json as { card_limit: number }).card_limit, 1);
  });

  it('are never taken from the query as access token', async () => {
    assert.equal((await call(`${sandbox.origin}/v1/customers/search?access_token=TEST-MLA-1`)).status, 401);
  });

  it('for lookups are 1000 when missing and 1001 when unknown', async () => {
    const answers = [];
    for (const query of ['', '?public_key=APP_USR-1']) {
      const { status, json } = await call(`${sandbox.origin}/v1/identification_types${query}`);
      answers.push([status, (json as { cause: { code: string }[] }).cause[0]?.code]);
    }
    assert.deepEqual(answers, [
      [401, '1000'],
      [400, '1001'],
    ]);
  });

  it('keep accounts apart: none sees customers, cards, tokens or payments of another', async () => {
    const [mine, yours] = [seller('TEST-MLB-mine'), seller('TEST-MLB-yours')];
    const ana = await findCustomer(mine, 'ana@testuser.com');
    const cardId = ana.cards[0]?.id ?? '';
    const { id: token = '' } = await mine.tokens.create({ body: { card_id: cardId, security_code: '123' } });
    const payment = await mine.payments.create({
      body: { transaction_amount: 10, token, installments: 1, payer: { type: 'customer', id: ana.id } },
    });

    assert.notEqual((await findCustomer(yours, 'ana@testuser.com')).id, ana.id);
    const attempts = [
      () => yours.customers.get({ customerId: ana.id }),
      () => yours.cards.list({ customerId: ana.id }),
      () => yours.cards.get({ customerId: ana.id, cardId }),
      () => yours.tokens.get({ id: token }),
      () => yours.payments.get({ id: payment.id ?? 0 }),
      () => yours.refunds.total({ payment_id: payment.id ?? 0 }),
    ];
    for (const attempt of attempts) await assert.rejects(attempt, { status: 404 });
    assert.equal((await yours.payments.search({})).paging?.total, 0);
  });
});
