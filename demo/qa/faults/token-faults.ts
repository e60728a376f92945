import { PATH, type Recipe } from './recipe.js';

export const tokenFaults = {
  'token-E601': {
    label: 'token: E601, Mercado Pago failed',
    expect: 'token-network',
    sandbox: [{ kind: 'token_failure', path: PATH.tokens }],
  },
  'token-E201': {
    label: 'token: E201, card unknown',
    expect: 'card-unknown',
    sandbox: [{ kind: 'refusal', status: 400, code: 'E201', path: PATH.tokens }],
  },
  'token-E203': {
    label: 'token: E203, code refused',
    expect: 'code-invalid',
    sandbox: [{ kind: 'refusal', status: 400, code: 'E203', path: PATH.tokens }],
  },
  'token-E301': {
    label: 'token: E301, number refused',
    expect: 'the number is marked',
    sandbox: [{ kind: 'refusal', status: 400, code: 'E301', path: PATH.tokens }],
  },
  'token-324': {
    label: 'token: 324, document refused',
    expect: 'the document is marked',
    sandbox: [{ kind: 'refusal', status: 400, code: '324', path: PATH.tokens }],
  },
  'token-refused': {
    label: 'token: refused, no known code',
    expect: 'token-refused',
    sandbox: [{ kind: 'refusal', status: 400, code: '9999', path: PATH.tokens }],
  },
  'token-drop': {
    label: 'token: connection drops',
    expect: 'token-network',
    sandbox: [{ kind: 'drop', path: PATH.tokens }],
  },
  'token-timeout': {
    label: 'token: too slow',
    expect: 'token-timeout after 20 s',
    sandbox: [{ kind: 'latency', ms: 25_000, path: PATH.tokens }],
  },
} as const satisfies Record<string, Recipe>;

export const paymentFaults = {
  'payment-slow': {
    label: 'payment: slow, 3 s',
    expect: 'paid once, however often Pay is pressed',
    sandbox: [{ kind: 'latency', ms: 3_000, path: PATH.payments }],
  },
  'payment-lost': {
    label: 'payment: answer gets lost',
    expect: 'Pay asks for the same payment again',
    sandbox: [{ kind: 'drop_answer', path: PATH.payments }],
  },
} as const satisfies Record<string, Recipe>;
