import { expect } from '@open-wc/testing';
import { decodeIdentificationTypes } from '../../src/card/identification-type.js';

const dni = { id: 'DNI', name: 'DNI', type: 'number', min_length: 7, max_length: 8 };
const decoded = { id: 'DNI', name: 'DNI', type: 'number', minLength: 7, maxLength: 8 };

describe('an identification type', () => {
  for (const [what, raw, expected] of [
    ['is read with all parts', dni, decoded],
    ['is named by its id when it has no name', { ...dni, name: null }, decoded],
    ['allows letters', { ...dni, type: 'string' }, { ...decoded, type: 'string' }],
    ['allows letters when the answer has no type', { ...dni, type: undefined }, { ...decoded, type: 'string' }],
    ['may have its lengths as strings', { ...dni, min_length: '7', max_length: '8' }, decoded],
    [
      'has a wide limit when the answer has no lengths',
      { id: 'DNI', type: 'number' },
      { ...decoded, minLength: 1, maxLength: 20 },
    ],
    ['never has a minimum above its maximum', { ...dni, min_length: 9 }, { ...decoded, minLength: 8 }],
  ] as const) {
    it(what, () => expect(decodeIdentificationTypes([raw])).to.deep.equal([expected]));
  }

  it('is left out without an id', () => {
    expect(decodeIdentificationTypes([null, { name: 'DNI' }, 'DNI', dni])).to.deep.equal([decoded]);
  });

  it('is not found in anything but an array', () => expect(decodeIdentificationTypes({ results: [dni] })).to.be.empty);
});
