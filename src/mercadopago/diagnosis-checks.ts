import type { SavedCard } from '../card/saved-card.js';
import { MpError } from '../errors.js';
import { lease } from './lease.js';
import { publicKeyProblem, type PaymentSdk } from './payment-sdk.js';

/*
 * The checks of `diagnose()` that concern Mercado Pago. They change nothing on the page.
 */

const violations = new Set<string>();

/** Records directive and origin only, never the rest of the URL or a part of a script. */
function recordViolation({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void {
  const [origin] = /^\w+:\/\/[^/]*(mercado|mlstatic)[^/?#]*/.exec(blockedURI) ?? [];
  if (origin || effectiveDirective.includes('trusted-types'))
    violations.add(`${effectiveDirective} ${origin ?? ''}`.trim());
}

/** Records from now on what the page's Content-Security-Policy blocks of Mercado Pago. A second call does nothing. */
export const watchPolicyViolations = (): void => document.addEventListener('securitypolicyviolation', recordViolation);

/** @throws MpError when the page's policy blocked something of Mercado Pago */
export function checkPolicy(): void {
  if (violations.size) throw new MpError('sdk-blocked', `The page's policy refused: ${[...violations].join(', ')}.`);
}

/**
 * What the page's Cross-Origin-Embedder-Policy does to Mercado Pago, or nothing. No API of the page gives the header, so the page's
 * own address is asked for it; to be called only when something did not load.
 */
export async function embedderProblem(): Promise<string | undefined> {
  const answer = await fetch(location.href, { method: 'HEAD' }).catch(() => undefined);
  const policy = answer?.headers.get('cross-origin-embedder-policy') ?? '';
  return /^(require-corp|credentialless)/.test(policy)
    ? `The page sends Cross-Origin-Embedder-Policy: ${policy}. Under it no frame of Mercado Pago loads: leave it out on the page that pays.`
    : undefined;
}

/** Says what is wrong with a public key on this page, or nothing. Also compares it with the keys of other elements. */
export const keyProblem = (publicKey: string): string | undefined =>
  publicKeyProblem(publicKey) ??
  (lease.hasOtherKey(publicKey) ? 'Two public keys on one page: give every element the same one.' : undefined);

/**
 * True when Mercado Pago knows this card under the public key, false when it does not answer.
 *
 * @throws MpError when it does not know the card: the key belongs to another country or account than the card
 */
export async function checkCountry(sdk: PaymentSdk, { firstSixDigits, paymentMethod }: SavedCard): Promise<boolean> {
  const methods = await sdk.paymentMethods(firstSixDigits).catch(() => undefined);
  if (!methods || methods.some(({ id }) => id === paymentMethod.id)) return methods !== undefined;
  throw new MpError(
    'configuration',
    `Mercado Pago knows no such card (${paymentMethod.id}) under this public-key: it must be of the same account as your server's access token.`,
  );
}
