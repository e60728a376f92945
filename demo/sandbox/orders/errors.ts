import type { OrderSwitches } from './switches.js';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ApiError } from '../http/api-error.js';

/** Documented codes with their status. The sentences are the sandbox's own. */
const CODES = {
  json_syntax_error: [400, 'The request body is not valid JSON.'],
  required_properties: [400, 'Required properties are missing.'],
  unsupported_properties: [400, 'The request has properties that are not supported.'],
  minimum_properties: [400, 'The request has too few properties.'],
  property_type: [400, 'The type of some properties is wrong.'],
  property_value: [400, 'The value of some properties is wrong.'],
  maximum_items: [400, 'A list has too many items.'],
  minimum_items: [400, 'A list has too few items.'],
  invalid_properties: [400, 'Some properties are not valid.'],
  invalid_path_param: [400, 'An id in the path is not valid.'],
  empty_required_header: [400, 'A required header is empty.'],
  invalid_idempotency_key_length: [400, 'The idempotency key must have 1 to 128 characters.'],
  invalid_total_amount: [400, 'The total amount is not the sum of the transactions.'],
  invalid_transaction_amount: [400, 'The amount of a transaction is not valid.'],
  order_builder_without_transactions: [400, 'The order has no transactions.'],
  invalid_order_mode_for_operation: [400, 'The processing mode of the order does not allow this operation.'],
  invalid_order_type: [400, 'The type of the order is not valid.'],
  invalid_transaction_id: [400, 'The id of a transaction is not valid.'],
  exceeded_number_of_transactions: [400, 'The order has too many transactions.'],
  invalid_email_for_sandbox: [400, 'The email of a test payer must contain @testuser.com.'],
  order_items_total_amount_mismatch: [400, 'The items do not add up to the total amount.'],
  invalid_order_owner: [400, 'The order belongs to another seller.'],
  refund_amount_exceeds: [400, 'The refund is more than what is left.'],
  invalid_card_token: [400, 'The card token is not valid.'],
  card_token_not_found: [400, 'The card token does not exist.'],
  unauthorized: [401, 'The credentials are not valid.'],
  user_not_authorized: [401, 'These credentials may not do this.'],
  failed: [402, 'The following transactions failed.'],
  order_not_found: [404, 'The order does not exist.'],
  transaction_not_found: [404, 'The transaction does not exist.'],
  cannot_refund_order: [409, 'An order in this status cannot be refunded.'],
  cannot_capture_order: [409, 'An order in this status cannot be captured.'],
  cannot_cancel_order: [409, 'An order in this status cannot be canceled.'],
  order_already_refunded: [409, 'The order was refunded already.'],
  order_already_canceled: [409, 'The order was canceled already.'],
  order_already_cancelled: [409, 'The order was cancelled already.'],
  idempotency_key_already_used: [409, 'The idempotency key was used for another request.'],
  operation_not_supported: [409, 'The status of the order does not allow this operation.'],
  resource_locked: [423, 'Another operation on this resource is running.'],
  idempotency_validation_failed: [500, 'The idempotency key could not be checked.'],
  internal_error: [500, 'Internal error.'],
} as const satisfies Record<string, readonly [number, string]>;

export type OrderErrorCode = keyof typeof CODES;

export const isOrderErrorCode = (code: string): code is OrderErrorCode => Object.hasOwn(CODES, code);

interface OrderFault {
  readonly code: string;
  readonly message: string;
  readonly details?: readonly string[];
}

/** A refusal of the Orders API. A refused card has the failed order as `data`. */
export class OrderError extends ApiError {
  readonly faults: readonly OrderFault[];
  readonly data: object | undefined;

  constructor(status: number, faults: readonly OrderFault[], data?: object) {
    super(status as ContentfulStatusCode, faults[0]?.message ?? '');
    this.name = 'OrderError';
    this.faults = faults;
    this.data = data;
  }
}

const faultOf = (code: OrderErrorCode, details: readonly string[]): OrderFault => ({
  code,
  message: CODES[code][1],
  ...(details.length > 0 && { details }),
});

/** `status` only where sources contradict each other about it. */
export function orderError(code: OrderErrorCode, details: readonly string[] = [], status: number = CODES[code][0]) {
  return new OrderError(status, [faultOf(code, details)]);
}

/** Several codes at once, each with its details. All of them are a 400. */
export function invalidRequest(faults: ReadonlyMap<OrderErrorCode, readonly string[]>): OrderError {
  return new OrderError(
    400,
    [...faults].map(([code, details]) => faultOf(code, details)),
  );
}

/** 402: a transaction was refused. The order exists all the same. */
export const transactionFailed = (paymentId: string, reason: string, order: object): OrderError =>
  new OrderError(402, [faultOf('failed', [`${paymentId}: ${reason}`])], order);

/** What refusals from outside this folder, such as a fault that was ordered, are called here. */
const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'unauthorized',
  404: 'resource_not_found',
  429: 'too_many_requests',
  500: 'internal_error',
};

/** The envelope of every refusal under `/v1/orders`; it differs from that of the other resources. */
export function orderErrorBody(error: ApiError, { error_envelope }: Pick<OrderSwitches, 'error_envelope'>) {
  if (error_envelope === 'cause') return causeBody(error);
  if (error instanceof OrderError) return { errors: error.faults, ...(error.data && { data: error.data }) };
  const [cause] = error.causes;
  const code = String(cause?.code ?? BY_STATUS[error.status] ?? 'error');
  return { errors: [{ code, message: error.message }] };
}

function causeBody(error: ApiError) {
  if (!(error instanceof OrderError)) return error.body();
  const cause = error.faults.map(({ code, message }) => ({ code, description: message }));
  return { status: error.status, error: error.faults[0]?.code, message: error.message, cause };
}
