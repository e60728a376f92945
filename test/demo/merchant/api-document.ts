import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { z } from 'zod';

const contentSchema = z.object({ 'application/json': z.object({ schema: z.unknown() }) });
const answerSchema = z.object({ $ref: z.string().optional(), content: contentSchema.optional() });
const operationSchema = z.object({
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), answerSchema),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ responses: z.record(z.string(), z.object({ content: contentSchema })) }),
});

const source: unknown = parse(readFileSync(new URL('../../../demo/merchant/openapi.yaml', import.meta.url), 'utf8'));
const document = documentSchema.parse(source);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(source as object, 'openapi');

/** Every operation of the document as `METHOD /path`, with the statuses it may answer. */
export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { responses }]) => ({
    name: `${method.toUpperCase()} ${path}`,
    statuses: Object.keys(responses).map(Number),
  })),
);

/** What is wrong with an answer, according to the document; `null` when nothing is. */
export function faultOfAnswer(name: string, status: number, body: unknown): string | null {
  const { responses } = operationOf(name);
  const answer = responses[status];
  if (!answer) return `${name} does not document ${status}`;
  const pointer = answer.$ref ?? `#/paths/${keysOf(name).map(escape).join('/')}/responses/${status}`;
  const { content } = answer.$ref ? sharedAnswer(answer.$ref) : answer;
  if (!content) return body === undefined ? null : `${name} documents no body for ${status}`;
  return faultOf(`${pointer}/content/application~1json/schema`, body);
}

/** What is wrong with a request's body, according to the document; `null` when nothing is. */
export function faultOfRequest(name: string, body: unknown): string | null {
  if (!operationOf(name).requestBody) return body === undefined ? null : `${name} documents no body`;
  const pointer = `#/paths/${keysOf(name).map(escape).join('/')}/requestBody/content/application~1json/schema`;
  return body === undefined ? null : faultOf(pointer, body);
}

function faultOf(pointer: string, body: unknown): string | null {
  const validate = ajv.compile({ $ref: `openapi${pointer}` });
  return validate(body) ? null : ajv.errorsText(validate.errors);
}

function operationOf(name: string) {
  const [path, method] = keysOf(name);
  const operation = document.paths[path]?.[method];
  if (!operation) throw new Error(`The document has no ${name}`);
  return operation;
}

function sharedAnswer(reference: string) {
  const answer = document.components.responses[reference.split('/').at(-1) ?? ''];
  if (!answer) throw new Error(`The document has no ${reference}`);
  return answer;
}

function keysOf(name: string): [path: string, method: string] {
  const [method = '', path = ''] = name.split(' ');
  return [path, method.toLowerCase()];
}

const escape = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
