import type { IdentificationType } from './identification-type.js';

/** What is wrong with something that was typed, as far as can be told without Mercado Pago. */
export type Problem = 'missing' | 'incomplete' | 'invalid';

/** What MercadoPago.js takes as a name: letters with the accents of Spanish and Portuguese, space, full stop, apostrophes. */
const NAME = /^[a-zA-ZÀ-ÖØ-öø-ÿ .'’]+$/;

/** The name as it is sent: accents in one piece, single spaces. */
export const tidyName = (typed: string): string => typed.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The same rule as MercadoPago.js has, told before the round trip: a name with digits would be refused. */
export function nameProblem(typed: string): Problem | undefined {
  const name = tidyName(typed);
  if (!name) return 'missing';
  return NAME.test(name) && /\p{L}/u.test(name) ? undefined : 'invalid';
}

/** The number as it is sent: without the dots, dashes, slashes and spaces that people write and MercadoPago.js refuses. */
export const bareNumber = (typed: string): string => typed.replace(/[\s./\p{Dash}]/gu, '').toUpperCase();

/** Whether a document's number can be one of its type: the K of a Chilean RUT only where letters are allowed. */
export function identificationProblem(
  typed: string,
  { type, minLength, maxLength }: IdentificationType,
): Problem | undefined {
  const number = bareNumber(typed);
  if (!number) return 'missing';
  if (!(type === 'number' ? /^\d+$/ : /^[A-Z\d]+$/).test(number)) return 'invalid';
  return number.length < minLength || number.length > maxLength ? 'incomplete' : undefined;
}
