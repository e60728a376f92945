import { Payment, PaymentRefund, type MercadoPagoConfig } from 'mercadopago';
import { ownedPayment, payment, paymentSearch, pick, refund } from '../answers.js';
import type { Charge, PaymentApi } from './payment-api.js';

/** Pays with `/v1/payments`. `config` makes a new one for each client: the SDK keeps the options of a call in it. */
export function paymentsApi(config: () => MercadoPagoConfig): PaymentApi {
  const payments = new Payment(config());
  const refunds = new PaymentRefund(config());
  return {
    charge: async (charge) => {
      const requestOptions = { idempotencyKey: charge.idempotencyKey };
      const made = await payments.create({ body: bodyOf(charge), requestOptions });
      return { payment: pick(ownedPayment, made), refusal: null };
    },
    get: async (id) => pick(ownedPayment, await payments.get({ id })),
    list: async (reference) => {
      const options = { external_reference: reference, sort: 'date_created', criteria: 'desc', limit: 50 } as const;
      return pick(paymentSearch, await payments.search({ options })).results;
    },
    cancel: async (id) => pick(payment, await payments.cancel({ id })),
    refund: async (id, amount, requestOptions) => {
      const body = amount === undefined ? {} : { amount };
      return pick(refund, await refunds.create({ payment_id: id, body, requestOptions }));
    },
  };
}

// A real shop also receives `notification_url` calls for what is decided later, and sends `additional_info` and the device
// id (`meliSessionId`) for a better approval rate.
const bodyOf = (charge: Charge) => ({
  transaction_amount: charge.amount,
  description: charge.description,
  external_reference: charge.reference,
  token: charge.token,
  installments: charge.installments,
  ...(charge.methodId ? { payment_method_id: charge.methodId } : {}),
  ...(charge.issuerId ? { issuer_id: Number(charge.issuerId) } : {}),
  payer: charge.customerId ? { type: 'customer', id: charge.customerId } : { email: charge.email },
});
