import { MpError } from '../errors.js';
import type { MerchantEndpoint } from '../merchant/client.js';
import { fromJson } from './json-attribute.js';

/** How an element reaches the shop, as the page has set it up. */
export interface EndpointSettings {
  readonly endpoint: string;
  /** From an attribute, or a property that a framework set to the attribute's text: may be anything. */
  readonly requestHeaders?: unknown;
  readonly requestInit?: MerchantEndpoint['requestInit'];
  readonly fetch?: typeof fetch | undefined;
}

/**
 * The shop's endpoint as the element is set up.
 *
 * @throws MpError `configuration`
 */
export function merchantEndpoint(settings: EndpointSettings): MerchantEndpoint {
  const { endpoint, requestInit, fetch } = settings;
  const requestHeaders = fromJson(settings.requestHeaders);
  if (!endpoint) throw new MpError('configuration', 'Give "endpoint", the address of your card list, or "cards".');
  if (requestHeaders && (typeof requestHeaders !== 'object' || Array.isArray(requestHeaders))) {
    throw new MpError('configuration', 'request-headers must be a JSON object: {"X-CSRF-Token": "…"}.');
  }
  return { url: endpoint, headers: requestHeaders as Record<string, string> | undefined, requestInit, fetch };
}
