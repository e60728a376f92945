import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call } from './support/http.js';
import { findCustomer, seller, tokenFor, useSandbox } from './support/official-sdk.js';
import { assertShape } from './support/shapes.js';

describe('the faults of the sandbox', () => {
  const sandbox = useSandbox();

  const faultsUrl = (account?: string) => `${sandbox.origin}/sandbox/faults${account ? `?account=${account}` : ''}`;
  const order = (account: string | undefined, body: object) => call(faultsUrl(account), { method: 'POST', body });
  const orderFor = (account: string, ...faults: object[]) => order(account, { faults });
  const methods = (account: string) => call(`${sandbox.origin}/v1/payment_methods`, { token: account });

  async function paying(account: string) {
    const shop = seller(account);
    const olga = await findCustomer(shop, 'olga@testuser.com');
    return async () =>
      shop.payments.create({
        body: {
          transaction_amount: 10,
          token: await tokenFor(shop, olga.cards[0]?.id ?? ''),
          installments: 1,
          payer: { type: 'customer', id: olga.id },
        },
      });
  }

  it('fail with 429 and a time to wait', async () => {
    await orderFor('TEST-MLA-429', { kind: 'rate_limit' });
    const { status, headers, json } = await methods('TEST-MLA-429');
    assert.deepEqual([status, headers.get('retry-after')], [429, '1']);
    assertShape('error', json);
  });

  it('fail with 500 and the usual envelope', async () => {
    await orderFor('TEST-MLA-500', { kind: 'server_error' });
    const { status, json } = await methods('TEST-MLA-500');
    assert.equal(status, 500);
    assertShape('error', json);
  });

  it('fail with 502 and a page of HTML', async () => {
    await orderFor('TEST-MLA-502', { kind: 'bad_gateway' });
    const response = await fetch(`${sandbox.origin}/v1/payment_methods?public_key=TEST-MLA-502`);
    assert.equal(response.status, 502);
    assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
    assert.match(await response.text(), /^<html>/);
  });

  it('delay an answer until they are taken away', async () => {
    await orderFor('TEST-MLA-end', { kind: 'latency', ms: 60_000 });
    const answer = methods('TEST-MLA-end');
    let isAnswered = false;
    void answer.then(() => (isAnswered = true));
    await methods('TEST-MLA-other');
    assert.equal(isAnswered, false);
    await order('TEST-MLA-end', { faults: [] });
    assert.equal((await answer).status, 200);
  });

  it('drop the connection before anything is done', async () => {
    const account = 'TEST-MLA-drop';
    await orderFor(account, { kind: 'drop', path: '/v1/payments', times: 1 });
    const pay = await paying(account);
    await assert.rejects(pay(), { error: 'connection_error' });
    assert.equal((await seller(account).payments.search({})).paging?.total, 0);
    assert.equal((await pay()).status, 'approved');
  });

  it('drop the answer of what was done', async () => {
    const account = 'TEST-MLA-lost';
    await orderFor(account, { kind: 'drop_answer', path: '/v1/payments', times: 1 });
    await assert.rejects((await paying(account))(), { error: 'connection_error' });
    assert.equal((await seller(account).payments.search({})).paging?.total, 1);
  });

  it('break off the JSON of an answer', async () => {
    await orderFor('TEST-MLA-json', { kind: 'malformed_json' });
    const response = await fetch(`${sandbox.origin}/v1/payment_methods?public_key=TEST-MLA-json`);
    const text = await response.text();
    assert.equal(response.status, 200);
    assert.equal(text.startsWith('[{"id":"visa"'), true);
    assert.throws(() => JSON.parse(text), SyntaxError);
  });

  it('make every answer late', async () => {
    await orderFor('TEST-MLA-late', { kind: 'latency', ms: 60 });
    const start = performance.now();
    assert.equal((await methods('TEST-MLA-late')).status, 200);
    assert.ok(performance.now() - start >= 55);
  });

  it('fail card tokens with E601, and nothing else', async () => {
    const account = 'TEST-MLA-e601';
    await orderFor(account, { kind: 'token_failure' });
    const { status, headers, json } = await call(`${sandbox.origin}/v1/card_tokens?public_key=${account}`, {
      method: 'POST',
      body: { card_id: '1' },
      headers: { origin: 'https://shop.example' },
    });
    assert.equal(status, 500);
    assert.equal((json as { cause: { code: string }[] }).cause[0]?.code, 'E601');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal((await methods(account)).status, 200);
  });

  it('nest the causes of errors one level deeper', async () => {
    await orderFor('TEST-MLA-nested', { kind: 'nested_cause' });
    const { json } = await call(`${sandbox.origin}/v1/customers/`, { token: 'TEST-MLA-nested' });
    assert.deepEqual((json as { cause: unknown }).cause, [
      [{ code: '102', description: 'missing customer id', data: null }],
    ]);
  });

  it('refuse with any other code', async () => {
    await orderFor('TEST-MLA-code', { kind: 'refusal', status: 400, code: 'card-108', message: 'invalid issuerId' });
    const { status, json } = await methods('TEST-MLA-code');
    assert.deepEqual(
      [status, json],
      [
        400,
        {
          message: 'invalid issuerId',
          error: 'bad_request',
          status: 400,
          cause: [{ code: 'card-108', description: 'invalid issuerId', data: null }],
        },
      ],
    );
  });

  it('nest the cause of a refusal that was ordered with it, as saving a card does', async () => {
    await orderFor(
      'TEST-MLA-both',
      { kind: 'refusal', status: 400, code: 'card-120', message: 'invalid parameter' },
      { kind: 'nested_cause' },
    );
    const { status, json } = await methods('TEST-MLA-both');
    assert.equal(status, 400);
    assert.deepEqual((json as { cause: unknown }).cause, [
      [{ code: 'card-120', description: 'invalid parameter', data: null }],
    ]);
  });

  it('aim at a method and a path, as often as ordered', async () => {
    const account = 'TEST-MLA-aim';
    await orderFor(account, { kind: 'server_error', method: 'get', path: '/v1/payment_methods', times: 2 });
    assert.equal((await call(`${sandbox.origin}/users/me`, { token: account })).status, 200);
    const statuses = [];
    for (let attempt = 0; attempt < 3; attempt += 1) statuses.push((await methods(account)).status);
    assert.deepEqual(statuses, [500, 500, 200]);
    assert.deepEqual((await call(faultsUrl(account))).json, {
      next_payment: null,
      card_limit: null,
      faults: [],
      orders: {},
      search_delay_ms: null,
      webhooks: null,
      challenge: null,
    });
  });

  it('affect one account and no other; without an account, all', async () => {
    await orderFor('TEST-MLA-one', { kind: 'server_error' });
    assert.equal((await methods('TEST-MLA-another')).status, 200);
    await order(undefined, { faults: [{ kind: 'server_error', path: '/users/me', times: 1 }] });
    assert.equal((await call(`${sandbox.origin}/users/me`, { token: 'TEST-MLA-another' })).status, 500);
    assert.equal((await call(`${sandbox.origin}/users/me`, { token: 'TEST-MLA-another' })).status, 200);
  });

  it('reach the Secure Fields page and the script', async () => {
    await order(undefined, { faults: [{ kind: 'server_error', path: '/secure-fields', times: 1 }] });
    assert.equal((await fetch(`${sandbox.origin}/secure-fields`)).status, 500);
    assert.equal((await fetch(`${sandbox.origin}/secure-fields`)).status, 200);
    await order(undefined, { faults: [{ kind: 'refusal', status: 403, code: 0, path: '/js/v2', times: 1 }] });
    assert.equal((await fetch(`${sandbox.origin}/js/v2`)).status, 403);
  });
});
