import type { CardFace } from '../engine/records.js';
import type { PaymentRecord } from './record.js';
import type { CreateBody } from './request.js';

const PASSES = ['548392', '4623'] as const;
const FAILS = ['536195', '7557'] as const;
const WHEN_MANDATORY = ['503175', '0604'] as const;

const is = (face: CardFace, [firstSix, lastFour]: readonly [string, string]) =>
  face.firstSixDigits === firstSix && face.lastFourDigits === lastFour;

/** How the 3DS challenge of a test card ends, when card and mode lead to one. */
export function challengeOf(face: CardFace, mode: CreateBody['three_d_secure_mode']): PaymentRecord['challenge'] {
  if (mode !== 'optional' && mode !== 'mandatory') return null;
  if (is(face, PASSES)) return 'passes';
  if (is(face, FAILS)) return 'fails';
  return mode === 'mandatory' && is(face, WHEN_MANDATORY) ? 'passes' : null;
}
