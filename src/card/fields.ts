/** The fields of an object; none for anything else, so that a missing part reads like an empty one. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Ids, digits and dates are numbers in some answers and strings in others. Empty when there is none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Exactly `count` digits, or nothing. A number has lost its leading zeros. */
export function digitsOf(value: unknown, count: number): string {
  const digits = typeof value === 'number' ? textOf(value).padStart(count, '0') : textOf(value);
  return digits.length === count && /^\d+$/.test(digits) ? digits : '';
}

/** The entries of a list; none for anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What a code of Mercado Pago looks like: `129`, `E201`, `card-120`. Anything else may be text that quotes something. */
const CODE = /^[a-z]*[-_]?[a-z\d]{1,6}$/i;

/** The first code among causes `[{code, description}]`: text or a number, sometimes one array too deep. Empty for none. */
export const causeCodeOf = (causes: unknown): string =>
  [causes]
    .flat(Infinity)
    .map((cause) => textOf(fieldsOf(cause)['code']))
    .find((code) => CODE.test(code)) ?? '';
