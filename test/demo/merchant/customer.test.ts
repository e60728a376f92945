import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { cardsBody, errorBody, openShop } from './shop.js';

const shop = await openShop();

/** Strict: nothing but this leaves the shop. */
const customerBody = z.strictObject({
  email: z.string(),
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  phone: z.strictObject({ area_code: z.string().nullable(), number: z.string().nullable() }).nullable(),
  identification: z.strictObject({ type: z.string().nullable(), number: z.string().nullable() }).nullable(),
  address: z
    .strictObject({
      id: z.string().nullable(),
      zip_code: z.string().nullable(),
      street_name: z.string().nullable(),
      street_number: z.union([z.string(), z.number()]).nullable(),
      city: z.strictObject({ name: z.string().nullable() }).nullable(),
    })
    .nullable(),
  default_address: z.string().nullable(),
  default_card: z.string().nullable(),
});

describe('GET /api/customer', () => {
  it('is the profile of the signed-in customer, and nothing else', async () => {
    const bruno = await shop.visit('bruno');
    const { status, json } = await bruno.get('/api/customer');
    assert.equal(status, 200);
    const { email, first_name, default_card } = customerBody.parse(json);
    assert.deepEqual([email, first_name], ['bruno@testuser.com', 'Bruno']);
    assert.equal(default_card, cardsBody.parse((await bruno.get('/api/cards')).json).default_card);
  });
});

describe('PUT /api/customer', () => {
  it('changes what is sent and leaves the rest', async () => {
    const olga = await shop.visit('olga');
    const before = customerBody.parse((await olga.get('/api/customer')).json);
    const change = { first_name: 'Olga María', phone: { area_code: '11', number: '55554444' } };
    const { status, json } = await olga.send('PUT', '/api/customer', change);
    assert.equal(status, 200);
    assert.deepEqual(customerBody.parse(json), { ...before, ...change });
    assert.deepEqual((await olga.get('/api/customer')).json, json);
  });

  it('takes the document type of foreigners in Peru, which has a dot', async () => {
    const ana = await shop.visit('ana', 'MPE');
    const identification = { type: 'C.E', number: '123456789' };
    const { json } = await ana.send('PUT', '/api/customer', { identification });
    assert.deepEqual(customerBody.parse(json).identification, identification);
  });

  it('changes document and address', async () => {
    const oscar = await shop.visit('oscar');
    const identification = { type: 'DNI', number: '23456789' };
    const address = {
      zip_code: '1414',
      street_name: 'Av. Corrientes',
      street_number: 348,
      city: { name: 'CABA' },
    };
    const { status, json } = await oscar.send('PUT', '/api/customer', { identification, address });
    assert.equal(status, 200);
    const changed = customerBody.parse(json);
    assert.deepEqual(changed.identification, identification);
    assert.deepEqual([changed.address?.street_name, Number(changed.address?.street_number)], ['Av. Corrientes', 348]);
  });

  it('changes neither the e-mail nor the default card nor whose profile it is', async () => {
    const [carla, ana] = [await shop.visit('carla'), await shop.visit('ana')];
    const before = (await carla.get('/api/customer')).json;
    const [, other] = await carla.cardIds();
    const body = { email: 'ana@testuser.com', default_card: other, id: 'x', description: 'x' };
    assert.equal((await carla.send('PUT', '/api/customer', body)).status, 200);
    assert.deepEqual((await carla.get('/api/customer')).json, before);
    assert.equal(customerBody.parse((await ana.get('/api/customer')).json).first_name, 'Ana');
  });

  it('is 400 for a field of the wrong kind, which it names', async () => {
    const ana = await shop.visit('ana');
    for (const [body, field] of [
      [{ first_name: 1 }, /first_name/],
      [{ phone: '11 5555' }, /phone/],
      [{ address: { street_number: 'x' } }, /address\.street_number/],
    ] as const) {
      const { status, json } = await ana.send('PUT', '/api/customer', body);
      assert.equal(status, 400);
      assert.match(errorBody.parse(json).message, field);
    }
  });
});
