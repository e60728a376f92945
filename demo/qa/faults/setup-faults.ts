import type { Recipe } from './recipe.js';

/** What a shop writes into its page by mistake. All of it is `configuration`. */
export const setupFaults = {
  'key-missing': { label: 'public-key: missing', expect: 'configuration', publicKey: '' },
  'key-malformed': { label: 'public-key: malformed', expect: 'configuration', publicKey: 'pk_demo' },
  'key-unknown': { label: 'public-key: unknown to Mercado Pago', expect: 'configuration', publicKey: 'TEST-XXX-0' },
  'key-live': {
    label: 'public-key: a live one on plain http',
    expect: 'configuration; “what is wrong?” names https',
    publicKey: 'APP_USR-00000000-0000-0000-0000-000000000000',
  },
  'key-two': {
    label: 'public-key: two on one page',
    expect: 'configuration',
    otherPublicKey: 'TEST-MLA-other',
  },
  'endpoint-missing': { label: 'endpoint: missing', expect: 'configuration', endpoint: '' },
  'amount-comma': { label: 'amount: 129,90', expect: 'configuration, never a guess', amount: '129,90' },
} as const satisfies Record<string, Recipe>;
