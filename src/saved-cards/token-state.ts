import type { TokenDetail } from '../card/token-detail.js';

/** The token of the chosen card. An attempt at one is told apart from others by its very object. */
export type TokenState =
  { readonly status: 'none' | 'making' } | { readonly status: 'held'; readonly detail: TokenDetail };

export const NO_TOKEN: TokenState = { status: 'none' };
