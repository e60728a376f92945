import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { z } from 'zod';
import { createSandbox } from '../../../demo/sandbox/app.js';
import { answerChallenge, showChallenge } from './support/challenges.js';
import { call, typedCard } from './support/http.js';
import { seller, TestClock, useSandbox } from './support/official-sdk.js';
import { codeOf, orderBody, Seller } from './support/orders.js';

const PASSES = '5483928164574623';
const FAILS = '5361956806117557';
const MINUTE = 1 / 1440;
const security = z.looseObject({ url: z.url().optional(), redirect_url: z.url().optional() });

describe('a 3DS challenge of the sandbox', () => {
  const clock = new TestClock();
  const sandbox = useSandbox({ clock: clock.read });
  let accounts = 0;

  /** A payment of a new account that waits for its challenge, under these switches. */
  async function payment(challenge: object = {}, number = PASSES) {
    const account = `TEST-MLA-challenge-${++accounts}`;
    await set(account, { challenge });
    const { json } = await call(`${sandbox.origin}/v1/card_tokens?public_key=${account}`, {
      method: 'POST',
      body: typedCard(number),
    });
    const made = await seller(account).payments.create({
      body: {
        transaction_amount: 1000,
        token: (json as { id: string }).id,
        installments: 1,
        payer: { email: 'test@testuser.com' },
        three_d_secure_mode: 'optional',
      },
    });
    const { external_resource_url: url = '', creq = '' } = made.three_ds_info ?? {};
    const read = async () => {
      const { status, status_detail } = await seller(account).payments.get({ id: made.id ?? 0 });
      return `${status}/${status_detail}`;
    };
    return { account, id: made.id ?? 0, url, creq, read };
  }

  /** The same of an order. */
  async function order(switches: object = {}, number = PASSES) {
    const shop = new Seller(sandbox.origin, `APP_USR-MLB-challenge-${++accounts}`);
    await shop.order({ orders: switches });
    const config = { online: { transaction_security: { validation: 'always' } } };
    const body = await shop.typedCard('APRO', { config }, number);
    const method = { ...body.transactions.payments[0]?.payment_method, id: 'master' };
    const made = await shop.send('', {
      ...body,
      transactions: { payments: [{ amount: '200.00', payment_method: method }] },
    });
    const { id, transactions } = orderBody.parse(made.json);
    const shown = security.parse(transactions.payments[0]?.payment_method['transaction_security']);
    const read = async () => {
      const now = orderBody.parse((await shop.get(`/${id}`)).json);
      return `${now.status}/${now.transactions.payments[0]?.status_detail}`;
    };
    return { shop, id, shown, url: shown.url ?? shown.redirect_url ?? '', read };
  }

  const set = (account: string, settings: object) =>
    call(`${sandbox.origin}/sandbox/faults?account=${account}`, { method: 'POST', body: settings });

  it('waits as long as no button is pressed', async () => {
    const { url, creq, read } = await payment();
    assert.match(await showChallenge(url, creq), /Confirm/);
    assert.equal(await read(), 'pending/pending_challenge');
  });

  it('fails when the shopper says no, and stays failed', async () => {
    const { url, creq, read } = await payment();
    await answerChallenge(url, creq, 'reject');
    assert.equal(await read(), 'rejected/cc_rejected_3ds_challenge');
    assert.match(await showChallenge(url, creq), /finished/);
    assert.equal(await read(), 'rejected/cc_rejected_3ds_challenge');
  });

  it('says that it is finished from a frame inside the shop’s, if that is how the bank does it', async () => {
    const { url, creq, read } = await payment({ message: 'nested' });
    assert.match(await answerChallenge(url, creq, 'confirm'), /parent\.parent\.postMessage/);
    assert.equal(await read(), 'approved/accredited');
  });

  it('says nothing, if the bank does not', async () => {
    const { url, creq, read } = await payment({ message: 'never' });
    assert.doesNotMatch(await answerChallenge(url, creq, 'confirm'), /postMessage/);
    assert.equal(await read(), 'approved/accredited');
  });

  it('changes the payment later than the page says so, if wanted', async () => {
    const { url, creq, read } = await payment({ settles_after_ms: 60_000 });
    await answerChallenge(url, creq, 'confirm');
    assert.equal(await read(), 'pending/pending_challenge');
    clock.advance(MINUTE);
    assert.equal(await read(), 'approved/accredited');
  });

  it('expires after a day, or as early as wanted', async () => {
    const [long, short] = [await payment(), await payment({ expires_after_ms: 60_000 })];
    clock.advance(MINUTE);
    assert.equal(await short.read(), 'cancelled/expired');
    assert.match(await showChallenge(short.url, short.creq), /finished/);
    assert.equal(await long.read(), 'pending/pending_challenge');
    clock.advance(1);
    assert.equal(await long.read(), 'cancelled/expired');
  });

  describe('ends by itself, and the shop is notified though no one asks', () => {
    const token = 'APP_USR-MLB-alone';

    /** A sandbox without a server, since the timers of `fetch` would be these too. No webhook leaves it. */
    async function alone(t: TestContext) {
      t.mock.timers.enable({ apis: ['setTimeout'] });
      const time = new TestClock();
      const end = new AbortController();
      const app = createSandbox({ clock: time.read, end: end.signal });
      const send = async (path: string, body: object, method = 'POST') => {
        const headers = { authorization: `Bearer ${token}`, 'x-idempotency-key': crypto.randomUUID() };
        const response = await app.request(path, { method, headers, body: JSON.stringify(body) });
        assert.ok(response.ok, `${path}: ${response.status}`);
        return response;
      };
      await send('/sandbox/webhooks', { url: 'http://127.0.0.1:9/hooks' }, 'PUT');
      await send('/sandbox/faults', { webhooks: { hold: true } });
      const ask = async (path: string, bodyOf: (token: string) => object) => {
        await send('/sandbox/faults', { next_payment: 'pending_challenge' });
        const { id } = (await (await send('/v1/card_tokens', typedCard('4235647728025682'))).json()) as { id: string };
        await send(path, bodyOf(id));
      };
      const payer = { email: 'test@testuser.com' };
      const method = { id: 'visa', type: 'credit_card', installments: 1 };
      return {
        end,
        send,
        payment: () => ask('/v1/payments', (id) => ({ transaction_amount: 10, token: id, installments: 1, payer })),
        order: () =>
          ask('/v1/orders', (id) => ({
            type: 'online',
            total_amount: '10.00',
            payer,
            transactions: { payments: [{ amount: '10.00', payment_method: { ...method, token: id } }] },
          })),
        ticket: () => send('/v1/payments', { transaction_amount: 10, payment_method_id: 'bolbradesco', payer }),
        pass: (minutes: number) => {
          time.advance(minutes * MINUTE);
          t.mock.timers.tick(minutes * 60_000);
        },
        announced: async () => {
          const { deliveries } = (await (await app.request('/sandbox/webhooks')).json()) as {
            deliveries: { action: string }[];
          };
          return deliveries.map(({ action }) => action).join(' ');
        },
      };
    }

    it('as a payment after a day, as an order after 40 minutes', async (t) => {
      const { payment: pay, order: buy, pass, announced } = await alone(t);
      await pay();
      await buy();
      pass(39);
      assert.equal(await announced(), 'payment.created order.action_required');
      pass(1);
      assert.equal(await announced(), 'payment.created order.action_required order.failed');
      pass(24 * 60 - 41);
      assert.equal(await announced(), 'payment.created order.action_required order.failed');
      pass(1);
      assert.equal(await announced(), 'payment.created order.action_required order.failed payment.updated');
    });

    it('as a ticket after three days', async (t) => {
      const { ticket, pass, announced } = await alone(t);
      await ticket();
      pass(3 * 24 * 60 - 1);
      assert.equal(await announced(), 'payment.created');
      pass(1);
      assert.equal(await announced(), 'payment.created payment.updated');
    });

    it('earlier when that is wanted while it waits, each of several at its own time', async (t) => {
      const { payment: pay, send, pass, announced } = await alone(t);
      await pay();
      pass(1);
      await pay();
      await send('/sandbox/faults', { challenge: { expires_after_ms: 120_000 } });
      pass(1);
      assert.equal(await announced(), 'payment.created payment.created payment.updated');
      pass(1);
      assert.equal(await announced(), 'payment.created payment.created payment.updated payment.updated');
      await send('/sandbox/faults', { challenge: null });
      await pay();
      await send('/sandbox/faults', { challenge: { expires_after_ms: 0 } });
      assert.match(await announced(), /payment\.created payment\.updated$/, 'at once');
    });

    it('but not after a reset, nor once the sandbox is closed', async (t) => {
      type Alone = Awaited<ReturnType<typeof alone>>;
      const stops: readonly ((sandbox: Alone) => unknown)[] = [
        ({ send }) => send(`/sandbox/reset?account=${token}`, {}),
        ({ end }) => end.abort(),
      ];
      for (const stop of stops) {
        const sandboxAlone = await alone(t);
        await sandboxAlone.payment();
        await stop(sandboxAlone);
        sandboxAlone.pass(24 * 60);
        assert.equal(await sandboxAlone.announced(), '');
        t.mock.timers.reset();
      }
    });
  });

  it('that was cancelled takes no answer', async () => {
    const { account, id, url, creq, read } = await payment();
    await seller(account).payments.cancel({ id });
    await answerChallenge(url, creq, 'confirm');
    assert.equal(await read(), 'cancelled/by_collector');
  });

  it('lets no frame show it, if that is how the bank does it', async () => {
    const { url, creq } = await payment({ framing: 'refused' });
    const { headers } = await fetch(url, { method: 'POST', body: new URLSearchParams({ creq }) });
    assert.equal(headers.get('x-frame-options'), 'DENY');
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  });

  it('is broken, or ends by itself, if wanted', async () => {
    const broken = await payment({ page: 'broken' });
    await assert.rejects(showChallenge(broken.url, broken.creq), /500/);
    const ending = await payment({ page: 'ends' });
    assert.match(await showChallenge(ending.url, ending.creq), /COMPLETE/);
    assert.equal(await ending.read(), 'approved/accredited');
  });

  it('of an order has the address under the name that is wanted', async () => {
    assert.deepEqual(Object.keys((await order()).shown).sort(), ['url', 'validation']);
    assert.deepEqual(Object.keys((await order({ challenge_address: 'redirect_url' })).shown).sort(), [
      'redirect_url',
      'validation',
    ]);
  });

  for (const [word, status] of [
    [undefined, 'failed/cc_rejected_3ds_challenge'],
    ['pending_challenge', 'failed/pending_challenge'],
    ['3ds_challenge_failed', 'failed/3ds_challenge_failed'],
  ] as const) {
    it(`of an order fails as ${status}`, async () => {
      const { url, read } = await order(word && { challenge_failed: word }, FAILS);
      await answerChallenge(url, undefined, 'confirm');
      assert.equal(await read(), status);
    });
  }

  for (const [word, status, ofCancel] of [
    [undefined, 'failed/3ds_challenge_expired', 'cannot_cancel_order'],
    ['expired', 'expired/expired', 'cannot_cancel_order'],
    ['canceled', 'canceled/expired', 'order_already_canceled'],
  ] as const) {
    it(`of an order expires as ${status}, after 40 minutes`, async () => {
      const { shop, id, read } = await order(word && { challenge_expired: word });
      clock.advance(39 * MINUTE);
      assert.equal(await read(), 'action_required/pending_challenge');
      clock.advance(MINUTE);
      assert.equal(await read(), status);
      const dates = 'begin_date=2020-01-01T00:00:00Z&end_date=2099-01-01T00:00:00Z';
      const { json } = await shop.get(`?${dates}&status=${status.split('/')[0]}`);
      assert.equal((json as { data: unknown[] }).data.length, 1, 'found by the word that is shown');
      assert.equal(codeOf(await shop.send(`/${id}/cancel`)), `409 ${ofCancel}`);
    });
  }

  it('of an order expires after 5 minutes, if wanted', async () => {
    const { read } = await order({ challenge_minutes: '5' });
    clock.advance(5 * MINUTE);
    assert.equal(await read(), 'failed/3ds_challenge_expired');
  });

  it('of an order is asked for in the words of the SDKs, of the OpenAPI description, or both', async () => {
    const refusalOf = async (words: string, validation: string) => {
      const shop = new Seller(sandbox.origin, `APP_USR-MLB-challenge-${++accounts}`);
      await shop.order({ orders: { security_words: words } });
      const config = { online: { transaction_security: { validation } } };
      return (await shop.send('', await shop.savedCard(0, { config }))).status;
    };
    assert.deepEqual(
      await Promise.all(['on_fraud_risk', 'supported'].map((word) => refusalOf('both', word))),
      [201, 201],
    );
    assert.deepEqual(
      await Promise.all(['on_fraud_risk', 'supported'].map((word) => refusalOf('sdk', word))),
      [201, 400],
    );
    assert.deepEqual(await Promise.all(['always', 'required'].map((word) => refusalOf('openapi', word))), [400, 201]);
  });
});
