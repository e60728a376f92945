import { createHash } from 'node:crypto';
import { payment, pick, type ShopPayment } from './answers.js';
import { cartFor } from './cart.js';
import { currentCustomer, currentEmail } from './customer.js';
import type { PaymentRequest } from './requests.js';
import type { ShopContext } from './shop-env.js';

/**
 * Charges the cart of whoever is signed in. The request chooses the card and the instalments; amount and customer are
 * the server's.
 */
export async function pay(c: ShopContext, request: PaymentRequest): Promise<ShopPayment> {
  const { cards, payments } = c.var.mercadoPago;
  const customer = await currentCustomer(c);
  const cart = cartFor(c.var.session.site);
  // 404 when the card is not one of this customer's.
  if (request.card_id) await cards.get({ customerId: customer.id, cardId: request.card_id });

  // A real shop creates its order first, puts the order's number here, receives `notification_url` calls for what is
  // decided later, and sends `additional_info` and the device id (`meliSessionId`) for a better approval rate.
  const body = {
    transaction_amount: cart.total,
    description: cart.description,
    external_reference: customer.id,
    token: request.token,
    installments: request.installments,
    ...(request.payment_method_id ? { payment_method_id: request.payment_method_id } : {}),
    ...(request.issuer_id ? { issuer_id: Number(request.issuer_id) } : {}),
    payer: request.card_id ? { type: 'customer', id: customer.id } : { email: currentEmail(c) },
  };
  const requestOptions = { idempotencyKey: idempotencyKeyOf(request.token) };
  return pick(payment, await payments.create({ body, requestOptions }));
}

/**
 * One token, one attempt: however often a form is sent again, by a double click, a reload or a retry, Mercado Pago
 * sees the same key and answers with the same payment.
 */
export const idempotencyKeyOf = (token: string): string => createHash('sha256').update(token).digest('hex');
