import 'mp-saved-cards';
import { MpError } from 'mp-saved-cards';

/** @returns what the shop answered; nothing when there was no payment */
export async function checkout(cards) {
  let detail;
  try {
    detail = await cards.tokenize();
  } catch (error) {
    if (error instanceof MpError) return; // the element says what is wrong; `aborted`: changed, or out of the page
    throw error;
  }
  const payment = await pay(detail).catch((error) => error);
  cards.paymentResult(payment, { token: detail.token }); // shows: paid, refused and why, waiting, or not known
  return payment;
}

async function pay({ token, cardId, paymentMethodId, issuerId, installments }) {
  const order = { token, card_id: cardId, payment_method_id: paymentMethodId, issuer_id: issuerId, installments };
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch('/api/payments', { method: 'POST', headers, body: JSON.stringify(order) });
  return response.json();
}
