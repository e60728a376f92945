import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call } from './support/http.js';
import { seller, TestClock, useSandbox } from './support/official-sdk.js';
import { orderBody, Seller } from './support/orders.js';

const HOUR = 1 / 24;
const MINUTE = HOUR / 60;

describe('a ticket or a transfer that no one pays', () => {
  const clock = new TestClock();
  const sandbox = useSandbox({ clock: clock.read });
  const inHours = (hours: number) => new Date(clock.read().getTime() + hours * 3_600_000).toISOString();

  async function ticket(account: string, more: object = {}) {
    const payer = { email: 'test@testuser.com' };
    const body = { transaction_amount: 10, payment_method_id: 'bolbradesco', payer, ...more };
    const { id = 0 } = await seller(account).payments.create({ body });
    const read = async () => {
      const { status, status_detail } = await seller(account).payments.get({ id });
      return `${status}/${status_detail}`;
    };
    const control = (outcome: string) =>
      call(`${sandbox.origin}/sandbox/payments/${id}?account=${account}`, { method: 'POST', body: { outcome } });
    return { id, read, control };
  }

  it('expires after its last moment, and can be paid no more', async () => {
    const { read, control } = await ticket('TEST-MLB-late', { date_of_expiration: inHours(2) });
    clock.advance(2 * HOUR - MINUTE);
    assert.equal(await read(), 'pending/pending_waiting_payment');
    clock.advance(MINUTE);
    assert.notEqual((await control('APRO')).status, 204);
    assert.equal(await read(), 'cancelled/expired');
  });

  it('expires after three days by itself, and after a day where it is a transfer', async () => {
    const [slip, pix] = [await ticket('TEST-MLB-slip'), await ticket('TEST-MLB-pix', { payment_method_id: 'pix' })];
    clock.advance(1);
    assert.deepEqual([await slip.read(), await pix.read()], ['pending/pending_waiting_payment', 'cancelled/expired']);
    clock.advance(2);
    assert.equal(await slip.read(), 'cancelled/expired');
  });

  it('has the time that it was given later', async () => {
    const { id, read } = await ticket('TEST-MLB-moved', { date_of_expiration: inHours(1) });
    const body = { date_of_expiration: inHours(3) };
    await call(`${sandbox.origin}/v1/payments/${id}`, { method: 'PUT', token: 'TEST-MLB-moved', body });
    clock.advance(2 * HOUR);
    assert.equal(await read(), 'pending/pending_waiting_payment');
    clock.advance(HOUR);
    assert.equal(await read(), 'cancelled/expired');
  });

  it('stays paid', async () => {
    const { read, control } = await ticket('TEST-MLB-paid', { date_of_expiration: inHours(1) });
    assert.equal((await control('APRO')).status, 204);
    clock.advance(1);
    assert.equal(await read(), 'approved/accredited');
  });

  it('is expired as an order too, and not failed', async () => {
    const shop = new Seller(sandbox.origin, 'APP_USR-MLB-order');
    const method = { id: 'pix', type: 'bank_transfer' };
    const made = await shop.send('', {
      type: 'online',
      processing_mode: 'automatic',
      total_amount: '200.00',
      external_reference: 'ticket',
      payer: { email: 'test@testuser.com' },
      transactions: { payments: [{ amount: '200.00', payment_method: method, expiration_time: 'PT1H' }] },
    });
    const { id } = orderBody.parse(made.json);
    clock.advance(HOUR);
    const { status, status_detail, transactions } = orderBody.parse((await shop.get(`/${id}`)).json);
    assert.deepEqual([status, status_detail, transactions.payments[0]?.status], ['expired', 'expired', 'expired']);
  });
});
