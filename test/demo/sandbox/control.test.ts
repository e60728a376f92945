import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomeOfName } from '../../../demo/sandbox/payments/outcomes.js';
import { PAYMENT_DETAILS } from '../../card/status-details.js';
import { answerChallenge } from './support/challenges.js';
import { call } from './support/http.js';
import { findCustomer, seller, tokenFor, useSandbox } from './support/official-sdk.js';
import { assertShape } from './support/shapes.js';

describe('the switches of the sandbox', () => {
  const sandbox = useSandbox();

  const faultsUrl = (account?: string) => `${sandbox.origin}/sandbox/faults${account ? `?account=${account}` : ''}`;
  const order = (account: string | undefined, body: object) => call(faultsUrl(account), { method: 'POST', body });

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

  it('show what is in force, change key by key, and are cleared', async () => {
    const account = 'TEST-MLA-resource';
    await order(account, { next_payment: 'FUND' });
    await order(account, { card_limit: 2 });
    assert.deepEqual((await call(faultsUrl(account))).json, {
      next_payment: 'FUND',
      card_limit: 2,
      faults: [],
      orders: {},
      search_delay_ms: null,
      webhooks: null,
      challenge: null,
    });
    await order(account, { next_payment: null });
    assert.deepEqual((await call(faultsUrl(account))).json, {
      next_payment: null,
      card_limit: 2,
      faults: [],
      orders: {},
      search_delay_ms: null,
      webhooks: null,
      challenge: null,
    });
    assert.equal((await call(faultsUrl(account), { method: 'DELETE' })).status, 204);
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

  it('refuse what they do not know', async () => {
    for (const body of [
      { next_payment: 'MAYBE' },
      { next_paiment: 'SECU' },
      { faults: [{ kind: 'flood' }] },
      { faults: [{ kind: 'latency' }] },
      { faults: [{ kind: 'drop', times: 0 }] },
    ]) {
      const { status, json } = await order('TEST-MLA-resource', body);
      assert.equal(status, 400);
      assertShape('error', json);
    }
    assert.equal((await order('APP_USR-1', {})).status, 400);
  });

  it('order an error code for the next payment', async () => {
    const account = 'TEST-MLA-3031';
    await order(account, { next_payment: '3031' });
    const pay = await paying(account);
    await assert.rejects(pay(), {
      status: 400,
      causes: [{ code: 3031, description: "security_code_id can't be null", data: null }],
    });
    assert.equal((await pay()).status, 'approved');
  });

  it('order every result of a card payment that no test card gives', async () => {
    const account = 'TEST-MLA-more';
    const pay = await paying(account);
    const names = 'CONT OTHE CALL FUND SECU EXPI FORM CARD INST DUPL LOCK CTNA ATTE BLAC'.split(' ');
    const given = names.map((name) => outcomeOfName(name).statusDetail);
    const statuses = { refused: 'rejected', pending: 'in_process' } as const;
    // Words of other methods, and those that are a status as well.
    const others = ['in_process', 'pending', 'pending_waiting_payment', 'pending_waiting_transfer'];
    const ordered = Object.entries(PAYMENT_DETAILS).filter(
      ([detail, [kind]]) => kind in statuses && ![...given, ...others, 'waiting_bank_confirmation'].includes(detail),
    );
    assert.ok(ordered.length > 25);
    for (const [detail, [kind]] of ordered) {
      await order(account, { next_payment: detail });
      const payment = await pay();
      assert.deepEqual([payment.status, payment.status_detail], [statuses[kind as 'refused'], detail]);
    }
    assert.equal((await pay()).status, 'approved');
  });

  it('order the bank’s question for a card without one: it is passed, or refused', async () => {
    const account = 'TEST-MLA-asked';
    const pay = await paying(account);
    for (const [answer, end] of [
      ['confirm', 'approved/accredited'],
      ['reject', 'rejected/cc_rejected_3ds_challenge'],
    ] as const) {
      await order(account, { next_payment: 'pending_challenge' });
      const { id = 0, status_detail: detail, three_ds_info: asked } = await pay();
      assert.equal(detail, 'pending_challenge');
      await answerChallenge(asked?.external_resource_url ?? '', asked?.creq, answer);
      const ended = await seller(account).payments.get({ id });
      assert.equal(`${ended.status}/${ended.status_detail}`, end);
    }
    assert.equal((await pay()).status, 'approved');
    const decision = { method: 'POST', body: { outcome: 'pending_challenge' } };
    assert.equal((await call(`${sandbox.origin}/sandbox/payments/1?account=${account}`, decision)).status, 400);
  });

  it('limit the number of cards', async () => {
    const account = 'TEST-MLA-limit';
    await order(account, { card_limit: 1 });
    const shop = seller(account);
    const olga = await findCustomer(shop, 'olga@testuser.com');
    const { id: token = '' } = await shop.tokens.create({
      body: {
        card_number: '5031755734530604',
        expiration_month: '11',
        expiration_year: '2030',
        security_code: '123',
        cardholder: { name: 'APRO' },
      } as never,
    });
    await assert.rejects(shop.cards.create({ customerId: olga.id, body: { token } }), {
      causes: [{ code: '129', description: 'the customer has reached the maximum number of cards', data: null }],
    });
  });

  it('bring an account back to its seeds, and no other', async () => {
    const [one, other] = [seller('TEST-MLA-reset1'), seller('TEST-MLA-reset2')];
    const seeded = await findCustomer(one, 'ana@testuser.com');
    for (const shop of [one, other]) {
      const ana = await findCustomer(shop, 'ana@testuser.com');
      await shop.cards.remove({ customerId: ana.id, cardId: ana.cards[0]?.id ?? '' });
    }
    assert.equal(
      (await call(`${sandbox.origin}/sandbox/reset?account=TEST-MLA-reset1`, { method: 'POST' })).status,
      204,
    );
    assert.deepEqual(await findCustomer(one, 'ana@testuser.com'), seeded);
    assert.equal((await findCustomer(other, 'ana@testuser.com')).cards.length, 2);
  });

  it('list which requests came, without secrets', async () => {
    const account = 'TEST-MLA-log';
    const pay = await paying(account);
    await pay();
    await call(`${sandbox.origin}/v1/card_tokens?public_key=${account}`, {
      method: 'POST',
      body: { card_number: '4509953566233704', security_code: '987', cardholder: { name: 'X' } },
    });
    const { json } = await call(`${sandbox.origin}/sandbox/requests?account=${account}`);
    const log = json as { method: string; path: string; status: number; body: Record<string, unknown> | null }[];
    assert.deepEqual(
      log.map(({ method, path, status }) => [method, path.replace(/\d+-\w{14}/, '{customer}'), status]),
      [
        ['GET', '/v1/customers/search', 200],
        ['GET', '/v1/customers/{customer}/cards', 200],
        ['POST', '/v1/card_tokens', 201],
        ['POST', '/v1/payments', 201],
        ['POST', '/v1/card_tokens', 400],
      ],
    );
    assert.equal(log[3]?.body?.['token'], '[masked]');
    assert.equal(log[3]?.body?.['transaction_amount'], 10);
    assert.doesNotMatch(JSON.stringify(json), /4509953566233704|987|[0-9a-f]{32}/);
  });

  it('contain no card number and no code of a misnamed field either', async () => {
    const account = 'TEST-MLA-misnamed';
    const number = '4509953566233704';
    for (const [index, metadata] of [
      { cardNumber: number, securityCode: '987', CVV: '987' },
      { CARD_NUMBER: number, Security_Code: 987 },
      { card: { pan: number }, list: [number, Number(number)] },
      { pan: '4509 9535 6623 3704', note: `paid with ${number}.` },
      { pan: '4509-9535-6623-3704', short: '371180303257522', kept: '12345678901' },
    ].entries()) {
      const body = { email: `customer${index}@example.com`, metadata };
      const url = `${sandbox.origin}/v1/customers`;
      assert.equal((await call(url, { method: 'POST', token: account, body })).status, 201);
    }
    const { json } = await call(`${sandbox.origin}/sandbox/requests?account=${account}`);
    assert.deepEqual(
      (json as { body: { metadata: unknown } }[]).map(({ body }) => body.metadata),
      [
        { cardNumber: '[masked]', securityCode: '[masked]', CVV: '[masked]' },
        { CARD_NUMBER: '[masked]', Security_Code: '[masked]' },
        { card: { pan: '[masked]' }, list: ['[masked]', '[masked]'] },
        { pan: '[masked]', note: '[masked]' },
        { pan: '[masked]', short: '[masked]', kept: '12345678901' },
      ],
    );
  });

  it('are for pages on this machine', async () => {
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1:9', 'http://[::1]:5173']) {
      const { status, headers } = await call(faultsUrl(), { headers: { origin } });
      assert.equal(status, 200);
      assert.equal(headers.get('access-control-allow-origin'), origin);
    }
  });

  for (const origin of ['https://evil.example', 'http://localhost.evil.example', 'null']) {
    it(`are neither shown nor changed for a page from ${origin}`, async () => {
      const account = 'TEST-MLA-elsewhere';
      const settings = {
        next_payment: 'FUND',
        card_limit: 2,
        faults: [],
        orders: {},
        search_delay_ms: null,
        webhooks: null,
        challenge: null,
      };
      await order(account, settings);
      const shop = seller(account);
      const ana = await findCustomer(shop, 'ana@testuser.com');
      await shop.cards.remove({ customerId: ana.id, cardId: ana.cards[0]?.id ?? '' });
      const changed = await findCustomer(shop, 'ana@testuser.com');

      // What a page may send anywhere without asking first.
      const headers = { origin, 'content-type': 'text/plain' };
      const body = JSON.stringify({ next_payment: null, faults: [{ kind: 'drop' }] });
      const control = `${sandbox.origin}/sandbox`;
      for (const [path, init] of [
        ['reset', { method: 'POST' }],
        ['faults', { method: 'POST', body }],
        ['faults', { method: 'DELETE' }],
        ['faults', {}],
        ['requests', {}],
        ['counts', {}],
      ] as const) {
        const {
          status,
          headers: answered,
          json,
        } = await call(`${control}/${path}?account=${account}`, {
          ...init,
          headers,
        });
        assert.equal(status, 403);
        assert.equal(answered.get('access-control-allow-origin'), null);
        assertShape('error', json);
      }
      assert.deepEqual((await call(faultsUrl(account))).json, settings);
      assert.deepEqual(await findCustomer(shop, 'ana@testuser.com'), changed);
      await call(`${control}/reset?account=${account}`, { method: 'POST' });
    });
  }
});
