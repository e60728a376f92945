import type { SchemaObject } from 'ajv';

/**
 * The shapes of answers, after Mercado Pago's API description, reference and SDK types. Every property named here must
 * be there, and nothing else may be.
 */
export const exactly = (
  properties: Record<string, SchemaObject>,
  optional: Record<string, SchemaObject> = {},
): SchemaObject => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
  additionalProperties: false,
});
export const list = (items: SchemaObject): SchemaObject => ({ type: 'array', items });
export const orNull = (schema: SchemaObject): SchemaObject => ({ anyOf: [schema, { type: 'null' }] });
export const oneOf = (...values: (string | null)[]): SchemaObject => ({ enum: values });

export const text: SchemaObject = { type: 'string' };
export const textOrNull: SchemaObject = { type: ['string', 'null'] };
export const number: SchemaObject = { type: 'number' };
export const integer: SchemaObject = { type: 'integer' };
export const flag: SchemaObject = { type: 'boolean' };
export const date: SchemaObject = { type: 'string', format: 'date-time' };
export const nothing: SchemaObject = { type: 'null' };
export const anything: SchemaObject = { type: 'object' };
export const httpsAddress: SchemaObject = { type: 'string', pattern: '^https://' };
export const sixDigits: SchemaObject = { type: 'string', pattern: '^\\d{6}$' };
export const fourDigits: SchemaObject = { type: 'string', pattern: '^\\d{4}$' };

export const identification = exactly({ type: textOrNull, number: textOrNull });
export const cardholder = exactly({ name: textOrNull, identification });
export const cardMethodType = oneOf('credit_card', 'debit_card', 'prepaid_card');
