import { z } from 'zod';
import { bodyRules } from '../http/body.js';
import { tokenErrors } from '../http/catalogue.js';

/** Schema messages are codes of the catalogue. */
const required = (missing: string, invalid: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined || input === null ? missing : invalid),
});

/** Numbers of expiry dates arrive as numbers from browsers and as text from the official SDK. */
const whole = (missing: string, invalid: string) =>
  z.union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,4}$/)
        .transform(Number),
    ],
    required(missing, invalid),
  );

const expirationMonth = whole('208', '325').pipe(z.int('325').min(1, '325').max(12, '325'));
const expirationYear = whole('209', '326')
  .transform((year) => (year < 100 ? 2000 + year : year))
  .pipe(z.int('326').max(2099, '326'));
const securityCode = z.string('E203').regex(/^\d{3,4}$/, 'E203');

export const cardholder = z.object(
  {
    name: z
      .string(required('221', '316'))
      .min(1, { error: '221', abort: true })
      .regex(/^[\p{L}\p{M} .'’]{1,60}$/u, '316'),
    identification: z
      .object({
        type: z.string('322').nullish(),
        number: z
          .string('324')
          .regex(/^[a-zA-Z\d]*$/, '324')
          .nullish(),
      })
      .nullish(),
  },
  '221',
);

/** A card's data as typed by the shopper. */
export const rawCardBody = z.object({
  card_number: z
    .string(required('205', 'E301'))
    .min(1, { error: '205', abort: true })
    .regex(/^\d{8,19}$/, 'E301'),
  expiration_month: expirationMonth,
  expiration_year: expirationYear,
  security_code: securityCode.optional(),
  cardholder,
});

/** A saved card and the code that was typed for it. */
export const savedCardBody = z.object({
  card_id: z.union([z.string().min(1, 'E201'), z.number()], 'E201').transform(String),
  customer_id: z.string('E201').optional(),
  security_code: z
    .literal('')
    .transform(() => undefined)
    .or(securityCode)
    .optional(),
});

export const updateBody = z.object({
  expiration_month: expirationMonth.optional(),
  expiration_year: expirationYear.optional(),
  security_code: securityCode.optional(),
  cardholder: cardholder.optional(),
});

export const tokenBodyRules = bodyRules({
  errors: tokenErrors,
  notAnObject: '1',
  fallback: '1',
});
