import type { Account } from '../engine/account.js';
import type { CardTokenRecord, CustomerRecord } from '../engine/records.js';
import { customerByEmail } from '../customers/profiles.js';
import { paymentErrors } from '../http/catalogue.js';
import type { Payer } from './record.js';
import type { CreateBody } from './request.js';

function customerPayer(customer: CustomerRecord): Payer {
  return {
    type: 'customer',
    id: customer.id,
    email: customer.email,
    firstName: customer.firstName,
    lastName: customer.lastName,
    identification: customer.identification,
  };
}

/** Who pays. Only the customer that owns a saved card can pay with it. */
export function payerOf(account: Account, sent: CreateBody['payer'], token: CardTokenRecord | null): Payer {
  const card = token?.cardId ? account.cards.get(token.cardId) : undefined;
  if (sent.type === 'customer' || card) {
    if (!sent.id) throw paymentErrors.error(400, '4012');
    const customer = account.customers.get(sent.id);
    if (!customer) throw paymentErrors.error(400, '2002');
    if (card && card.customerId !== customer.id) throw paymentErrors.error(400, '140');
    return customerPayer(customer);
  }
  if (!sent.email) throw paymentErrors.error(400, '4050');
  return {
    type: sent.type ?? null,
    id: sent.id ?? customerByEmail(account, sent.email)?.id ?? String(account.ids.number('payer')),
    email: sent.email,
    firstName: sent.first_name ?? null,
    lastName: sent.last_name ?? null,
    identification: sent.identification ?? {},
  };
}
