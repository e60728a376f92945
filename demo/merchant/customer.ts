import { MercadoPagoError, type Customer } from 'mercadopago';
import { HTTPException } from 'hono/http-exception';
import { toApiError } from './errors.js';
import { customer, customerSearch, pick, type ShopCustomer } from './answers.js';
import type { ShopContext } from './shop-env.js';

const alreadyExists = '101';

/**
 * The Mercado Pago customer of the signed-in shopper, created on the first visit.
 * A real shop keeps the customer's id with its own user and saves itself the search.
 */
export async function currentCustomer(c: ShopContext): Promise<ShopCustomer> {
  const { customers } = c.var.mercadoPago;
  const email = currentEmail(c);
  return (await findCustomer(customers, email)) ?? (await createCustomer(customers, email));
}

/** The e-mail of the signed-in shopper. It comes from the session: a request cannot name somebody else's. */
export function currentEmail(c: ShopContext): string {
  const { email } = c.var.session;
  if (email === null) throw new HTTPException(401, { message: 'Sign in first' });
  return email;
}

async function findCustomer(customers: Customer, email: string): Promise<ShopCustomer | undefined> {
  const { results } = pick(customerSearch, await customers.search({ options: { email } }));
  return results.find((found) => found.email?.toLowerCase() === email.toLowerCase());
}

async function createCustomer(customers: Customer, email: string): Promise<ShopCustomer> {
  try {
    return pick(customer, await customers.create({ body: { email } }));
  } catch (error) {
    // Two tabs of a new customer: the other one was faster.
    const found = isAlreadyExists(error) ? await findCustomer(customers, email) : undefined;
    if (!found) throw error;
    return found;
  }
}

const isAlreadyExists = (error: unknown): boolean =>
  error instanceof MercadoPagoError && toApiError(error).body.cause.some(({ code }) => String(code) === alreadyExists);
