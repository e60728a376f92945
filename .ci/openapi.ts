import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { isMap, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import {
  cancelRequest,
  customerRequest,
  newCardRequest,
  paymentRequest,
  refundRequest,
} from '../demo/merchant/requests.js';

const file = new URL('../demo/merchant/openapi.yaml', import.meta.url);

/** The schemas by which the merchant reads requests, under the names that the document has for them. */
const REQUESTS: Readonly<Record<string, z.ZodType>> = {
  NewCard: newCardRequest,
  NewPayment: paymentRequest,
  Cancellation: cancelRequest,
  NewRefund: refundRequest,
  CustomerChange: customerRequest,
};

/** The document with the schemas of requests as the merchant has them; everything else as it is in `text`. */
export async function withRequestSchemas(text: string): Promise<string> {
  const document = parseDocument(text);
  for (const [name, schema] of Object.entries(REQUESTS)) {
    const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' });
    document.setIn(['components', 'schemas', name], nodeOf(document, json));
  }
  const options = await resolveConfig(file);
  return format(document.toString({ lineWidth: 0 }), { ...options, parser: 'yaml' });
}

/** Each property on a line of its own. */
function nodeOf(document: Document, json: object) {
  const node = document.createNode(json);
  const properties = isMap(node) ? node.get('properties', true) : undefined;
  if (isMap(properties)) {
    for (const { value } of properties.items) if (isMap(value)) value.flow = true;
  }
  return node;
}

/** Writes the document as far as it follows from the merchant's code; false when it was out of date. */
export async function updateOpenapi(): Promise<boolean> {
  const text = readFileSync(file, 'utf8');
  const written = await withRequestSchemas(text);
  if (written !== text) writeFileSync(file, written);
  return written === text;
}
