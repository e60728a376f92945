import { findCustomer, type Seller, tokenFor } from './official-sdk.js';

/** What the SDK rejects with when a payment is past what was asked of it. */
export const WRONG_STATE = {
  status: 400,
  causes: [
    {
      code: 3005,
      description: 'invalid action, the payment is in a state that does not allow this operation',
      data: null,
    },
  ],
};
/** What it rejects with when an amount is more than there is, or outside the site's limits. */
export const TOO_MUCH = {
  status: 400,
  causes: [{ code: 4037, description: 'invalid transaction_amount', data: null }],
};
/** What it rejects with when the currency cannot pay an amount. */
export const TOO_FINE = {
  status: 400,
  causes: [{ code: 2072, description: 'invalid value for transaction_amount', data: null }],
};

/** A payment with one of Ana's cards. */
export async function pay(shop: Seller, amount: number, terms: object = {}, position = 0) {
  const ana = await findCustomer(shop, 'ana@testuser.com');
  const payment = await shop.payments.create({
    body: {
      transaction_amount: amount,
      token: await tokenFor(shop, ana.cards[position]?.id ?? ''),
      installments: 1,
      payer: { type: 'customer', id: ana.id },
      ...terms,
    },
  });
  return { ...payment, id: payment.id ?? 0 };
}
