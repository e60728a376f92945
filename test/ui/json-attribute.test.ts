import { expect } from '@open-wc/testing';
import { jsonAttribute } from '../../src/ui/json-attribute.js';

describe('a JSON attribute', () => {
  for (const [attribute, value] of [
    ['{"X-CSRF-Token":"abc"}', { 'X-CSRF-Token': 'abc' }],
    ['[]', []],
    ['null', null],
    ['{X-CSRF-Token: abc}', '{X-CSRF-Token: abc}'],
    ['', ''],
    [null, undefined],
  ] as const) {
    it(`${JSON.stringify(attribute)} is read as ${JSON.stringify(value)}`, () => {
      expect(jsonAttribute.fromAttribute(attribute)).to.deep.equal(value);
    });
  }
});
