import type { Context } from 'hono';
import type { z } from 'zod';
import type { ApiError } from './api-error.js';
import type { Catalogue } from './catalogue.js';
import type { Env } from './env.js';

/** How a group of resources answers a body that it cannot use. */
export interface BodyRules<Code extends string> {
  readonly errors: Catalogue<Code>;
  /** The body is no JSON object. */
  readonly notAnObject: Code;
  /** A field is wrong and its schema names no code. */
  readonly fallback: Code;
}

/** Rules whose codes are checked to be in the catalogue. */
export function bodyRules<Code extends string>(rules: BodyRules<Code>): BodyRules<Code> {
  return rules;
}

/** The request's body as JSON, `undefined` when it is none. An absent body counts as `{}`. */
async function readJson(c: Context<Env>): Promise<unknown> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  try {
    const json: unknown = JSON.parse(text);
    c.set('body', json);
    return json;
  } catch {
    return undefined;
  }
}

/** The request's body, as long as it is a JSON object. */
export async function readObject<Code extends string>(c: Context<Env>, rules: BodyRules<Code>): Promise<object> {
  const json = await readJson(c);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw rules.errors.error(400, rules.notAnObject);
  }
  return json;
}

/** Validates a value against a schema. Messages of the schema that are codes of the catalogue become the answer's causes. */
export function validate<Schema extends z.ZodType, Code extends string>(
  value: unknown,
  schema: Schema,
  rules: BodyRules<Code>,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw refusal(parsed.error, rules);
  return parsed.data;
}

/** Reads and validates a request's body. */
export async function parseBody<Schema extends z.ZodType, Code extends string>(
  c: Context<Env>,
  schema: Schema,
  rules: BodyRules<Code>,
): Promise<z.output<Schema>> {
  return validate(await readObject(c, rules), schema, rules);
}

function refusal<Code extends string>(error: z.ZodError, { errors, fallback }: BodyRules<Code>): ApiError {
  const codes = error.issues.map(({ message }) => (errors.has(message) ? message : fallback));
  const [first, ...rest] = [...new Set(codes)];
  if (first !== undefined && rest.length === 0) return errors.error(400, first);
  return errors.errors(400, 'invalid parameters', [...new Set(codes)]);
}
