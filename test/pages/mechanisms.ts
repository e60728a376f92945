/** A library as the page loads it; `files.ts` knows where each is. */
export type Library = 'jquery3' | 'jquery4' | 'jquery-validation' | 'htmx' | 'turbo' | 'prototype';

/** A way in which a page sends its form, and what the shop answers to it. */
export interface Mechanism {
  readonly name: string;
  readonly libraries: readonly Library[];
  /** File in `shops/`. */
  readonly script: string;
  /** Attributes of the form; `{url}` is where it posts to. */
  readonly form: string;
  /** Where Pay is: a submit button in the form, or a plain one in it or after it. */
  readonly pay: 'submit' | 'plain' | 'outside' | 'prestashop';
  /** What comes back: a page, a redirect to one, data, a piece of a page, or WooCommerce's answer that names a page. */
  readonly answer: 'page' | 'redirect' | 'json' | 'fragment' | 'woocommerce';
  /** How terms that are not ticked are enforced: by the page's script, by `required`, or by a Pay that is disabled. */
  readonly terms: 'script' | 'required' | 'disabled';
  /** Attributes of a link to another page, which the library loads and comes back from; `{url}` is that page. */
  readonly leave?: string;
  /** The page replaces its payment section. */
  readonly replaces?: true;
  /** Names of controls that hide properties of the form, as far as the mechanism itself bears them. */
  readonly hidden?: readonly string[];
}

const POST = 'method="post" action="{url}"';

const native = { libraries: [], form: POST, answer: 'page', terms: 'script', pay: 'submit' } as const;
const ajax = { libraries: [], form: 'data-url="{url}"', answer: 'json', terms: 'script', pay: 'submit' } as const;

const jquery = (version: 3 | 4): Mechanism[] => {
  const libraries = [`jquery${version}`] as const;
  return [
    {
      ...ajax,
      name: `jQuery ${version}: serialize() in a submit handler`,
      libraries,
      script: 'jquery-serialize',
      hidden: ['submit', 'method', 'action'],
    },
    {
      ...ajax,
      name: `jQuery ${version}: ${version === 3 ? '.submit()' : '.trigger()'} from outside, handler posts`,
      libraries,
      script: 'jquery-submit-ajax',
      pay: 'outside',
    },
    {
      ...native,
      name: `jQuery ${version}: ${version === 3 ? '.submit()' : '.trigger()'} from outside, browser posts`,
      libraries,
      script: 'jquery-submit-native',
      pay: 'outside',
    },
  ];
};

const validation = { libraries: ['jquery3', 'jquery-validation'] } as const;

/** Groups of mechanisms: each has a test file of its own. */
export const MECHANISMS = {
  browser: [
    {
      ...native,
      name: 'native submit',
      script: 'native',
      replaces: true,
      hidden: ['elements', 'submit', 'method', 'action'],
    },
    { ...native, name: 'requestSubmit() by a button outside', script: 'request-submit', pay: 'outside' },
    { ...ajax, name: 'fetch with FormData', script: 'fetch', hidden: ['elements', 'submit', 'method', 'action'] },
    { ...native, name: 'captcha, then form.submit()', script: 'captcha', hidden: ['elements', 'submit', 'method'] },
    {
      ...native,
      name: 'reportValidity() && form.submit()',
      script: 'report-validity',
      pay: 'plain',
      terms: 'required',
      hidden: ['elements', 'submit', 'method', 'action'],
    },
  ],
  jquery: [
    ...jquery(3),
    {
      ...ajax,
      name: 'jQuery 3: .trigger() with an event of the page',
      libraries: ['jquery3'],
      script: 'jquery-trigger-event',
      pay: 'outside',
    },
    ...jquery(4),
  ],
  validation: [
    { ...native, ...validation, name: 'jquery-validation, plain', script: 'validate' },
    { ...native, ...validation, name: 'jquery-validation, submitHandler: submit()', script: 'validate-handler' },
    { ...ajax, ...validation, name: 'jquery-validation, submitHandler: ajax', script: 'validate-ajax' },
    { ...native, ...validation, name: 'jquery-validation, remote rule', script: 'validate-remote' },
  ],
  libraries: [
    {
      ...ajax,
      name: 'htmx 2',
      libraries: ['htmx'],
      script: 'htmx-form',
      form: 'hx-post="{url}" hx-target="#message"',
      leave: 'href="{url}" hx-get="{url}" hx-target="body" hx-push-url="true"',
      replaces: true,
      answer: 'fragment',
    },
    { ...native, name: 'Turbo 8', libraries: ['turbo'], script: 'native', answer: 'redirect', leave: 'href="{url}"' },
  ],
  // Each in a file of its own: with Prototype's changes to the language WebKitGTK's process aborts after some hundred pages.
  prototypeRequest: [
    {
      ...ajax,
      name: 'Prototype: form.request()',
      libraries: ['prototype'],
      script: 'prototype-request',
      form: POST,
    },
  ],
  prototypeSerialize: [
    { ...ajax, name: 'Prototype: Form.serialize()', libraries: ['prototype'], script: 'prototype-serialize' },
  ],
  shops: [
    {
      ...ajax,
      name: 'as WooCommerce',
      libraries: ['jquery3'],
      script: 'woocommerce',
      replaces: true,
      form: `class="checkout woocommerce-checkout" novalidate ${POST}`,
      answer: 'woocommerce',
    },
    {
      ...native,
      name: 'as PrestaShop',
      libraries: ['jquery3'],
      script: 'prestashop',
      pay: 'prestashop',
      terms: 'disabled',
    },
  ],
} as const satisfies Record<string, readonly Mechanism[]>;

export type Group = keyof typeof MECHANISMS;

export const ALL: readonly Mechanism[] = Object.values(MECHANISMS).flat();

/** The page is another one when the shop has answered. */
export const navigates = ({ answer }: Mechanism): boolean => answer === 'page' || answer === 'redirect';
