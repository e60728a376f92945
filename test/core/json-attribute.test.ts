import { expect } from '@open-wc/testing';
import { isOtherJson, jsonAttribute } from '../../src/core/json-attribute.js';

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

describe('a value given again', () => {
  for (const [before, value, isOther] of [
    [[{ id: 1 }], [{ id: 1 }], false],
    [[{ id: 1 }], [{ id: 2 }], true],
    [undefined, [], true],
    [undefined, undefined, false],
  ] as const) {
    it(`${JSON.stringify(value)} after ${JSON.stringify(before)} is ${isOther ? 'a' : 'no'} change`, () => {
      expect(isOtherJson(value, before)).to.equal(isOther);
    });
  }
});
