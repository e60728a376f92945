/** A fault as the sandbox takes it, see `demo/sandbox/control/settings.ts`. */
export interface SandboxFault {
  readonly kind: string;
  readonly path: string;
  readonly method?: string;
  readonly [option: string]: string | number;
}

/** How a fault is provoked. What is not named is as without the fault. */
export interface Recipe {
  readonly label: string;
  /** What the element, or the page, is expected to do. */
  readonly expect: string;
  readonly sandbox?: readonly SandboxFault[];
  /** How many cards a customer may have at the sandbox. */
  readonly cardLimit?: number;
  /** Makes the shop's own server fail, see `demo/shop-faults.ts`: `drop.POST`, `409.DELETE`. */
  readonly shop?: string;
  /** Another address of the card list. */
  readonly endpoint?: string;
  readonly publicKey?: string;
  /** Public key of `<mp-add-card>`, if it differs from the list's. */
  readonly otherPublicKey?: string;
  readonly amount?: string;
  readonly isSignedOut?: true;
  /** What happens to the page itself with the next press on Pay, see `demo/qa/page-fault.ts`. */
  readonly atPay?: PageFault;
}

/** The frames lose what was typed, or the calendar shows the next month. */
export type PageFault = 'frames-lost' | 'next-month';

export const PATH = {
  customers: '/v1/customers',
  /** Cards of a customer, and the customer itself when it is changed; not the search that every request begins with. */
  customer: '/v1/customers/',
  script: '/js/v2',
  fields: '/secure-fields',
  tokens: '/v1/card_tokens',
  payments: '/v1/payments',
  methods: '/v1/payment_methods/search',
  issuers: '/v1/payment_methods/card_issuers',
  installments: '/v1/payment_methods/installments',
  documents: '/v1/identification_types',
} as const;

/** A refusal of the API with this code, with the causes nested one level too deep as they are when a card is saved. */
export const refusal = (method: string, code: string, status = 400): readonly SandboxFault[] => [
  { kind: 'refusal', status, code, method, path: PATH.customer },
  { kind: 'nested_cause', method, path: PATH.customer },
];
