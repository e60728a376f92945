import { fieldsOf, parseJson } from '../card/raw-json.js';
import { MpError } from '../errors.js';
import { endpointError } from './endpoint-error.js';
import { sendRequest, type MerchantEndpoint } from './request.js';

/** The state of a payment, as Mercado Pago or the shop names it. */
export interface PaymentStatus {
  readonly status: string;
  readonly statusDetail: string;
}

/**
 * Asks the shop for the status of a payment.
 *
 * @throws MpError `endpoint-network`, `endpoint-timeout`, `endpoint-status`, `signed-out`, `protocol`, `aborted`
 */
export async function readPaymentStatus(endpoint: MerchantEndpoint, signal: AbortSignal): Promise<PaymentStatus> {
  const answer = await sendRequest(endpoint, { cache: 'no-store' }, signal);
  if (!answer.response.ok) throw endpointError(answer);
  const { status, status_detail: statusDetail } = fieldsOf(parseJson(answer.body));
  if (typeof status !== 'string')
    throw new MpError('protocol', 'Expected {status, status_detail}, got something else.');
  return { status, statusDetail: typeof statusDetail === 'string' ? statusDetail : '' };
}
