import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call } from './support/http.js';
import { NOW, seller, useSandbox, withoutEnvelope } from './support/official-sdk.js';
import { assertShape } from './support/shapes.js';

const PROFILE = {
  email: 'maria@example.com',
  first_name: 'María',
  last_name: 'Gómez',
  phone: { area_code: '11', number: '55556666' },
  identification: { type: 'CPF', number: '12345678909' },
  address: {
    id: 'home',
    zip_code: '01310-100',
    street_name: 'Av. Paulista',
    street_number: 1000,
    city: { name: 'São Paulo' },
  },
  default_address: 'home',
  date_registered: '2021-10-20T11:37:30.000-04:00',
  description: 'Likes blue',
};

/** Wrong fields of a customer and the documented code of each. */
const WRONG_FIELDS: readonly [object, string][] = [
  [{ email: 'no-at-sign' }, '106'],
  [{ first_name: 7 }, '107'],
  [{ last_name: ['x'] }, '108'],
  [{ phone: { area_code: {} } }, '109'],
  [{ phone: { number: true } }, '110'],
  [{ identification: { type: 5 } }, '111'],
  [{ identification: { number: 5 } }, '112'],
  [{ address: { zip_code: false } }, '113'],
  [{ address: { street_name: 3 } }, '114'],
  [{ date_registered: 'yesterday' }, '115'],
  [{ description: 5 }, '116'],
  [{ metadata: 'x' }, '117'],
  [{ phone: 'x' }, '103'],
];

describe('customers', () => {
  const sandbox = useSandbox();

  for (const site of ['MLA', 'MLB', 'MLM']) {
    it(`are created, read, changed and deleted in ${site}`, async () => {
      const { customers } = seller(`TEST-${site}-customers`);
      const created = await customers.create({ body: PROFILE });
      const customerId = created.id ?? '';
      assert.equal(created.api_response.status, 201);
      assertShape('customer', withoutEnvelope(created));
      assert.deepEqual(
        PROFILE,
        Object.fromEntries(Object.keys(PROFILE).map((key) => [key, created[key as keyof typeof PROFILE]])),
      );
      assert.equal(created.default_card, null);
      assert.equal(Date.parse(created.date_created ?? ''), NOW.getTime());
      assert.deepEqual(withoutEnvelope(await customers.get({ customerId })), withoutEnvelope(created));

      const changed = await customers.update({
        customerId,
        body: { first_name: 'Mara', description: 'Likes green', phone: { area_code: '351', number: '1' } },
      });
      assert.equal(changed.api_response.status, 200);
      assertShape('customer', withoutEnvelope(changed));
      assert.deepEqual(
        [changed.first_name, changed.last_name, changed.description, changed.phone],
        ['Mara', 'Gómez', 'Likes green', { area_code: '351', number: '1' }],
      );

      const removed = await customers.remove({ customerId });
      assert.equal(removed.id, customerId);
      await assert.rejects(customers.get({ customerId }), { status: 404, error: 'not_found' });
      assert.deepEqual((await customers.search({ options: { email: PROFILE.email } })).results, []);
    });
  }

  it('are found by e-mail, whatever its case, and by id', async () => {
    const { customers } = seller('TEST-MLB-search');
    const byEmail = await customers.search({ options: { email: 'ANA@testuser.com' } });
    assertShape('customers', withoutEnvelope(byEmail));
    assert.equal(byEmail.paging?.total, 1);
    const id = byEmail.results?.[0]?.id ?? '';
    const { json } = await call(`${sandbox.origin}/v1/customers/search?id=${id}`, { token: 'TEST-MLB-search' });
    assert.deepEqual(json, withoutEnvelope(byEmail));
  });

  it('are listed page by page', async () => {
    const { customers } = seller('TEST-MLB-search');
    const ids = async (offset: number) =>
      (await customers.search({ options: { limit: 3, offset } })).results?.map(({ id }) => id) ?? [];
    const all = [...(await ids(0)), ...(await ids(3)), ...(await ids(6))];
    assert.equal(new Set(all).size, 8);
    assert.deepEqual((await customers.search({ options: { limit: 3, offset: 6 } })).paging, {
      limit: 3,
      offset: 6,
      total: 8,
    });
  });

  it('share no e-mail address: 101', async () => {
    const { customers } = seller('TEST-MLB-twice');
    await customers.create({ body: { email: 'twice@example.com' } });
    await assert.rejects(customers.create({ body: { email: 'Twice@example.com' } }), {
      status: 400,
      error: 'bad_request',
      message: 'the customer already exist',
      causes: [{ code: '101', description: 'the customer already exist', data: null }],
    });
  });

  it('keep their e-mail address: 126', async () => {
    const { customers } = seller('TEST-MLB-email');
    const { id: customerId = '' } = await customers.create({ body: { email: 'first@example.com' } });
    await assert.rejects(customers.update({ customerId, body: { email: 'second@example.com' } }), {
      status: 400,
      causes: [{ code: '126', description: 'the email cannot be updated', data: null }],
    });
    assert.equal(
      (await customers.update({ customerId, body: { email: 'first@example.com' } })).email,
      'first@example.com',
    );
  });

  for (const [fields, code] of WRONG_FIELDS) {
    it(`are refused with ${code} for ${JSON.stringify(fields)}`, async () => {
      const { status, json } = await call(`${sandbox.origin}/v1/customers`, {
        method: 'POST',
        token: 'TEST-MLA-wrong',
        body: { email: 'wrong@example.com', ...fields },
      });
      assert.equal(status, 400);
      assertShape('error', json);
      assert.equal((json as { cause: { code: string }[] }).cause[0]?.code, code);
    });
  }

  it('name every wrong field at once', async () => {
    await assert.rejects(seller('TEST-MLA-wrong').customers.create({ body: { email: 'x', description: 5 as never } }), {
      message: 'invalid parameters',
      causes: [
        { code: '106', description: 'the email format is invalid', data: null },
        { code: '116', description: 'the description is invalid', data: null },
      ],
    });
  });

  it('need a JSON object: 118 for anything else, 104 for too much of it', async () => {
    const url = `${sandbox.origin}/v1/customers`;
    for (const [body, code] of [
      ['[]', '118'],
      ['{"email":', '118'],
      [JSON.stringify({ description: 'x'.repeat(70_000) }), '104'],
    ]) {
      const { status, json } = await call(url, { method: 'POST', token: 'TEST-MLA-wrong', body });
      assert.equal(status, 400);
      assert.equal((json as { cause: { code: string }[] }).cause[0]?.code, code);
    }
  });

  it('have ids: 102 for none, 105 for one that cannot be', async () => {
    for (const path of ['/v1/customers/', '/v1/customers//cards', '/v1/customers//cards/1']) {
      const { status, json } = await call(sandbox.origin + path, { token: 'TEST-MLA-ids' });
      assert.equal(status, 400);
      assert.deepEqual(json, {
        message: 'missing customer id',
        error: 'bad_request',
        status: 400,
        cause: [{ code: '102', description: 'missing customer id', data: null }],
      });
    }
    await assert.rejects(seller('TEST-MLA-ids').customers.get({ customerId: 'nonsense' }), {
      status: 400,
      causes: [{ code: '105', description: 'the customer id is invalid', data: null }],
    });
  });

  it('are deleted on the path of the API description too', async () => {
    const { customers } = seller('TEST-MLB-delete');
    const { id = '' } = await customers.create({ body: { email: 'gone@example.com' } });
    const { status } = await call(`${sandbox.origin}/v1/customers/${id}/delete`, {
      method: 'DELETE',
      token: 'TEST-MLB-delete',
    });
    assert.equal(status, 200);
    await assert.rejects(customers.get({ customerId: id }), { status: 404 });
  });
});
