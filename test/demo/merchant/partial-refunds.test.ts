import assert from 'node:assert/strict';
import { it } from 'node:test';
import { takesPartialRefunds } from '../../../demo/account/refund-rules.js';
import { countryOf, sites } from '../../../demo/merchant/sites.js';

it('offers a part of a payment back everywhere but in Peru', () => {
  const wholeOnly = sites.filter((site) => !takesPartialRefunds(countryOf(site).currency));
  assert.deepEqual(wholeOnly, ['MPE']);
});
