import { z } from 'zod';
import { bodyRules } from '../http/body.js';
import { customerErrors } from '../http/catalogue.js';

/** Schema messages are codes of the catalogue. */
const id = (code: string) =>
  z
    .union([z.string().min(1, code), z.number()], code)
    .transform(String)
    .optional();

export const saveBody = z.object({
  token: z.string('119').min(1, '119'),
  payment_method_id: id('123'),
  issuer_id: id('124'),
});

export const updateBody = z.object({
  expiration_month: z.int('122').min(1, '122').max(12, '122').optional(),
  expiration_year: z.int('122').min(2000, '122').max(2099, '122').optional(),
  cardholder: z
    .object(
      {
        name: z.string('122').min(1, '122').max(60, '122').optional(),
        identification: z.object({ type: z.string('122').nullish(), number: z.string('122').nullish() }).optional(),
      },
      '122',
    )
    .optional(),
  token: z.string('119').min(1, '119').optional(),
});

export const cardBodyRules = bodyRules({
  errors: customerErrors,
  notAnObject: '118',
  fallback: '125',
});
