import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call, typedCard } from './support/http.js';
import { pay } from './support/payments.js';
import { seller, useSandbox } from './support/official-sdk.js';

/** Facts that the official end-to-end suites and the official SDK's types state. */
describe('an answer of the sandbox', () => {
  const sandbox = useSandbox();

  it('gives the quantities and prices of a payment’s items as text', async () => {
    const shop = seller('TEST-MLA-items');
    const items = [{ id: 'A', title: 'Cafetera', quantity: 2, unit_price: 5.5 }, { id: 'B' }];
    const { additional_info } = await pay(shop, 11, { additional_info: { items, ip_address: '127.0.0.1' } });
    assert.deepEqual(additional_info, {
      items: [{ id: 'A', title: 'Cafetera', quantity: '2', unit_price: '5.5' }, { id: 'B' }],
      ip_address: '127.0.0.1',
    });
  });

  it('has an empty acquirer_reconciliation in every payment', async () => {
    const payment = await pay(seller('TEST-MLA-acquirer'), 10);
    assert.deepEqual((payment as { acquirer_reconciliation?: unknown }).acquirer_reconciliation, []);
  });

  it('calls a customer "deactive" who was removed', async () => {
    const { customers } = seller('TEST-MLA-deactive');
    const { id: customerId = '' } = await customers.create({ body: { email: 'a@example.com' } });
    assert.equal(((await customers.get({ customerId })) as { status?: string }).status, 'active');
    assert.equal(((await customers.remove({ customerId })) as { status?: string }).status, 'deactive');
  });

  it('keeps the number of a street as it was sent: a number, or text', async () => {
    const { customers } = seller('TEST-MLA-street');
    for (const street_number of [1000, '1000 B']) {
      const body = {
        email: `s${typeof street_number}@example.com`,
        address: { street_name: 'Corrientes', street_number },
      };
      const made = await customers.create({ body: body as never });
      assert.equal(made.address?.street_number, street_number);
    }
  });

  it('describes the seller with all that the official SDK’s type names', async () => {
    const user = await seller('TEST-MLA-user').users.get();
    for (const name of [
      'permalink',
      'seller_experience',
      'bill_data',
      'seller_reputation',
      'buyer_reputation',
      'company',
      'credit',
      'context',
      'registration_identifiers',
    ] as const) {
      assert.notEqual(user[name], undefined, name);
    }
    assert.match(String(user.permalink), /^https:/);
  });

  it('lists no diners, debvisa or debmaster in Brazil', async () => {
    const { json } = await call(`${sandbox.origin}/v1/payment_methods`, { token: 'TEST-MLB-1' });
    const ids = (json as { id: string }[]).map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id) => ['diners', 'debvisa', 'debmaster', 'visa', 'debelo'].includes(id)),
      ['visa', 'debelo'],
    );
  });

  it('takes a CNPJ with letters, as Brazil gives them since 2026', async () => {
    const cardholder = { name: 'APRO', identification: { type: 'CNPJ', number: '12ABC34501DE35' } };
    const body = typedCard('4235647728025682', 'APRO', { cardholder });
    const { status } = await call(`${sandbox.origin}/v1/card_tokens`, { method: 'POST', token: 'TEST-MLB-1', body });
    assert.equal(status, 201);
  });

  it('speaks of "mensualidades" in Mexico', async () => {
    const query = 'amount=900&bin=407559&locale=es-MX';
    const { json } = await call(`${sandbox.origin}/v1/payment_methods/installments?${query}`, { token: 'TEST-MLM-1' });
    const [{ payer_costs: plans } = { payer_costs: [] }] = json as { payer_costs: { recommended_message: string }[] }[];
    assert.match(plans[0]?.recommended_message ?? '', /^1 mensualidad de /);
    assert.match(plans[1]?.recommended_message ?? '', /^3 mensualidades de /);
  });
});
