import { createHmac } from 'node:crypto';
import type { WebhookSwitches } from './settings.js';

/** The `x-signature` of a webhook; `undefined` when it is to have none. The body is not part of it, as in life. */
export function signatureOf(
  { id, requestId, now }: { readonly id: string; readonly requestId: string; readonly now: Date },
  secret: string,
  { signature, signed_id, timestamp }: WebhookSwitches,
): string | undefined {
  if (signature === 'missing') return undefined;
  const ts = timestamp === 'seconds' ? Math.floor(now.getTime() / 1000) : now.getTime();
  const signedId = signed_id === 'lower_case' ? id.toLowerCase() : id;
  const key = signature === 'wrong' ? `not ${secret}` : secret;
  const hash = createHmac('sha256', key).update(`id:${signedId};request-id:${requestId};ts:${ts};`).digest('hex');
  return `ts=${ts},v1=${hash}`;
}
