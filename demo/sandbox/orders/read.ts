import type { Context } from 'hono';
import type { z } from 'zod';
import type { Env } from '../http/env.js';
import { invalidRequest, orderError, type OrderErrorCode } from './errors.js';

/** The request's JSON, validated by a schema. An absent body counts as `{}`. */
export async function readBody<Schema extends z.ZodType>(c: Context<Env>, schema: Schema): Promise<z.output<Schema>> {
  const text = await c.req.text();
  const json = text.trim() === '' ? {} : parsed(text);
  const result = schema.safeParse(json);
  if (!result.success) throw refusal(result.error.issues, json);
  c.set('body', json);
  return result.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw orderError('json_syntax_error');
  }
}

/** `$.transactions.payments[0].amount` */
const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`), '$');

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], json);

/** Every issue as a code of the API, grouped by code. The details' wording is documented for unknown properties only. */
function refusal(issues: readonly z.core.$ZodIssue[], json: unknown) {
  const faults = new Map<OrderErrorCode, string[]>();
  const add = (code: OrderErrorCode, detail: string) => faults.set(code, [...(faults.get(code) ?? []), detail]);
  for (const issue of issues) {
    const path = pathOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      issue.keys.forEach((key) => add('unsupported_properties', `additionalProperties '${path}.${key}' not allowed`));
    } else if (valueAt(json, issue.path) === undefined) add('required_properties', `required '${path}'`);
    else if (issue.code === 'invalid_type') add('property_type', `type '${path}' must be ${issue.expected}`);
    else if (issue.code === 'invalid_union') add('property_type', `type '${path}' is wrong`);
    else if (issue.code === 'too_big' && issue.origin === 'array') add('maximum_items', `maxItems '${path}'`);
    else if (issue.code === 'too_small' && issue.origin === 'array') add('minimum_items', `minItems '${path}'`);
    else add('property_value', `value '${path}' is not valid`);
  }
  return invalidRequest(faults);
}
