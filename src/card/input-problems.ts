import type { IdentificationType } from './identification-type.js';

/** What is wrong with a value that was typed. */
export type Problem = 'missing' | 'incomplete' | 'invalid';

/** Names that MercadoPago.js accepts: letters with the accents of Spanish and Portuguese, space, full stop, apostrophes. */
const NAME = /^[a-zA-ZÀ-ÖØ-öø-ÿ .'’]+$/;

/** The name as it is sent: in Unicode composed form, with single spaces. */
export const tidyName = (typed: string): string => typed.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Checks a name by the rule of MercadoPago.js, so that a wrong one is found before the round trip. */
export function nameProblem(typed: string): Problem | undefined {
  const name = tidyName(typed);
  if (!name) return 'missing';
  return NAME.test(name) && /\p{L}/u.test(name) ? undefined : 'invalid';
}

/** The number of a document as it is sent: MercadoPago.js rejects the dots, dashes, slashes and spaces that people type. */
export const bareNumber = (typed: string): string => typed.replace(/[\s./\p{Dash}]/gu, '').toUpperCase();

/** Checks the number of a document by the rules of its type. Letters, such as the K of a Chilean RUT, only where allowed. */
export function identificationProblem(
  typed: string,
  { type, minLength, maxLength }: IdentificationType,
): Problem | undefined {
  const number = bareNumber(typed);
  if (!number) return 'missing';
  if (!(type === 'number' ? /^\d+$/ : /^[A-Z\d]+$/).test(number)) return 'invalid';
  return number.length < minLength || number.length > maxLength ? 'incomplete' : undefined;
}
