/** Mercado Pago's hosts, by what they are for. */
const SCRIPT = 'https://sdk.mercadopago.com';
const API = 'https://api.mercadopago.com';
/** MercadoPago.js fetches the page of a field before it frames it, so these two are named twice. */
const FIELDS = 'https://secure-fields.mercadopago.com';
/** Where it looks for that page when the first host does not answer. */
const FIELDS_FALLBACK = 'https://api-static.mercadopago.com';

/** The directives of the README's section "Content Security Policy", and their sources. */
export const policy = (nonce: string): readonly (readonly [directive: string, ...sources: string[]])[] => [
  ['default-src', "'none'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self'"],
  ['script-src', `'nonce-${nonce}'`, SCRIPT],
  ['connect-src', "'self'", API, FIELDS, FIELDS_FALLBACK],
  ['frame-src', FIELDS, FIELDS_FALLBACK],
  ['require-trusted-types-for', "'script'"],
  ['trusted-types', 'lit-html', 'mp-saved-cards', "'allow-duplicates'"],
];

/** The header. With a sandbox, its origin is named in the place of Mercado Pago's hosts. */
export const policyHeader = (nonce: string, sandbox?: string): string =>
  policy(nonce)
    .map((parts) => parts.map((part) => (sandbox && part.startsWith('https:') ? sandbox : part)))
    .map((parts) => [...new Set(parts)].join(' '))
    .join('; ');
