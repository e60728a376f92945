import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { errorBody, openShop, paymentBody, paymentsBody, WEBHOOK_SECRET, type Browser } from './shop.js';

const shop = await openShop({ readableWithin: 0 });

interface Forged {
  readonly query?: string;
  readonly signedId?: string;
  readonly secret?: string;
  readonly ts?: string;
  readonly headers?: Record<string, string | undefined>;
}

/** A webhook as Mercado Pago sends it, changed in one thing. */
async function webhook({ query = 'data.id=123&type=payment', signedId, secret, ts = '1764000000', headers }: Forged) {
  const id = signedId ?? new URLSearchParams(query).get('data.id');
  const manifest = `${id === null ? '' : `id:${id};`}request-id:r-1;ts:${ts};`;
  const hash = createHmac('sha256', secret ?? WEBHOOK_SECRET)
    .update(manifest)
    .digest('hex');
  const sent = { 'x-request-id': 'r-1', 'x-signature': `ts=${ts},v1=${hash}`, ...headers };
  const present = Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const init = { method: 'POST', headers: present, body: '{"data":{"id":"not to be seen"}}' };
  const response = await fetch(`${shop.origin}/api/webhooks?${query}`, init);
  const text = await response.text();
  return { status: response.status, json: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

const readings = () => shop.requests('GET', /^\/v1\/(payments|orders)\/\w+$/);

describe('POST /api/webhooks', () => {
  it('is 200 for both readings of the signature’s id and of its time', async () => {
    for (const signed of [
      {},
      { ts: '1764000000000' },
      { ts: '1' },
      { query: 'data.id=ORD01JQ4S4KY8HWQ6NA5PXB65B3D3&type=order' },
      {
        query: 'data.id=ORD01JQ4S4KY8HWQ6NA5PXB65B3D3&type=order',
        signedId: 'ord01jq4s4ky8hwq6na5pxb65b3d3',
      },
    ]) {
      assert.equal((await webhook(signed)).status, 200, JSON.stringify(signed));
    }
    await shop.webhooksWorkedOff('MLA');
  });

  it('is 401 for a signature that is not valid, and reads nothing', async (t) => {
    const warn = t.mock.method(console, 'warn', () => {});
    const before = (await readings()).length;
    const forged: Forged[] = [
      { secret: 'another secret' },
      { signedId: '124' },
      { headers: { 'x-signature': undefined } },
      { headers: { 'x-signature': '' } },
      { headers: { 'x-signature': 'v1=00' } },
      { headers: { 'x-signature': 'ts=1764000000' } },
      { headers: { 'x-signature': `ts=1764000000,v1=${'0'.repeat(64)}` } },
      { headers: { 'x-request-id': 'r-2' } },
      { headers: { 'x-request-id': undefined } },
      { query: 'type=payment', signedId: '123' },
    ];
    for (const each of forged) {
      const { status, json } = await webhook(each);
      assert.equal(status, 401, JSON.stringify(each));
      errorBody.parse(json);
    }
    await shop.webhooksWorkedOff('MLA');
    assert.equal((await readings()).length, before);
    const printed = warn.mock.calls.map(({ arguments: [line] }) => String(line));
    assert.equal(printed.length, forged.length);
    for (const line of printed) assert.match(line, /^Webhook refused: \w+$/);
  });

  it('is 400 for an id that cannot be one: it would become part of a path', async () => {
    for (const id of ['..%2Fusers', '1%2F..', '%C3%A9', 'a'.repeat(65)]) {
      assert.equal((await webhook({ query: `data.id=${id}&type=payment` })).status, 400, id);
    }
  });

  it('is 200 for topics that are not for this shop, and for ids that do not exist', async () => {
    for (const query of ['data.id=1&type=topic_claims_integration_wh', 'data.id=1', 'data.id=999999999&type=payment']) {
      assert.equal((await webhook({ query })).status, 200, query);
    }
    await shop.webhooksWorkedOff('MLA');
    assert.equal(
      (await readings()).some(({ path }) => path === '/v1/payments/1'),
      false,
    );
  });

  it('is 200 for an id that its topic cannot have, of which nothing is read and nothing kept', async () => {
    const before = (await readings()).length;
    for (const query of ['data.id=123&type=order', 'data.id=ORD01&type=payment', 'data.id=search&type=payment']) {
      assert.equal((await webhook({ query })).status, 200, query);
    }
    await shop.webhooks?.idle();
    assert.equal((await readings()).length, before);
    assert.deepEqual(await readdir(join(shop.folder, 'webhooks')), []);
  });
});

describe('a webhook', () => {
  afterEach(() => shop.setSwitches({ faults: [], webhooks: null, search_delay_ms: null, next_payment: null }));

  async function pay(browser: Browser) {
    const [card_id] = await browser.cardIds();
    return browser.send('POST', '/api/payments', { token: await browser.tokenOfCard(String(card_id)), card_id });
  }
  const statuses = async (browser: Browser) =>
    paymentsBody
      .parse((await browser.get('/api/payments')).json)
      .payments.map(({ status, status_detail }) => `${status} ${status_detail}`);

  it('brings a payment whose answer was lost to the account page, before the search knows it', async () => {
    await shop.receiveWebhooks('MLA');
    const ana = await shop.visit('ana', 'MLA');
    await shop.setSwitches({ webhooks: { hold: true }, search_delay_ms: 3_600_000 });
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/payments' }]);
    assert.equal((await pay(ana)).status, 502);
    assert.deepEqual(await statuses(ana), []);
    assert.deepEqual(await shop.webhooksWorkedOff('MLA'), [[200]]);
    assert.deepEqual(await statuses(ana), ['approved accredited']);
    assert.deepEqual(await statuses(await shop.visit('bruno', 'MLA')), [], 'and to no other customer');
  });

  for (const [manner, switches] of [
    ['once', {}],
    ['twice', { times: 2 }],
    ['newest first', { reversed: true }],
    ['signed in lower case and milliseconds', { signed_id: 'lower_case', timestamp: 'milliseconds' }],
  ] as const) {
    it(`shows a payment as its review ended, when it comes ${manner}`, async () => {
      await shop.receiveWebhooks('MLB');
      const bruno = await shop.visit('bruno', 'MLB');
      await shop.setSwitches({
        webhooks: { hold: true, ...switches },
        next_payment: 'CONT',
        search_delay_ms: 3_600_000,
      });
      const { id } = paymentBody.parse((await pay(bruno)).json);
      await shop.decide('MLB', id, 'FUND');
      await shop.webhooksWorkedOff('MLB');
      assert.equal((await statuses(bruno))[0], 'rejected cc_rejected_insufficient_amount');
    });
  }

  it('is worked on again when Mercado Pago could not be read', async (t) => {
    const warn = t.mock.method(console, 'warn', () => {});
    await shop.receiveWebhooks('MLC');
    const olga = await shop.visit('olga', 'MLC');
    await shop.setSwitches({ webhooks: { hold: true }, search_delay_ms: 3_600_000 });
    await shop.setFaults([
      { kind: 'drop_answer', method: 'POST', path: '/v1/payments' },
      { kind: 'server_error', method: 'GET', path: '/v1/payments/', times: 2 },
    ]);
    await pay(olga);
    assert.deepEqual(await shop.webhooksWorkedOff('MLC'), [[200]]);
    await shop.webhooksRetried();
    assert.equal(warn.mock.callCount(), 2);
    await shop.webhooksRetried();
    assert.deepEqual(await statuses(olga), ['approved accredited']);
  });

  it('with a wrong signature changes nothing', async (t) => {
    t.mock.method(console, 'warn', () => {});
    await shop.receiveWebhooks('MPE');
    const ana = await shop.visit('ana', 'MPE');
    await shop.setSwitches({ webhooks: { hold: true, signature: 'wrong' }, search_delay_ms: 3_600_000 });
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/payments' }]);
    await pay(ana);
    assert.deepEqual(await shop.webhooksWorkedOff('MPE'), [[401]]);
    assert.deepEqual(await statuses(ana), []);
  });
});
