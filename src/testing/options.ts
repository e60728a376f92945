import type { CoreQueries } from './types.js';

/**
 * How the next token request ends.
 *
 * | | |
 * |---|---|
 * | `card-unknown` | refused: no customer of this account has the card id (API error, `E201`) |
 * | `server-error` | refused: Mercado Pago failed (API error, `E601`, 500) |
 * | `public-key-unknown` | refused: no such key (API error, `E501`, 404) |
 * | `insecure-origin` | rejects with the SDK's sentence about a missing SSL certificate, a plain string |
 * | `network-string` | rejects with the string `Failed to fetch` |
 * | `timed-out` | rejects with `Error('Request timed out')` |
 * | `no-value` | rejects with `undefined` |
 * | `resolves-nothing` | resolves with `undefined` |
 * | `never-answers` | stays pending for ever |
 */
export type TokenOutcome =
  | 'card-unknown'
  | 'server-error'
  | 'public-key-unknown'
  | 'insecure-origin'
  | 'network-string'
  | 'timed-out'
  | 'no-value'
  | 'resolves-nothing'
  | 'never-answers';

/**
 * How fields become ready.
 *
 * | | |
 * |---|---|
 * | `prompt` | at once |
 * | `{delay: 500}` | after so many milliseconds |
 * | `silent` | never, and without an event, as under a strict CSP or an ad blocker |
 * | `load-error` | never: an `error` event comes instead |
 */
export type Readiness = 'prompt' | 'silent' | 'load-error' | { delay: number };

/** Answers of the core methods, offline. Missing ones come from a small built-in table of Argentine cards. */
export type CoreAnswers = {
  [Method in keyof CoreQueries]?: (
    ...query: Parameters<CoreQueries[Method]>
  ) => Awaited<ReturnType<CoreQueries[Method]>> | ReturnType<CoreQueries[Method]>;
};

export interface StandInOptions {
  /** Base URL of `/v1/…`. Without it all requests are answered inside the page and its frames, without a network. */
  apiBase?: string;
  /** URL of the Secure Fields page (`secureFieldsHtml`), which the page must be able to `fetch`. Default: a `blob:` page. */
  fieldsPage?: string;
  /** URL that is fetched and framed instead when `fieldsPage` does not answer, as the SDK of 2026 does. */
  fieldsFallback?: string;
  /** As in the build of 2022: all fields share one list of listeners, of which the first match is called, and the last key and locale are used by all objects. */
  legacyListeners?: boolean;
  /**
   * As in builds before 2022: the code field has its events only under the name `CVV`; `update`, `focus`, `blur` and `paste` are
   * missing; REST calls fail after three attempts of one second. Implies `legacyListeners`.
   */
  oldBuild?: boolean;
  /** Support the undocumented option `group` of fields and tokens. Without it the option is ignored. */
  groups?: boolean;
  /** Offline: the card ids that exist. Any other is refused with `E201`. Without it every id exists. */
  cardIds?: readonly string[];
  /** Offline: answers of the core methods. */
  answers?: CoreAnswers;
  /**
   * Milliseconds until `ready()`, `type()` and the other actions on a field reject with what they wait for. Default 4000, which is less
   * than the limit of most test runners.
   */
  timeout?: number;
}
