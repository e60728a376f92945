import { fieldsOf, listOf, textOf } from './raw-json.js';

/** A kind of identity document that Mercado Pago accepts in a country (source: `getIdentificationTypes` of MercadoPago.js). */
export interface IdentificationType {
  /** Mercado Pago's id, sent with the token: `DNI`, `CPF`, `C.E` … */
  readonly id: string;
  /** Name for people, never empty. */
  readonly name: string;
  /** Digits only, or letters too. */
  readonly type: 'number' | 'string';
  readonly minLength: number;
  readonly maxLength: number;
}

/** For a type without `max_length`: longer than any document number, so that nothing valid is rejected. */
const DEFAULT_MAX_LENGTH = 20;

function decodeIdentificationType(raw: unknown): IdentificationType | null {
  const { id, name, type, min_length, max_length } = fieldsOf(raw);
  if (!textOf(id)) return null;
  const minLength = Number(textOf(min_length)) || 1;
  const maxLength = Number(textOf(max_length)) || DEFAULT_MAX_LENGTH;
  return {
    id: textOf(id),
    name: textOf(name) || textOf(id),
    type: type === 'number' ? 'number' : 'string',
    minLength: Math.min(minLength, maxLength),
    maxLength,
  };
}

/** Reads the identification types of a country. An entry without an id is left out, since it cannot be sent. */
export const decodeIdentificationTypes = (body: unknown): IdentificationType[] =>
  listOf(body)
    .map(decodeIdentificationType)
    .filter((type) => type !== null);
