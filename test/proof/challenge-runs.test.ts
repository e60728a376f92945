import { describe, it } from 'node:test';
import { runChallenges } from '../demo/merchant/challenge-runs.js';
import { openShop } from '../demo/merchant/shop.js';

const shop = await openShop({ readableWithin: 0 });

describe('a thousand random runs with a 3DS challenge', () => {
  for (const api of ['payments', 'orders'] as const) {
    it(`pay once with the ${api} API`, () => runChallenges(shop, api, 500, Date.now() % 2 ** 31));
  }
});
