import type { SavedCard } from '../card/saved-card.js';
import { MpError } from '../errors.js';
import { lease } from './lease.js';
import { publicKeyProblem, type PaymentSdk } from './payment-sdk.js';

/*
 * Looks at Mercado Pago's side of a page, for `diagnose()`, and changes nothing there.
 */

const refused = new Set<string>();

/** Only who refused what: never the address behind the host, nor what stood in a script. */
function note({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void {
  const [origin] = /^\w+:\/\/[^/]*(mercado|mlstatic)[^/?#]*/.exec(blockedURI) ?? [];
  if (origin || effectiveDirective.includes('trusted-types'))
    refused.add(`${effectiveDirective} ${origin ?? ''}`.trim());
}

/** Remembers from now on what the page's Content-Security-Policy refuses to Mercado Pago. Asked again it does nothing. */
export const watchPolicy = (): void => document.addEventListener('securitypolicyviolation', note);

/** @throws MpError when the page's policy refused something */
export function examinePolicy(): void {
  if (refused.size) throw new MpError('sdk-blocked', `The page's policy refused: ${[...refused].join(', ')}.`);
}

/** What is wrong with a public key on this page, other elements' keys included. */
export const keyProblem = (publicKey: string): string | undefined =>
  publicKeyProblem(publicKey) ??
  (lease.hasOtherKey(publicKey) ? 'Two public keys on one page: give every element the same one.' : undefined);

/**
 * True when the key is of the country, or account, in which the card was saved; false when nobody can tell.
 *
 * @throws MpError when Mercado Pago knows other cards only
 */
export async function examineCountry(sdk: PaymentSdk, { firstSixDigits, paymentMethod }: SavedCard): Promise<boolean> {
  const methods = await sdk.paymentMethods(firstSixDigits).catch(() => undefined);
  if (!methods || methods.some(({ id }) => id === paymentMethod.id)) return methods !== undefined;
  throw new MpError(
    'configuration',
    `Mercado Pago knows no such card (${paymentMethod.id}) under this public-key: it must be of the same account as your server's access token.`,
  );
}
