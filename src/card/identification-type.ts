import { fieldsOf, listOf, textOf } from './fields.js';

/** A kind of identity document that Mercado Pago takes in a country (source: `getIdentificationTypes` of MercadoPago.js). */
export interface IdentificationType {
  /** Mercado Pago's id, sent with the token: `DNI`, `CPF`, `C.E` … */
  readonly id: string;
  /** As people call it, never empty. */
  readonly name: string;
  /** Digits only, or letters too. */
  readonly type: 'number' | 'string';
  readonly minLength: number;
  readonly maxLength: number;
}

/** Longer than any document: what is not told must not keep anybody from typing. */
const LONGEST = 20;

function decodeIdentificationType(raw: unknown): IdentificationType | null {
  const { id, name, type, min_length, max_length } = fieldsOf(raw);
  if (!textOf(id)) return null;
  const minLength = Number(textOf(min_length)) || 1;
  const maxLength = Number(textOf(max_length)) || LONGEST;
  return {
    id: textOf(id),
    name: textOf(name) || textOf(id),
    type: type === 'number' ? 'number' : 'string',
    minLength: Math.min(minLength, maxLength),
    maxLength,
  };
}

/** Reads the documents of a country. One without an id cannot be sent and is left out. */
export const decodeIdentificationTypes = (body: unknown): IdentificationType[] =>
  listOf(body)
    .map(decodeIdentificationType)
    .filter((type) => type !== null);
