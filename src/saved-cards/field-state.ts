import type { MpError } from '../errors.js';
import type { FieldEvent } from '../mercadopago/security-code-field.js';
import type { Shown } from './state.js';
import { endToken, withoutMaking } from '../core/token-state.js';

/** The code field's frame. `away`: another element of the page has the Secure Fields. */
export type FieldState =
  | { readonly status: 'opening' | 'away' }
  | { readonly status: 'ready'; readonly code: CodeState; readonly hasFocus: boolean }
  | { readonly status: 'failed'; readonly error: MpError };

/** What is known of the code. `typed`: something, not yet judged; a judgement holds until the next one. */
export type CodeState = 'empty' | 'typed' | 'valid' | 'invalid';

export const EMPTY_FIELD: FieldState = { status: 'ready', code: 'empty', hasFocus: false };

/** What kept an earlier frame from showing is no reason any more. */
const withoutFault = (notice: Shown['notice']): Shown['notice'] =>
  notice instanceof Error && /^(sdk-|field-timeout|configuration)/.test(notice.code) ? null : notice;

/** What the frame reports; a digit that the shopper typed drops the token. */
export function reduceField(state: Shown, event: FieldEvent): Shown {
  const ready = state.field.status === 'ready' ? state.field : undefined;
  // What a frame that is gone was asked for will never come.
  const token = withoutMaking(state.token);
  switch (event.type) {
    case 'opening':
      return state.field.status === 'opening'
        ? state
        : { ...state, field: { status: 'opening' }, token, notice: withoutFault(state.notice) };
    case 'unavailable':
      // A token that is made needs no field any more: two lists of one form each hold one, with one field between them.
      return { ...state, field: { status: 'away' }, token };
    case 'failed':
      return state.field.status === 'failed' ? state : { ...state, field: { status: 'failed', error: event.error } };
    case 'ready':
      return {
        ...state,
        field: EMPTY_FIELD,
        notice: event.lost ?? withoutFault(state.notice),
        token: ready ? token : state.token,
      };
    case 'focus':
    case 'blur':
      return ready ? { ...state, field: { ...ready, hasFocus: event.type === 'focus' } } : state;
    case 'change':
      if (!ready) return state;
      // A change on blur is an echo of what was typed before: it is no new code.
      return {
        ...state,
        field: { ...ready, code: ready.code === 'empty' ? 'typed' : ready.code },
        token: event.byShopper ? endToken(state.token, 'code') : state.token,
        heldBack: event.byShopper ? 0 : state.heldBack,
        // What a refusal asks for is read while the code is typed again.
        notice: event.byShopper && state.notice instanceof Error ? null : state.notice,
        isChecked: event.byShopper ? false : state.isChecked,
      };
    case 'validity':
      return ready ? { ...state, field: { ...ready, code: event.valid ? 'valid' : 'invalid' } } : state;
  }
}
