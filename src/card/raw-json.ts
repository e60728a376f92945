/** Also after byte order marks, which `trim()` removes. `undefined` for text that is not JSON. The parser's own error is dropped, since it quotes the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.trim());
  } catch {
    return undefined;
  }
}

/** The properties of an object. Empty for any other value, so that a missing part reads like an empty one. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** A string or a number as text. Ids, digits and dates are numbers in some answers and strings in others. Empty for any other value. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The value when it has exactly `count` digits, otherwise empty. Leading zeros that a number lost are restored. */
export function digitsOf(value: unknown, count: number): string {
  const digits = typeof value === 'number' ? textOf(value).padStart(count, '0') : textOf(value);
  return digits.length === count && /^\d+$/.test(digits) ? digits : '';
}

/** The entries of an array. Empty for any other value. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** An error code of Mercado Pago: `129`, `E201`, `card-120`. Longer text is not passed on, since it may quote what was typed. */
const CODE = /^[a-z]*[-_]?[a-z\d]{1,6}$/i;

/** The first code in a list of causes `[{code, description}]`, which may be nested in further arrays. Empty for none. */
export const causeCodeOf = (causes: unknown): string =>
  [causes]
    .flat(Infinity)
    .map((cause) => textOf(fieldsOf(cause)['code']))
    .find((code) => CODE.test(code)) ?? '';
