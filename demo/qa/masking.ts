/** Also with a prefix, as in `card[token]`. Case and `_` do not matter. */
const SECRET_NAME =
  /^(\w+\[)?((save|card)?token(id)?|deviceid|securitycode|cardnumber|firstsixdigits|cvv|number|creq|recipient|(first|last|cardholder)name)\]?$/i;
const MASK = '••••';

/** What no text may have in it, wherever it comes from: tokens, numbers of cards, addresses of people. */
const SECRET_TEXT = /\b[0-9a-f]{32}\b|(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)|[^\s"'@]+@[^\s"'@]+/gi;

/** The value of an entry as this page may show it. */
export function maskedEntry(name: string, value: unknown): unknown {
  const isPlain = typeof value === 'string' || typeof value === 'number';
  return isPlain && value !== '' && SECRET_NAME.test(name.replaceAll('_', '')) ? MASK : value;
}

/** A text as it may leave this page. */
export const maskedText = (text: string): string =>
  text.replace(SECRET_TEXT, (found) => (/^[\d -]+$/.test(found) && !isCardNumber(found) ? found : MASK));

/** By its check digit: ids of cards and payments are as long. */
function isCardNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, place) => {
    const weighted = place % 2 === 1 ? digit * 2 : digit;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/** Anything as readable JSON without tokens. Of a list of cards it shows the length, of an error the code. */
export function maskedJson(value: unknown): string {
  const text = JSON.stringify(value, (name, entry: unknown) => summary(maskedEntry(name, entry)), 1);
  // One line, with room to wrap.
  return maskedText(text.replace(/\n\s*/g, ' '));
}

/** Shows a longer list as its number of entries. */
const LONGEST_LIST = 1;

function summary(value: unknown): unknown {
  if (value instanceof Error) return { ...value, message: value.message, cause: undefined };
  if (Array.isArray(value) && value.length > LONGEST_LIST) return `${value.length} entries`;
  return value;
}
