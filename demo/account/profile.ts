import { z } from 'zod';

const text = z.string().nullish();

export const profileSchema = z.object({
  email: text,
  first_name: text,
  last_name: text,
  phone: z.object({ area_code: text, number: text }).nullish(),
  identification: z.object({ type: text, number: text }).nullish(),
  address: z
    .object({
      zip_code: text,
      street_name: text,
      street_number: z.union([z.string(), z.number()]).nullish(),
      city: z.object({ name: text }).nullish(),
    })
    .nullish(),
});

/** The signed-in customer, as the shop's server returns it. */
export type Profile = z.output<typeof profileSchema>;

/** The names of the form's inputs. */
export const fieldNames = [
  'first_name',
  'last_name',
  'area_code',
  'phone_number',
  'document_type',
  'document_number',
  'street_name',
  'street_number',
  'zip_code',
  'city',
] as const;

export type FieldName = (typeof fieldNames)[number];

/** The values of the form's inputs. */
export type ProfileFields = Readonly<Record<FieldName, string>>;

/** The body of a change: only the parts that are to be changed. */
export interface ProfileChange {
  readonly first_name?: string;
  readonly last_name?: string;
  readonly phone?: { readonly area_code: string; readonly number: string };
  readonly identification?: { readonly type: string; readonly number: string };
  readonly address?: {
    readonly street_name: string;
    readonly street_number: string;
    readonly zip_code: string;
    readonly city: { readonly name: string };
  };
}

export function fieldsOf({ first_name, last_name, phone, identification, address }: Profile): ProfileFields {
  return {
    first_name: first_name ?? '',
    last_name: last_name ?? '',
    area_code: phone?.area_code ?? '',
    phone_number: phone?.number ?? '',
    document_type: identification?.type ?? '',
    document_number: identification?.number ?? '',
    street_name: address?.street_name ?? '',
    street_number: String(address?.street_number ?? ''),
    zip_code: address?.zip_code ?? '',
    city: address?.city?.name ?? '',
  };
}

/** The changes that turn a profile into `after`. A part that did not change is not sent: it may be incomplete. */
export function changesOf(before: ProfileFields, after: ProfileFields): ProfileChange {
  const isChanged = (...names: FieldName[]) => names.some((name) => before[name] !== after[name]);
  return {
    ...(isChanged('first_name') && { first_name: after.first_name }),
    ...(isChanged('last_name') && { last_name: after.last_name }),
    ...(isChanged('area_code', 'phone_number') && {
      phone: { area_code: after.area_code, number: after.phone_number },
    }),
    ...(isChanged('document_type', 'document_number') && {
      identification: { type: after.document_type, number: after.document_number },
    }),
    ...(isChanged('street_name', 'street_number', 'zip_code', 'city') && {
      address: {
        street_name: after.street_name,
        street_number: after.street_number,
        zip_code: after.zip_code,
        city: { name: after.city },
      },
    }),
  };
}
