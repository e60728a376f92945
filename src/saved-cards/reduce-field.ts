import { endToken, withoutMaking } from '../core/token-state.js';
import { preventsSecureFields } from '../errors.js';
import type { FieldEvent } from '../mercadopago/security-code-field.js';
import { EMPTY_FIELD, type FieldState } from './code-field-state.js';
import type { Shown } from './state.js';

/** What kept an earlier frame from showing is no reason any more. */
const withoutFault = (notice: Shown['notice']): Shown['notice'] =>
  notice instanceof Error && preventsSecureFields(notice.code) ? null : notice;

/** What the frame reports; a digit that the shopper typed ends the attempt. */
export function reduceField(state: Shown, event: FieldEvent): Shown {
  const ready = state.field.status === 'ready' ? state.field : undefined;
  // What a frame that is gone was asked for will never come.
  const token = withoutMaking(state.token);
  const withReady = (changes: Partial<FieldState & { status: 'ready' }>): Shown =>
    ready ? { ...state, field: { ...ready, ...changes } } : state;
  switch (event.type) {
    case 'opening':
      return state.field.status === 'opening'
        ? state
        : { ...state, field: { status: 'opening' }, token, notice: withoutFault(state.notice) };
    case 'unavailable':
      // A token that is made needs no field any more: two lists of one form have one field between them.
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
      return ready?.hasFocus === (event.type === 'focus') ? state : withReady({ hasFocus: event.type === 'focus' });
    case 'change':
      return ready ? typed(state, ready, event.byShopper) : state;
    case 'validity': {
      const code = event.valid ? 'valid' : 'invalid';
      return ready?.code === code ? state : withReady({ code });
    }
    case 'binChange':
      return state; // only a number has one
  }
}

/** A change on blur is an echo of what was typed before: it is no new code. */
function typed(state: Shown, ready: FieldState & { status: 'ready' }, byShopper: boolean): Shown {
  const field = ready.code === 'empty' ? ({ ...ready, code: 'typed' } as const) : ready;
  const token = byShopper ? endToken(state.token, 'code') : state.token;
  const blockedSubmits = byShopper ? 0 : state.blockedSubmits;
  // What a refusal asks for is read while the code is typed again.
  const notice = byShopper && state.notice instanceof Error ? null : state.notice;
  const isChecked = byShopper ? false : state.isChecked;
  const next = { ...state, field, token, blockedSubmits, notice, isChecked };
  const isNew = field !== ready || token !== state.token || notice !== state.notice || isChecked !== state.isChecked;
  return isNew || blockedSubmits !== state.blockedSubmits ? next : state;
}
