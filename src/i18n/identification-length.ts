import type { IdentificationType } from '../card/identification-type.js';
import type { FormMessages } from './messages.js';

/** How a document's number is written: "The DNI number has 7 or 8 digits." */
export function identificationLength(
  messages: FormMessages,
  { id, name, type, minLength, maxLength }: IdentificationType,
): string {
  const amount = minLength < maxLength ? messages.range(minLength, maxLength) : String(maxLength);
  // "Otro" is any other document, not a name of one.
  return messages.wrongIdentification(id === 'Otro' ? '' : name, amount, type === 'string');
}
