import { HTTPException } from 'hono/http-exception';
import { MercadoPagoError } from 'mercadopago';
import type { RecordedPayment } from './answers.js';
import { credentialsFor } from './config.js';
import { connect } from './mercado-pago.js';
import type { PaymentApi } from './payment-apis/payment-api.js';
import type { ShopContext } from './shop-env.js';

/** The bank has not decided yet. The status counts: a failed order can say `pending_challenge` too. */
export const waitsForBank = ({ status, status_detail: detail }: Pick<RecordedPayment, 'status' | 'status_detail'>) =>
  status === 'pending' && detail === 'pending_challenge';

/**
 * Before another attempt: what became of an earlier one that the bank was asked about. It is cancelled if it still waits, so
 * that it cannot be approved as well; if it was approved, it is the payment, and there is none to make.
 *
 * @param key of the new attempt; the earlier one has the same when it is only sent again
 * @param isKnownEnough a page that has heard of the approval means another purchase
 */
export async function endEarlierChallenge(
  c: ShopContext,
  customerId: string,
  key: string,
  isKnownEnough: boolean,
): Promise<RecordedPayment | null> {
  const { site } = c.var.session;
  const data = c.var.config.data;
  const open = await data?.challenges.get(site, customerId);
  if (!open || open.key === key) return null;
  const ended = await end(apiOf(c, open.paymentId), open.paymentId);
  // Not found is not yet readable, for a while: it may still be approved.
  const isLate = !ended && Date.now() - open.since < (data?.readableWithin ?? 0);
  if (isLate || (ended && waitsForBank(ended)))
    throw new HTTPException(409, { message: 'An earlier payment still waits' });
  if (ended) await data?.records.put(site, ended);
  await data?.challenges.forget(site, customerId, open.paymentId);
  return ended?.status === 'approved' && !(open.isKnown && isKnownEnough) ? ended : null;
}

/** Cancels the payment unless it is decided; how it is then. `null`: Mercado Pago does not find it. */
async function end(payments: PaymentApi, id: string): Promise<RecordedPayment | null> {
  try {
    const now = await payments.get(id);
    if (!waitsForBank(now)) return now;
    // Refused when the bank was faster: then it is decided.
    await payments.cancel(id).catch((error: unknown) => {
      if (!(error instanceof MercadoPagoError && [400, 409].includes(error.status))) throw error;
    });
    return await payments.get(id);
  } catch (error) {
    if (error instanceof MercadoPagoError && error.status === 404) return null;
    throw error;
  }
}

/** The API that made the payment: the demo's switch may have changed since. */
function apiOf(c: ShopContext, id: string): PaymentApi {
  const { payments } = c.var.mercadoPago;
  if (payments.isId(id)) return payments;
  const { site } = c.var.session;
  const { accessToken } = credentialsFor(c.var.config.backend, site);
  return connect(accessToken, id.startsWith('ORD') ? 'orders' : 'payments', site).payments;
}
