/** Also with a prefix, as in `card[token]`. */
const SECRET_NAME = /^(\w+\[)?(save_)?token\]?$/;
const MASK = '••••';

/** The value of an entry as this page may show it. */
export const maskedEntry = (name: string, value: unknown): unknown =>
  SECRET_NAME.test(name) && value !== '' ? MASK : value;

/** Anything as readable JSON without tokens. Of a list of cards it shows the length, of an error the code. */
export function maskedJson(value: unknown): string {
  const text = JSON.stringify(value, (name, entry: unknown) => summary(maskedEntry(name, entry)), 1);
  // One line, with room to wrap.
  return text.replace(/\n\s*/g, ' ');
}

/** Shows a longer list as its number of entries. */
const LONGEST_LIST = 1;

function summary(value: unknown): unknown {
  if (value instanceof Error) return { ...value, message: value.message, cause: undefined };
  if (Array.isArray(value) && value.length > LONGEST_LIST) return `${value.length} entries`;
  return value;
}
