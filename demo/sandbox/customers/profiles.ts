import type { Account } from '../engine/account.js';
import type { CustomerProfile, CustomerRecord } from '../engine/records.js';
import { customerErrors } from '../http/catalogue.js';

const EMPTY_PROFILE: Omit<CustomerProfile, 'email'> = {
  firstName: null,
  lastName: null,
  phone: { area_code: null, number: null },
  identification: { type: null, number: null },
  address: null,
  defaultAddress: null,
  dateRegistered: null,
  description: null,
  metadata: {},
};

/** Addresses are compared without regard to case; the one that was sent is the one that is shown. */
const emailKey = (email: string) => email.toLowerCase();

/** Adds a customer. One e-mail address, one customer: a second is refused with 101. */
export function addCustomer(
  account: Account,
  profile: Pick<CustomerProfile, 'email'> & Partial<CustomerProfile>,
): CustomerRecord {
  if (account.customerIdByEmail.has(emailKey(profile.email))) throw customerErrors.error(400, '101');
  const now = account.now();
  const customer: CustomerRecord = {
    ...EMPTY_PROFILE,
    ...profile,
    id: account.ids.customer(),
    dateCreated: now,
    dateLastUpdated: now,
    cardIds: new Set(),
    defaultCard: null,
  };
  account.customers.set(customer.id, customer);
  account.customerIdByEmail.set(emailKey(customer.email), customer.id);
  return customer;
}

/** The customer with this id, or the API's refusal: 105 for what cannot be an id, 404 for an unknown one. */
export function requireCustomer(account: Account, id: string): CustomerRecord {
  if (!/^\d+-[0-9A-Za-z]{14}$/.test(id)) throw customerErrors.error(400, '105');
  const customer = account.customers.get(id);
  if (!customer) throw customerErrors.error(404, '105', 'customer not found');
  return customer;
}

export function customerByEmail(account: Account, email: string): CustomerRecord | undefined {
  const id = account.customerIdByEmail.get(emailKey(email));
  return id === undefined ? undefined : account.customers.get(id);
}

/** Writes the given fields and no others. The e-mail address is fixed once a customer has one. */
export function changeCustomer(
  account: Account,
  customer: CustomerRecord,
  { email, ...changes }: Partial<CustomerProfile> & { defaultCard?: string },
): void {
  if (email !== undefined && emailKey(email) !== emailKey(customer.email)) throw customerErrors.error(400, '126');
  if (changes.defaultCard !== undefined && !customer.cardIds.has(changes.defaultCard)) {
    throw customerErrors.error(400, '120');
  }
  Object.assign(customer, changes, { dateLastUpdated: account.now() });
}

/** Removes a customer and all of its cards. */
export function removeCustomer(account: Account, customer: CustomerRecord): void {
  customer.cardIds.forEach((id) => account.cards.delete(id));
  account.customerIdByEmail.delete(emailKey(customer.email));
  account.customers.delete(customer.id);
}
