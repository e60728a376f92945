import type { Changes } from './mercado-pago-hosts.js';

/** Matches the nonce in a header. */
export const NONCE = /'nonce-[^']*'/;

const FIELDS = 'https://secure-fields.mercadopago.com';
const FALLBACK = 'https://api-static.mercadopago.com';

/** What a page lacks, and what it then has. */
export interface Lack {
  /** First cell of a row of the README's table, without its backquotes. */
  readonly row: string;
  readonly changes: Changes;
  /** What the test is called after the row. */
  readonly so: string;
  /** What the browser reports, by directive and origin or name. */
  readonly report?: RegExp;
  /** `phase code` of the error that is reported. */
  readonly error?: string;
  readonly isDefined?: false;
  /** Time passes until the page gives up. */
  readonly afterTimeout?: true;
  /** An error of the page that is expected of this lack. */
  readonly pageError?: RegExp;
}

/** The header without these sources of a directive. */
const without =
  (directive: string, ...sources: (string | RegExp)[]) =>
  (header: string): string => {
    const cut = (part: string) => sources.reduce<string>((left, source) => left.replace(source, '').trim(), part);
    const parts = header.split('; ');
    return parts.map((part) => (part.startsWith(`${directive} `) ? cut(part) : part)).join('; ');
  };

const twice = (page: string): string => page.replace(/<script[^>]*saved-cards.min.js"><\/script>/, '$&$&');

/** Each row of the README's table, and what its sentence says. */
export const lacks: readonly Lack[] = [
  {
    row: 'script-src nonce',
    so: 'our script does not run',
    changes: { header: without('script-src', NONCE) },
    report: /^script-src-elem http:\/\/localhost/,
    isDefined: false,
  },
  // The nonce of the script's own tag reaches MercadoPago.js.
  {
    row: 'script-src sdk.mercadopago.com',
    so: 'MercadoPago.js loads by the nonce of our script',
    changes: { header: without('script-src', 'https://sdk.mercadopago.com') },
  },
  {
    row: 'script-src sdk.mercadopago.com',
    so: 'and without a nonce, MercadoPago.js is blocked',
    changes: { header: (header) => header.replace(/script-src [^;]*/, "script-src 'self'") },
    report: /^script-src-elem https:\/\/sdk/,
    error: 'sdk sdk-blocked',
  },
  {
    row: 'connect-src of your endpoint',
    so: 'the list does not come',
    changes: { header: without('connect-src', "'self'") },
    report: /^connect-src http:\/\/localhost/,
    error: 'list endpoint-network',
  },
  {
    row: 'connect-src api.mercadopago.com',
    so: 'there are no installments',
    changes: { header: without('connect-src', 'https://api.mercadopago.com') },
    report: /^connect-src https:\/\/api\./,
    error: 'installments sdk-blocked',
  },
  {
    row: 'connect-src secure-fields, api-static',
    so: 'the fields do not come',
    changes: { header: without('connect-src', FIELDS, FALLBACK) },
    report: /^connect-src https:\/\/secure-fields/,
    error: 'field field-timeout',
    afterTimeout: true,
  },
  {
    row: 'connect-src secure-fields, api-static',
    so: 'nor from the second host while the first is down',
    changes: { header: without('connect-src', FALLBACK), down: FIELDS },
    report: /^connect-src https:\/\/api-static/,
    error: 'field field-timeout',
    afterTimeout: true,
  },
  {
    row: 'frame-src secure-fields',
    so: 'the fields are not framed',
    changes: { header: without('frame-src', FIELDS) },
    report: /^frame-src https:\/\/secure-fields/,
    error: 'field field-timeout',
    afterTimeout: true,
  },
  {
    row: 'frame-src api-static',
    so: 'nor from the second host while the first is down',
    changes: { header: without('frame-src', FALLBACK), down: FIELDS },
    report: /^frame-src https:\/\/api-static/,
    error: 'field field-timeout',
    afterTimeout: true,
  },
  // Both hosts of the fields are named: one of them is enough.
  {
    row: 'frame-src api-static',
    so: 'which is there, the fields work while the first host is down',
    changes: { down: FIELDS },
  },
  {
    row: 'style-src, img-src of your page',
    so: 'all works',
    changes: { header: (header) => header.replace(/(style|img)-src [^;]*; /g, '') },
    report: /^style-src-elem http:\/\/localhost.*css$|^img-src .*favicon/,
  },
  {
    row: 'trusted-types lit-html',
    so: 'nothing is rendered',
    changes: { header: without('trusted-types', 'lit-html') },
    report: /^trusted-types /,
    isDefined: false,
    pageError: /lit-html/,
  },
  {
    row: 'trusted-types mp-saved-cards',
    so: 'MercadoPago.js is blocked',
    changes: { header: without('trusted-types', 'mp-saved-cards') },
    report: /^trusted-types /,
    error: 'sdk sdk-blocked',
  },
  {
    row: "trusted-types 'allow-duplicates'",
    so: 'a second copy of our script does not run',
    changes: { header: without('trusted-types', "'allow-duplicates'"), html: twice },
    report: /^trusted-types /,
    pageError: /lit-html/,
  },
  { row: "trusted-types 'allow-duplicates'", so: 'which is there, a second copy runs', changes: { html: twice } },
];
