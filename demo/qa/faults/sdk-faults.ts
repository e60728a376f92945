import { PATH, type Recipe } from './recipe.js';

export const sdkFaults = {
  'sdk-blocked': {
    label: 'MercadoPago.js: blocked',
    expect: 'sdk-blocked, with a retry',
    sandbox: [{ kind: 'server_error', path: PATH.script }],
  },
  'sdk-slow': {
    label: 'MercadoPago.js: slow, 4 s',
    expect: 'cards at once, the code field later',
    sandbox: [{ kind: 'latency', ms: 4_000, path: PATH.script }],
  },
  'sdk-timeout': {
    label: 'MercadoPago.js: too slow',
    expect: 'sdk-timeout after 15 s',
    sandbox: [{ kind: 'latency', ms: 20_000, path: PATH.script }],
  },
  'sdk-broken': {
    label: 'MercadoPago.js: broken script',
    expect: 'sdk-broken, with a retry',
    sandbox: [{ kind: 'malformed_json', path: PATH.script }],
  },
  'field-error': {
    label: 'secure fields: cannot be loaded',
    expect: 'field-timeout at once, with a retry',
    sandbox: [{ kind: 'server_error', path: PATH.fields }],
  },
  'field-silent': {
    label: 'secure fields: never ready',
    expect: 'field-timeout after 10 s',
    sandbox: [{ kind: 'latency', ms: 60_000, path: PATH.fields }],
  },
  'field-slow': {
    label: 'secure fields: slow, 3 s',
    expect: 'a placeholder, then the field',
    sandbox: [{ kind: 'latency', ms: 1_500, path: PATH.fields }],
  },
} as const satisfies Record<string, Recipe>;

export const lookupFaults = {
  'installments-500': {
    label: 'installments: error 500',
    expect: 'sdk-blocked; pay in one, with a notice and a retry',
    sandbox: [{ kind: 'server_error', path: PATH.installments }],
  },
  'installments-slow': {
    label: 'installments: slow, 3 s',
    expect: 'late answers are dropped when the card changes',
    sandbox: [{ kind: 'latency', ms: 3_000, path: PATH.installments }],
  },
  'methods-500': {
    label: 'card brand: error 500',
    expect: 'asked again unseen; the form works without the brand',
    sandbox: [{ kind: 'server_error', path: PATH.methods }],
  },
  'methods-slow': {
    label: 'card brand: slow, 3 s',
    expect: 'late answers are dropped when the number changes',
    sandbox: [{ kind: 'latency', ms: 3_000, path: PATH.methods }],
  },
  'issuers-500': {
    label: 'banks: error 500',
    expect: 'asked again unseen; the form works without the bank',
    sandbox: [{ kind: 'server_error', path: PATH.issuers }],
  },
  'documents-500': {
    label: 'document types: error 500',
    expect: 'asked again unseen; the document’s fields come when the answer does',
    sandbox: [{ kind: 'server_error', path: PATH.documents }],
  },
} as const satisfies Record<string, Recipe>;
