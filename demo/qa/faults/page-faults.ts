import { PATH, type Recipe } from './recipe.js';

/** What happens to the page, or what the shopper does, while a token is made. */
export const pageFaults = {
  'field-lost': {
    label: 'page: removes the fields at Pay',
    expect: 'field-lost: the code is asked for again',
    atPay: 'frames-lost',
  },
  'card-expired': {
    label: 'page: the month ends at Pay',
    expect: 'card-expired, with bruno’s card of this month',
    atPay: 'next-month',
  },
  'token-slow': {
    label: 'token: slow, 3 s',
    expect: 'another card chosen meanwhile: aborted, never shown',
    sandbox: [{ kind: 'latency', ms: 3_000, path: PATH.tokens }],
  },
} as const satisfies Record<string, Recipe>;
