import { describe, it } from 'node:test';
import { runChallenges } from './challenge-runs.js';
import { openShop } from './shop.js';

// Each run begins with an empty sandbox: what is not there is gone, and not late.
const shop = await openShop({ readableWithin: 0 });

// `npm run proof` makes a thousand of these.
describe('answers, closed tabs, reloads, polls and webhooks in any order', () => {
  for (const api of ['payments', 'orders'] as const) {
    it(`pay once with the ${api} API`, () => runChallenges(shop, api, 10, 13));
  }
});
