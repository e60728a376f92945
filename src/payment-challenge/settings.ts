import { merchantEndpoint, type EndpointSettings } from '../core/merchant-endpoint.js';
import { MpError } from '../errors.js';
import type { Challenge } from './state.js';

export interface ChallengeSettings extends EndpointSettings {
  readonly url: string;
  readonly creq: string;
}

const isLoopback = (hostname: string): boolean => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

function parsedUrl(text: string): URL | undefined {
  try {
    return new URL(text, location.href);
  } catch {
    return undefined;
  }
}

/** Whether a frame may have this address: https, and http between pages of this machine. */
function isFit({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname) && isLoopback(location.hostname));
}

/**
 * The challenge as the page has set it up; nothing when it has set up none.
 *
 * @throws MpError `configuration`
 */
export function challengeOf({ url, creq, ...settings }: ChallengeSettings): Challenge | null {
  if (!url && !creq && !settings.endpoint) return null;
  const address = url ? parsedUrl(url) : undefined;
  if (!address || !isFit(address))
    throw new MpError('configuration', 'url must be the https address that Mercado Pago gave.');
  if (!settings.endpoint) throw new MpError('configuration', 'Give "endpoint": it answers {status, status_detail}.');
  merchantEndpoint(settings);
  return { url: address.href, creq };
}

/**
 * Where the page goes in the end; nothing when it stays.
 *
 * @throws MpError `configuration` when it is not a page of this site
 */
export function returnAddress(returnUrl: string): string | null {
  if (!returnUrl) return null;
  const address = parsedUrl(new URL(returnUrl, document.baseURI).href);
  if (address?.origin === location.origin && /^https?:$/.test(address.protocol)) return address.href;
  throw new MpError('configuration', 'return-url must be an address of this site.');
}
