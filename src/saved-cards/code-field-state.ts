import type { MpError } from '../errors.js';

/** The security code's frame. `away`: another element of the page has the Secure Fields. */
export type FieldState =
  | { readonly status: 'opening' | 'away' }
  | { readonly status: 'ready'; readonly code: CodeState; readonly hasFocus: boolean }
  | { readonly status: 'failed'; readonly error: MpError };

/** What is known of the code. `typed`: something, not yet judged; a judgement is valid until the next one. */
export type CodeState = 'empty' | 'typed' | 'valid' | 'invalid';

export const EMPTY_FIELD: FieldState = { status: 'ready', code: 'empty', hasFocus: false };
