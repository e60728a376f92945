import { createHash } from 'node:crypto';

/**
 * One token, one attempt: however often a form is sent again, by a double click, a reload or a retry, Mercado Pago
 * sees the same key and answers with the same payment.
 */
export const idempotencyKeyOf = (token: string): string => createHash('sha256').update(token).digest('hex');
