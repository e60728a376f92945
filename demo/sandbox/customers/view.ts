import { cardsOf } from '../cards/saved-cards.js';
import { cardView } from '../cards/view.js';
import type { Account } from '../engine/account.js';
import { timestamp } from '../engine/clock.js';
import type { CustomerRecord } from '../engine/records.js';

/** A customer as the API shows it, with all of its cards. */
export function customerView(account: Account, customer: CustomerRecord, status = 'active') {
  return {
    id: customer.id,
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    phone: customer.phone,
    identification: customer.identification,
    address: customer.address ?? { id: null, zip_code: null, street_name: null, street_number: null, city: null },
    date_registered: customer.dateRegistered,
    description: customer.description,
    date_created: timestamp(customer.dateCreated),
    date_last_updated: timestamp(customer.dateLastUpdated),
    metadata: customer.metadata,
    default_card: customer.defaultCard,
    default_address: customer.defaultAddress,
    cards: cardsOf(account, customer).map((card) => cardView(account, card)),
    addresses: customer.address ? [customer.address] : [],
    live_mode: false,
    user_id: account.userId,
    merchant_id: account.userId,
    client_id: 0,
    status,
  };
}
