import type { CoreQueries } from './types.js';

/**
 * How the next token request ends.
 *
 * | | |
 * |---|---|
 * | `card-unknown` | refused: the card id is of no customer of this account (API error, `E201`) |
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
 * How fields become ready: at once, after a delay in milliseconds, never and without a word (as under a strict CSP or
 * an ad blocker), or with an `error` event instead.
 */
export type Readiness = 'prompt' | 'silent' | 'load-error' | { delay: number };

/** Own answers of the core methods, offline. What is not given comes from a small built-in table of Argentine cards. */
export type CoreAnswers = {
  [Method in keyof CoreQueries]?: (
    ...query: Parameters<CoreQueries[Method]>
  ) => Awaited<ReturnType<CoreQueries[Method]>> | ReturnType<CoreQueries[Method]>;
};

export interface StandInOptions {
  /** Where `/v1/…` is served. Without it everything is answered inside the page and its frames, without a network. */
  apiBase?: string;
  /** Address of the Secure Fields page (`secureFieldsHtml`), readable by `fetch` from here. Without it a `blob:` page is made. */
  fieldsPage?: string;
  /** As in the build of 2022: one list of listeners for the page, the first match wins, and the last public key is everyone's. */
  legacyListeners?: boolean;
  /**
   * As builds before 2022: events of the code field are known under the name `CVV` only, `update`, `focus`, `blur` and
   * `paste` are missing, REST calls give up after three tries of a second. Implies `legacyListeners`.
   */
  oldBuild?: boolean;
  /** Honour the undocumented `group` option of fields and tokens. Without it the option is ignored. */
  groups?: boolean;
  /** Offline: the card ids that exist. Any other is refused with `E201`. Without it every id exists. */
  cardIds?: readonly string[];
  /** Offline: own answers of the core methods. */
  answers?: CoreAnswers;
}
