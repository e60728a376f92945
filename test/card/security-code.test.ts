import { expect } from '@open-wc/testing';
import type { SecurityCodeRule } from '../../src/card/saved-card.js';
import { securityCodeRule } from '../../src/card/security-code.js';

const back3: SecurityCodeRule = { length: 3, location: 'back', mode: 'mandatory' };
const front4: SecurityCodeRule = { length: 4, location: 'front', mode: 'mandatory' };
const none: SecurityCodeRule = { length: 0, location: 'back', mode: 'none' };

const table: [what: string, raw: unknown, paymentMethodId: string, expected: SecurityCodeRule][] = [
  ['a missing rule is mandatory, 3 on the back', undefined, 'visa', back3],
  ['a null rule is mandatory, 3 on the back', null, 'visa', back3],
  ['a missing rule of an Amex is mandatory, 4 on the front', undefined, 'amex', front4],
  ['an empty rule of an Amex is mandatory, 4 on the front', {}, 'amex', front4],
  ['a rule that is no object counts as missing', 'mandatory', 'visa', back3],
  ['the rule of the card is taken', { length: 4, card_location: 'front', mode: 'mandatory' }, 'visa', front4],
  ['the rule of the card wins over the brand', { length: 3, card_location: 'back' }, 'amex', back3],
  ['a length may be a string', { length: '4', card_location: 'front' }, 'visa', front4],
  ['3 digits may be on the front', { length: 3, card_location: 'front' }, 'visa', { ...back3, location: 'front' }],
  ['4 digits may be on the back', { length: 4, card_location: 'back' }, 'amex', { ...front4, location: 'back' }],
  ['without a place 4 digits are on the front', { length: 4 }, 'visa', front4],
  ['an unknown place is the back', { length: 3, card_location: 'side' }, 'visa', back3],
  ['a length of 5 counts as missing', { length: 5 }, 'visa', back3],
  ['an empty length counts as missing', { length: '' }, 'visa', back3],
  ['length 0 asks nothing', { length: 0, card_location: 'back', mode: 'mandatory' }, 'visa', none],
  ['length "0" asks nothing', { length: '0' }, 'amex', none],
  ['an optional code stays optional', { length: 3, mode: 'optional' }, 'visa', { ...back3, mode: 'optional' }],
  ['an optional code of length 0 asks nothing', { length: 0, mode: 'optional' }, 'visa', none],
  ['an unknown mode is mandatory', { length: 3, mode: 'whatever' }, 'visa', back3],
];

describe('securityCodeRule', () => {
  for (const [what, raw, paymentMethodId, expected] of table) {
    it(what, () => expect(securityCodeRule(raw, paymentMethodId)).to.deep.equal(expected));
  }
});
