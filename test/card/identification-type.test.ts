import { expect } from '@open-wc/testing';
import { decodeIdentificationTypes } from '../../src/card/identification-type.js';

const dni = { id: 'DNI', name: 'DNI', type: 'number', min_length: 7, max_length: 8 };
const decoded = { id: 'DNI', name: 'DNI', type: 'number', minLength: 7, maxLength: 8 };

describe('a kind of identity document', () => {
  for (const [what, raw, expected] of [
    ['is read whole', dni, decoded],
    ['is named by its id when it has no name', { ...dni, name: null }, decoded],
    ['may have letters', { ...dni, type: 'string' }, { ...decoded, type: 'string' }],
    ['may have letters when it is not told', { ...dni, type: undefined }, { ...decoded, type: 'string' }],
    ['may have lengths in letters', { ...dni, min_length: '7', max_length: '8' }, decoded],
    ['is not limited when it is not told', { id: 'DNI', type: 'number' }, { ...decoded, minLength: 1, maxLength: 20 }],
    ['is never longer than it may be', { ...dni, min_length: 9 }, { ...decoded, minLength: 8 }],
  ] as const) {
    it(what, () => expect(decodeIdentificationTypes([raw])).to.deep.equal([expected]));
  }

  it('is left out without an id', () => {
    expect(decodeIdentificationTypes([null, { name: 'DNI' }, 'DNI', dni])).to.deep.equal([decoded]);
  });

  it('is none in anything but a list', () => expect(decodeIdentificationTypes({ results: [dni] })).to.be.empty);
});
