import { MercadoPagoError } from 'mercadopago';
import { cardFace, cardList, pick, type CardFace, type ShopCustomer, type ShopPayment } from './answers.js';
import { isForeseen } from './errors.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import type { ShopContext } from './shop-env.js';

/**
 * A failure to save does not undo the payment. When a page is sent again, the card is saved already. `null`: the answer was lost,
 * and the card is not there yet.
 */
export async function saveCard(
  c: ShopContext,
  customer: ShopCustomer,
  paid: ShopPayment,
  token: string,
): Promise<boolean | null> {
  const { cards, tokens } = c.var.mercadoPago;
  const customerId = customer.id;
  const isThere = async () => {
    const saved = pick(cardList, await cards.list({ customerId }));
    // An order shows no digits of its card; a token does, a used one too.
    const face = paid.card ?? pick(cardFace, await tokens.get({ id: token }));
    return saved.some((known) => isSameCard(known, face));
  };
  try {
    if (await isThere()) return true;
    await cards.create({ customerId, body: { token }, requestOptions: { idempotencyKey: idempotencyKeyOf(token) } });
    return true;
  } catch (error) {
    if (!isForeseen(error)) throw error;
    if (error instanceof MercadoPagoError && error.status >= 400 && error.status < 500) return false;
    return (await isThere().catch(() => false)) || null;
  }
}

const isSameCard = (one: CardFace, other: CardFace): boolean =>
  one.first_six_digits === other.first_six_digits &&
  one.last_four_digits === other.last_four_digits &&
  one.expiration_month === other.expiration_month &&
  one.expiration_year === other.expiration_year;

/** The same once the bank has let a payment pass; `null` when that was not asked for, or the payment is another one. */
export async function saveCardAfterChallenge(
  c: ShopContext,
  customer: ShopCustomer,
  paid: ShopPayment,
): Promise<boolean | null> {
  const attempts = c.var.config.data?.attempts;
  const { site } = c.var.session;
  const open = await attempts?.get(site, customer.id);
  if (!attempts || open?.paymentId !== String(paid.id) || !open.savesCard || paid.status !== 'approved') return null;
  const token = attempts.saveToken(site, customer.id);
  return token === undefined ? false : saveCard(c, customer, paid, token);
}
