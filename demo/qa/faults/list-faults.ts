import { PATH, type Recipe } from './recipe.js';

export const listFaults = {
  'endpoint-500': {
    label: 'card list: error 500',
    expect: 'endpoint-status, with a retry',
    sandbox: [{ kind: 'server_error', path: PATH.customers }],
  },
  'endpoint-html': { label: 'card list: answers HTML', expect: 'protocol, with a retry', shop: 'html.GET' },
  'endpoint-json': { label: 'card list: JSON that is no list', expect: 'protocol', endpoint: '/api/checkout' },
  'endpoint-401': { label: 'card list: signed out (401)', expect: 'signed-out', isSignedOut: true },
  'endpoint-slow': {
    label: 'card list: slow, 3 s',
    expect: 'the skeleton, then the list',
    sandbox: [{ kind: 'latency', ms: 3_000, path: `${PATH.customers}/search` }],
  },
  'endpoint-timeout': {
    label: 'card list: too slow',
    expect: 'endpoint-timeout after 15 s, with a retry',
    // The shop itself: behind it, the merchant gives up on Mercado Pago earlier and says so.
    shop: 'silence.GET',
  },
  'endpoint-drop': {
    label: 'card list: connection drops',
    expect: 'endpoint-network, with a retry',
    shop: 'drop.GET',
  },
} as const satisfies Record<string, Recipe>;
