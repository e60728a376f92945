import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSandbox } from '../../../../demo/sandbox/app.js';
import { TestClock, useSandbox } from '../support/official-sdk.js';
import { codeOf, faultBody, orderBody, Seller, type OrderRequest } from '../support/orders.js';
import { assertShape } from '../support/shapes.js';

const clock = new TestClock();

describe('the request for an order', () => {
  const sandbox = useSandbox({ clock: clock.read });
  const account = (name: string, site = 'MLB') => new Seller(sandbox.origin, `APP_USR-${site}-${name}`);

  /** The first fault of a body that is valid but for `changes`. */
  async function faultOf(shop: Seller, changes: object): Promise<string> {
    const answer = await shop.send('', { ...(await shop.savedCard()), ...changes });
    assertShape('orderFault', answer.json);
    const [fault] = faultBody.parse(answer.json).errors;
    return `${answer.status} ${[fault?.code, ...(fault?.details ?? [])].join('; ')}`;
  }

  const withPayment = ({ transactions }: OrderRequest, changes: object, method: object = {}) => {
    const [payment] = transactions.payments;
    const changed = { ...payment, payment_method: { ...payment?.payment_method, ...method }, ...changes };
    return { transactions: { payments: [changed] } };
  };

  it('has no properties but the documented ones', async () => {
    const shop = account('closed');
    for (const name of ['notification_url', 'metadata', 'binary_mode', 'issuer_id', 'capture', 'callback_url']) {
      assert.equal(
        await faultOf(shop, { [name]: 'x' }),
        `400 unsupported_properties; additionalProperties '$.${name}' not allowed`,
      );
    }
    const body = await shop.savedCard();
    assert.match(
      await faultOf(shop, withPayment(body, {}, { issuer_id: 1 })),
      /additionalProperties '\$\.transactions\.payments\[0\]\.payment_method\.issuer_id' not allowed/,
    );
    assert.match(
      await faultOf(shop, { payer: { type: 'customer', id: '1' } }),
      /'\$\.payer\.type' not allowed; .*'\$\.payer\.id' not allowed/,
    );
    const nested = { additional_info: { payer: { ip_address: '::1' } } };
    assert.equal((await faultOf(shop, nested)).slice(0, 26), '400 unsupported_properties');
    const flat = { additional_info: { 'payer.authentication_type': 'Gmail' } };
    assert.equal((await shop.send('', await shop.savedCard(0, flat))).status, 201);
  });

  for (const [where, changes] of [
    ['config.online', { config: { online: { nonsense: 1 } } }],
    ['config.payment_method', { config: { payment_method: { nonsense: 1 } } }],
    ['shipment', { shipment: { nonsense: 1 } }],
    ['shipment.address', { shipment: { address: { nonsense: 1 } } }],
  ] as const)
    it(`has only the documented names in ${where}`, async () => {
      assert.equal(
        await faultOf(account('closed-below'), changes),
        `400 unsupported_properties; additionalProperties '$.${where}.nonsense' not allowed`,
      );
    });

  it('has only the documented names in what a payment is repeated by', async () => {
    const shop = account('closed-payment');
    for (const name of ['stored_credential', 'automatic_payments', 'subscription_data']) {
      const fault = await faultOf(shop, withPayment(await shop.savedCard(), { [name]: { nonsense: 1 } }));
      assert.match(fault, new RegExp(`^400 unsupported_properties; .*${name}\\.nonsense' not allowed$`));
    }
    const known = { stored_credential: { payment_initiator: 'customer', reason: 'card_on_file' } };
    const body = await shop.savedCard();
    assert.equal((await shop.send('', { ...body, ...withPayment(body, known) })).status, 201);
  });

  it('has at most 64 KB, and its refusal is one of this API', async () => {
    const large = { description: 'x'.repeat(70_000) };
    const shop = account('large');
    assert.equal(await faultOf(shop, large), '400 invalid_properties; the body is too large');
    await shop.order({ orders: { error_envelope: 'cause' } });
    const { json } = await shop.send('', large);
    assert.equal((json as { error: string }).error, 'invalid_properties');
  });

  it('has documents without dots; those of companies may have letters', async () => {
    const shop = account('documents');
    const payer = (type: string, number: string) => ({
      payer: { email: 'test@testuser.com', identification: { type, number } },
    });
    for (const [type, number] of [
      ['CPF', '123.456.789-09'],
      ['CPF', '1234567890A'],
      ['CNPJ', '12.ABC.345/01DE-35'],
    ] as const) {
      const fault = "400 property_value; value '$.payer.identification.number' is not valid";
      assert.equal(await faultOf(shop, payer(type, number)), fault);
    }
    for (const [type, number] of [
      ['CPF', '12345678909'],
      ['CNPJ', '12ABC34501DE35'],
    ] as const) {
      const body = await shop.typedCard('APRO', payer(type, number));
      assert.equal((await shop.send('', body)).status, 201, number);
    }
  });

  it('has a time in which a ticket or a transfer is to be paid', async () => {
    const shop = account('durations');
    const pix = (changes: object) => ({
      payer: { email: 'test@testuser.com' },
      transactions: {
        payments: [{ amount: '200.00', payment_method: { id: 'pix', type: 'bank_transfer' }, ...changes }],
      },
    });
    const after = (ms: number) => new Date(clock.read().getTime() + ms).toISOString();
    const HOUR = 3_600_000;
    for (const [changes, end] of [
      [{ expiration_time: 'P1D' }, after(24 * HOUR)],
      [{ expiration_time: 'PT20M' }, after(HOUR / 3)],
      [{ expiration_time: 'P1W1DT1H1M1S' }, after(8 * 24 * HOUR + HOUR + 61_000)],
      [{ expiration_time: 'P3D', date_of_expiration: after(HOUR) }, after(HOUR)],
    ] as const) {
      const { json } = await shop.send('', { ...(await shop.savedCard()), ...pix(changes) });
      const [payment] = orderBody.parse(json).transactions.payments;
      assert.equal(payment?.['date_of_expiration'], end, JSON.stringify(changes));
      const { results = [] } = await shop.sdk.payments.search({});
      assert.equal(new Date(results[0]?.date_of_expiration ?? '').toISOString(), end);
    }
    for (const malformed of ['1D', 'P', 'PT', 'P1H', 'P-1D', 'tomorrow', 'P1.5D', 'P99999D']) {
      const at = '$.transactions.payments[0].expiration_time';
      const fault = `400 property_value; value '${at}' is not valid`;
      assert.equal(await faultOf(shop, pix({ expiration_time: malformed })), fault, malformed);
    }
  });

  it('has every required property', async () => {
    const shop = account('required');
    for (const name of ['type', 'total_amount', 'payer']) {
      assert.equal(await faultOf(shop, { [name]: undefined }), `400 required_properties; required '$.${name}'`);
    }
    const withoutPayments = "400 required_properties; required '$.transactions.payments'";
    assert.equal(await faultOf(shop, { transactions: undefined }), withoutPayments);
    assert.equal(await faultOf(shop, { payer: {} }), "400 required_properties; required '$.payer.email'");
    const body = await shop.savedCard();
    for (const name of ['id', 'type', 'token']) {
      const at = `$.transactions.payments[0].payment_method.${name}`;
      const missing = withPayment(body, {}, { [name]: undefined });
      assert.equal(await faultOf(shop, missing), `400 required_properties; required '${at}'`);
    }
  });

  it('has amounts as text, and each value of its own kind', async () => {
    const shop = account('types');
    const body = await shop.savedCard();
    for (const [changes, code] of [
      [{ total_amount: 200 }, 'property_type'],
      [withPayment(body, { amount: 200 }), 'property_type'],
      [withPayment(body, {}, { installments: '1' }), 'property_type'],
      [withPayment(body, {}, { installments: 0 }), 'property_value'],
      [withPayment(body, {}, { type: 'cash' }), 'property_value'],
      [withPayment(body, {}, { type: 'debit_card' }), 'property_value'],
      [withPayment(body, {}, { id: 'nonsense' }), 'property_value'],
      [{ total_amount: '-1.00' }, 'property_value'],
      [{ total_amount: '0.00' }, 'property_value'],
      [{ total_amount: '200.001' }, 'property_value'],
      [{ external_reference: 'a:b' }, 'property_value'],
      [{ external_reference: 'a'.repeat(65) }, 'property_value'],
      [{ payer: { customer_id: '' } }, 'property_value'],
      [{ payer: { email: 'nonsense' } }, 'property_value'],
      [{ payer: { email: 'ana@example.com' } }, 'invalid_email_for_sandbox'],
      [{ payer: 'ana' }, 'property_type'],
      [{ capture_mode: 'later' }, 'property_value'],
      [{ type: 'point' }, 'invalid_order_type'],
      [{ transactions: { payments: [] } }, 'minimum_items'],
      [{ transactions: { payments: [...body.transactions.payments, ...body.transactions.payments] } }, 'maximum_items'],
      [{ total_amount: '199.99' }, 'invalid_total_amount'],
      [{ items: [{ title: 'Book', unit_price: '10.00', quantity: 2 }] }, 'order_items_total_amount_mismatch'],
      [{ total_amount: '70000.00', ...withPayment(body, { amount: '70000.00' }) }, 'invalid_transaction_amount'],
    ] as const) {
      assert.equal((await faultOf(shop, changes)).split(';')[0], `400 ${code}`, JSON.stringify(changes));
    }
    const items = [{ title: 'Book', unit_price: '100.00', quantity: 2 }];
    assert.equal((await shop.send('', { ...body, items })).status, 201);
  });

  it('names every fault at once, grouped by code', async () => {
    const shop = account('several');
    const body = await shop.savedCard();
    const answer = await shop.send('', { ...body, a: 1, b: 2, total_amount: 1, payer: undefined });
    const { errors } = faultBody.parse(answer.json);
    assert.deepEqual(errors.map(({ code }) => code).sort(), [
      'property_type',
      'required_properties',
      'unsupported_properties',
    ]);
    assert.equal(errors.find(({ code }) => code === 'unsupported_properties')?.details?.length, 2);
  });

  it('is JSON', async () => {
    const shop = account('json');
    assert.equal(codeOf(await shop.send('', '{"type":')), '400 json_syntax_error');
    assert.equal(codeOf(await shop.send('', '[]')), '400 property_type');
  });

  it('uses its card up only when it is right', async () => {
    const shop = account('kept');
    const body = await shop.savedCard();
    assert.equal(codeOf(await shop.send('', { ...body, nonsense: 1 })), '400 unsupported_properties');
    assert.equal((await shop.send('', body)).status, 201);
  });
});

describe('the idempotency key of an order', () => {
  const sandbox = useSandbox({ clock: clock.read });
  const account = (name: string) => new Seller(sandbox.origin, `APP_USR-MLB-key-${name}`);
  const key = { 'x-idempotency-key': 'one' };

  it('is required and has at most 128 characters', async () => {
    const shop = account('required');
    const body = await shop.savedCard();
    assert.equal(codeOf(await shop.send('', body, {})), '400 empty_required_header');
    const long = { 'x-idempotency-key': 'a'.repeat(129) };
    assert.equal(codeOf(await shop.send('', body, long)), '400 invalid_idempotency_key_length');
    for (const action of ['process', 'capture', 'cancel', 'refund', 'transactions']) {
      const path = `/ORD01J49MMW3SSBK5PSV3DFR32959/${action}`;
      assert.equal(codeOf(await shop.send(path, undefined, {})), '400 empty_required_header');
    }
    assert.equal((await shop.send('', body, { 'x-idempotency-key': 'a'.repeat(128) })).status, 201);
  });

  it('gives the same answer again for the same body, a refusal by the bank too', async () => {
    const shop = account('replay');
    for (const name of ['APRO', 'OTHE']) {
      const body = await shop.typedCard(name);
      const again = { 'x-idempotency-key': name };
      const first = await shop.send('', body, again);
      const second = await shop.send('', body, again);
      assert.deepEqual([second.status, second.json], [first.status, first.json]);
    }
    assert.equal((await shop.sdk.payments.search({})).paging?.total, 2);
  });

  it('is refused with another body', async () => {
    const shop = account('other');
    assert.equal((await shop.send('', await shop.savedCard(), key)).status, 201);
    assert.equal(codeOf(await shop.send('', await shop.savedCard(), key)), '409 idempotency_key_already_used');
  });

  it('is free again after a request that was wrong, and after a day', async () => {
    const shop = account('free');
    const body = await shop.savedCard();
    assert.equal((await shop.send('', { ...body, nonsense: 1 }, key)).status, 400);
    const first = orderBody.parse((await shop.send('', body, key)).json);
    clock.advance(1);
    const second = orderBody.parse((await shop.send('', await shop.savedCard(), key)).json);
    assert.notEqual(second.id, first.id);
  });

  it('is locked while its first request runs', async () => {
    const app = createSandbox();
    const send = async (path: string, body: object, headers: Record<string, string> = {}) =>
      app.request(path, { method: 'POST', body: JSON.stringify(body), headers });
    const faults = [{ kind: 'latency', ms: 1, path: '/v1/orders', times: 1 }];
    await send('/sandbox/faults', { faults });
    // The first request waits; the second one comes before it is answered.
    const headers = { ...key, authorization: 'Bearer APP_USR-MLB-locked' };
    const both = async () =>
      (await Promise.all([1, 2].map(() => send('/v1/orders', {}, headers)))).map(({ status }) => status);
    assert.deepEqual(await both(), [400, 423]);
    await send('/sandbox/faults', { faults, orders: { at_once: '409' } });
    assert.deepEqual(await both(), [400, 409]);
    assert.equal((await send('/v1/orders', {}, headers)).status, 400);
  });
});
