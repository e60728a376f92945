import assert from 'node:assert/strict';
import { Ajv, type SchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import { card, customer, rawToken, savedCardToken } from './schemas/customers.js';
import { identificationType, installments, issuer, methodBase, searchedMethod } from './schemas/lookups.js';
import { order, orderFault, orderPage } from './schemas/orders.js';
import { payment, refund } from './schemas/payments.js';
import { exactly, integer, list, text, textOrNull } from './schemas/vocabulary.js';

const cause = exactly({ code: { type: ['string', 'integer'] }, description: text, data: textOrNull });
const error = exactly({ message: text, error: text, status: integer, cause: list(cause) });
const paging = exactly({ total: integer, limit: integer, offset: integer });
const pageOf = (results: SchemaObject) => exactly({ paging, results: list(results) });

const SCHEMAS = {
  card,
  cards: list(card),
  customer,
  customers: pageOf(customer),
  error,
  identificationTypes: list(identificationType),
  installments: list(installments),
  issuers: list(issuer),
  order,
  orderFault,
  orders: orderPage,
  payment,
  payments: pageOf(payment),
  paymentMethods: list(exactly(methodBase)),
  rawToken,
  refund,
  refunds: list(refund),
  savedCardToken,
  searchedMethods: pageOf(searchedMethod),
};

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
addFormats(ajv);

/** Fails when a value is not of the named shape, and says where. */
export function assertShape(name: keyof typeof SCHEMAS, value: unknown): void {
  const validate = ajv.getSchema(name) ?? ajv.addSchema(SCHEMAS[name], name).getSchema(name);
  assert.ok(validate);
  assert.ok(validate(value), `not a ${name}: ${ajv.errorsText(validate.errors)}`);
}
