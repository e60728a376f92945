import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { call, typedCard } from './support/http.js';
import { useSandbox } from './support/official-sdk.js';
import { Seller } from './support/orders.js';

const NUMBER = '4235647728025682';
const NAME = 'Maria da Silva';
const made = z.object({ status: z.string() });

describe('a cardholder who has none of the test names', () => {
  const sandbox = useSandbox();
  const account = 'TEST-MLB-names';
  const shop = () => new Seller(sandbox.origin, account);

  async function payment(name: string) {
    const url = `${sandbox.origin}/v1/card_tokens?public_key=${account}`;
    const { json } = await call(url, { method: 'POST', body: typedCard(NUMBER, name) });
    const token = z.object({ id: z.string() }).parse(json).id;
    const payer = { email: 'test@testuser.com', identification: { type: 'CPF', number: '19119119100' } };
    const body = { token, transaction_amount: 100, installments: 1, payment_method_id: 'visa', payer };
    const headers = { 'x-idempotency-key': crypto.randomUUID() };
    const answer = await call(`${sandbox.origin}/v1/payments`, { method: 'POST', token: account, body, headers });
    return { status: made.parse(answer.json).status };
  }
  async function order(name: string) {
    const body = await shop().typedCard(name);
    const answer = await shop().send('', body);
    return { status: made.parse(answer.json).status };
  }

  for (const [api, pay, approved] of [
    ['payments', payment, 'approved'],
    ['orders', order, 'processed'],
  ] as const) {
    it(`is approved with ${api}, with a warning that says neither who it is nor what the card is`, async (t) => {
      const warn = t.mock.method(console, 'warn', () => {});
      const { status } = await pay(NAME);
      assert.equal(status, approved);
      const [line = '', ...others] = warn.mock.calls.map(({ arguments: words }) => words.join(' '));
      assert.deepEqual(others, []);
      assert.match(line, /none of the test names.*APRO, OTHE/);
      assert.doesNotMatch(line, /maria|silva|\d|visa/i);
    });

    it(`is not warned of with ${api} for a test name, or where the outcome was ordered`, async (t) => {
      const warn = t.mock.method(console, 'warn', () => {});
      assert.equal((await pay(' apro ')).status, approved);
      await shop().order({ next_payment: 'CONT' });
      await pay(NAME);
      assert.equal(warn.mock.callCount(), 0);
    });
  }
});
