import { Payment, PaymentRefund, type MercadoPagoConfig } from 'mercadopago';
import { payment, paymentSearch, pick, recordedPayment, refund } from '../answers.js';
import { challengeOfPayment } from './challenges.js';
import { LIST_LIMIT, type Charge, type Looked, type PaymentApi } from './payment-api.js';

/** Pays with `/v1/payments`. `config` makes a new one for each client: the SDK keeps the options of a call in it. */
export function paymentsApi(config: () => MercadoPagoConfig): PaymentApi {
  const payments = new Payment(config());
  const refunds = new PaymentRefund(config());
  return {
    charge: async (charge) => {
      const requestOptions = {
        idempotencyKey: charge.idempotencyKey,
        ...(charge.deviceId ? { meliSessionId: charge.deviceId } : {}),
      };
      const made = await payments.create({ body: bodyOf(charge), requestOptions });
      return { ...lookedAt(made), refusal: null };
    },
    get: async (id) => pick(recordedPayment, await payments.get({ id })),
    look: async (id) => lookedAt(await payments.get({ id })),
    list: async (reference) => {
      const order = { sort: 'date_created', criteria: 'desc', limit: LIST_LIMIT } as const;
      const options = { external_reference: reference, ...order };
      const { results } = pick(paymentSearch, await payments.search({ options }));
      // A search is no proof of whose a payment is.
      return results.filter((each) => each.external_reference === reference);
    },
    cancel: async (id) => pick(payment, await payments.cancel({ id })),
    refund: async (id, { amount }, requestOptions) => {
      const body = amount === null ? {} : { amount };
      return pick(refund, await refunds.create({ payment_id: id, body, requestOptions }));
    },
  };
}

const lookedAt = (made: unknown): Looked => ({
  payment: pick(recordedPayment, made),
  challenge: challengeOfPayment(made),
});

const bodyOf = (charge: Charge) => ({
  transaction_amount: charge.amount,
  description: charge.description,
  external_reference: charge.reference,
  // By it an attempt finds its payment when the answer was lost.
  metadata: { attempt: charge.idempotencyKey },
  token: charge.token,
  installments: charge.installments,
  // The bank is asked where the risk asks for it. Only a payment that may wait can wait for it.
  three_d_secure_mode: 'optional',
  binary_mode: false,
  ...(charge.methodId ? { payment_method_id: charge.methodId } : {}),
  ...(charge.issuerId ? { issuer_id: Number(charge.issuerId) } : {}),
  payer: charge.customerId ? { type: 'customer', id: charge.customerId } : { email: charge.email },
});
