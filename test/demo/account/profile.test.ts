import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changesOf, fieldsOf, type Profile } from '../../../demo/account/profile.js';

const ana: Profile = {
  email: 'ana@testuser.com',
  first_name: 'Ana',
  last_name: null,
  phone: { area_code: null, number: null },
  identification: { type: 'DNI', number: '12345678' },
  address: { zip_code: '1414', street_name: 'Av. Corrientes', street_number: 348, city: null },
};

describe('fieldsOf', () => {
  it('makes a text of everything, and an empty one of what is missing', () => {
    const { first_name, last_name, area_code, street_number, city } = fieldsOf(ana);
    assert.deepEqual([first_name, last_name, area_code, street_number, city], ['Ana', '', '', '348', '']);
  });
});

describe('changesOf', () => {
  const before = fieldsOf(ana);

  it('is empty when nothing was changed', () => {
    assert.deepEqual(changesOf(before, before), {});
  });

  it('names what was changed and nothing else', () => {
    assert.deepEqual(changesOf(before, { ...before, last_name: 'Pereyra' }), { last_name: 'Pereyra' });
  });

  it('sends the whole of a part of which one field was changed', () => {
    const address = { street_name: 'Av. Corrientes', street_number: '348', zip_code: '1414', city: { name: 'CABA' } };
    assert.deepEqual(changesOf(before, { ...before, city: 'CABA' }), { address });
    const identification = { type: 'LC', number: '12345678' };
    assert.deepEqual(changesOf(before, { ...before, document_type: 'LC' }), { identification });
    const phone = { area_code: '11', number: '' };
    assert.deepEqual(changesOf(before, { ...before, area_code: '11' }), { phone });
  });

  it('empties what was emptied', () => {
    assert.deepEqual(changesOf(before, { ...before, first_name: '' }), { first_name: '' });
  });
});
