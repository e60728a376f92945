import { z } from 'zod';
import type { CustomerProfile } from '../engine/records.js';
import { customerErrors } from '../http/catalogue.js';
import { bodyRules } from '../http/body.js';

/** Schema messages are codes of the catalogue: the code that answers a wrong value of that field. */
const text = (code: string, max = 255) => z.string(code).max(max, code);
const numberOrText = (code: string) => z.union([text(code, 20), z.number()], code).transform(String);
const email = z.email('106').max(254, '106');

const address = z.object(
  {
    id: text('125').optional(),
    zip_code: numberOrText('113').nullish(),
    street_name: text('114').nullish(),
    street_number: z.union([text('114', 20), z.number()], '114').nullish(),
    city: z.object({ name: text('125').nullish() }, '125').nullish(),
  },
  '103',
);

const profile = z.object({
  email,
  first_name: text('107').nullish(),
  last_name: text('108').nullish(),
  phone: z.object({ area_code: numberOrText('109').nullish(), number: numberOrText('110').nullish() }, '103').nullish(),
  identification: z.object({ type: text('111').nullish(), number: text('112').nullish() }, '103').nullish(),
  address: address.nullish(),
  default_address: text('125').nullish(),
  date_registered: z.iso.datetime({ offset: true, local: true, message: '115' }).nullish(),
  description: text('116').nullish(),
  metadata: z.record(z.string(), z.unknown(), '117').optional(),
});

export const createBody = profile;
export const updateBody = profile.partial().extend({ default_card: text('120').optional() });

export const customerBodyRules = bodyRules({
  errors: customerErrors,
  notAnObject: '118',
  fallback: '125',
});

/** The fields that were sent, under the engine's names. */
export function profileChanges(body: z.output<typeof updateBody>, newId: () => string): Partial<CustomerProfile> {
  const changes: Partial<CustomerProfile> = {};
  if (body.email !== undefined) changes.email = body.email;
  if (body.first_name !== undefined) changes.firstName = body.first_name;
  if (body.last_name !== undefined) changes.lastName = body.last_name;
  if (body.phone !== undefined) {
    changes.phone = { area_code: body.phone?.area_code ?? null, number: body.phone?.number ?? null };
  }
  if (body.identification !== undefined) {
    changes.identification = { type: body.identification?.type ?? null, number: body.identification?.number ?? null };
  }
  if (body.address !== undefined) changes.address = body.address && storedAddress(body.address, newId);
  if (body.default_address !== undefined) changes.defaultAddress = body.default_address;
  if (body.date_registered !== undefined) changes.dateRegistered = body.date_registered;
  if (body.description !== undefined) changes.description = body.description;
  if (body.metadata !== undefined) changes.metadata = body.metadata;
  return changes;
}

function storedAddress(sent: z.output<typeof address>, newId: () => string): CustomerProfile['address'] {
  return {
    id: sent.id ?? newId(),
    zip_code: sent.zip_code ?? null,
    street_name: sent.street_name ?? null,
    street_number: sent.street_number ?? null,
    city: sent.city ? { name: sent.city.name ?? null } : null,
  };
}
