/** A fault as the sandbox takes it, see `demo/sandbox/control/settings.ts`. */
export interface SandboxFault {
  readonly kind: string;
  readonly path: string;
  readonly [option: string]: string | number;
}

/** How a fault is provoked. What is not named stays as it is without the fault. */
interface Recipe {
  readonly label: string;
  /** What the element, or the page, has to make of it. */
  readonly expect: string;
  readonly sandbox?: SandboxFault;
  /** Another address of the card list; without a leading slash it is one on the sandbox. */
  readonly endpoint?: string;
  readonly publicKey?: string;
  readonly isSignedOut?: true;
}

const CUSTOMERS = '/v1/customers';
const SCRIPT = '/js/v2';
const FIELDS = '/secure-fields';
const TOKENS = '/v1/card_tokens';
const PAYMENTS = '/v1/payments';

const recipes = {
  none: { label: 'none', expect: '' },
  'endpoint-500': {
    label: 'card list: error 500',
    expect: 'endpoint-status, with a retry',
    sandbox: { kind: 'server_error', path: CUSTOMERS },
  },
  'endpoint-html': { label: 'card list: answers HTML', expect: 'protocol', endpoint: '/checkout' },
  'endpoint-json': { label: 'card list: JSON that is no list', expect: 'protocol', endpoint: '/api/checkout' },
  'endpoint-401': { label: 'card list: signed out (401)', expect: 'signed-out', isSignedOut: true },
  'endpoint-slow': {
    label: 'card list: slow, 3 s',
    expect: 'the skeleton, then the list',
    sandbox: { kind: 'latency', ms: 3_000, path: `${CUSTOMERS}/search` },
  },
  'endpoint-timeout': {
    label: 'card list: too slow',
    expect: 'endpoint-timeout after 15 s, with a retry',
    // Not through the merchant, which gives up on Mercado Pago earlier and says so.
    endpoint: 'too-slow',
    sandbox: { kind: 'latency', ms: 20_000, path: '/too-slow' },
  },
  'endpoint-drop': {
    label: 'card list: connection drops',
    expect: 'endpoint-network, with a retry',
    endpoint: 'unplugged',
    sandbox: { kind: 'drop', path: '/unplugged' },
  },
  'sdk-blocked': {
    label: 'MercadoPago.js: blocked',
    expect: 'sdk-blocked, with a retry',
    sandbox: { kind: 'server_error', path: SCRIPT },
  },
  'sdk-slow': {
    label: 'MercadoPago.js: slow, 4 s',
    expect: 'cards at once, the code field later',
    sandbox: { kind: 'latency', ms: 4_000, path: SCRIPT },
  },
  'sdk-timeout': {
    label: 'MercadoPago.js: too slow',
    expect: 'sdk-timeout after 15 s',
    sandbox: { kind: 'latency', ms: 20_000, path: SCRIPT },
  },
  'sdk-broken': {
    label: 'MercadoPago.js: broken script',
    expect: 'sdk-broken, with a retry',
    sandbox: { kind: 'malformed_json', path: SCRIPT },
  },
  'field-error': {
    label: 'code field: cannot be loaded',
    expect: 'field-timeout at once, with a retry',
    sandbox: { kind: 'server_error', path: FIELDS },
  },
  'field-silent': {
    label: 'code field: never ready',
    expect: 'field-timeout after 10 s',
    sandbox: { kind: 'latency', ms: 60_000, path: FIELDS },
  },
  'field-slow': {
    label: 'code field: slow, 3 s',
    expect: 'a placeholder, then the field',
    sandbox: { kind: 'latency', ms: 1_500, path: FIELDS },
  },
  'token-E601': {
    label: 'token: E601, Mercado Pago failed',
    expect: 'token-network',
    sandbox: { kind: 'token_failure', path: TOKENS },
  },
  'token-E201': {
    label: 'token: E201, card unknown',
    expect: 'card-unknown',
    sandbox: { kind: 'refusal', status: 400, code: 'E201', path: TOKENS },
  },
  'token-E203': {
    label: 'token: E203, code refused',
    expect: 'code-invalid',
    sandbox: { kind: 'refusal', status: 400, code: 'E203', path: TOKENS },
  },
  'token-drop': {
    label: 'token: connection drops',
    expect: 'token-network',
    sandbox: { kind: 'drop', path: TOKENS },
  },
  'token-timeout': {
    label: 'token: too slow',
    expect: 'token-timeout after 20 s',
    sandbox: { kind: 'latency', ms: 25_000, path: TOKENS },
  },
  'payment-slow': {
    label: 'payment: slow, 3 s',
    expect: 'paid once, however often Pay is pressed',
    sandbox: { kind: 'latency', ms: 3_000, path: PAYMENTS },
  },
  'payment-lost': {
    label: 'payment: answer gets lost',
    expect: 'Pay asks for the same payment again',
    sandbox: { kind: 'drop_answer', path: PAYMENTS },
  },
  'key-missing': { label: 'public-key: missing', expect: 'configuration', publicKey: '' },
  'key-malformed': { label: 'public-key: malformed', expect: 'configuration', publicKey: 'pk_demo' },
  'key-unknown': { label: 'public-key: unknown to Mercado Pago', expect: 'configuration', publicKey: 'TEST-XXX-0' },
  'endpoint-missing': { label: 'endpoint: missing', expect: 'configuration', endpoint: '' },
} as const satisfies Record<string, Recipe>;

/** Name of a fault, as in the address of the page. */
export type FaultName = keyof typeof recipes;

export const faultRecipe = (name: FaultName): Recipe => recipes[name];

export const faultLabels = Object.fromEntries(
  Object.entries(recipes).map(([name, { label }]) => [name, label]),
) as Readonly<Record<FaultName, string>>;

/** True for a fault that only the sandbox can provoke. */
export function needsSandbox(name: FaultName): boolean {
  const { sandbox, isSignedOut } = faultRecipe(name);
  return sandbox !== undefined || isSignedOut === true;
}
