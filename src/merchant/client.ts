import { decodeCards } from '../card/decode.js';
import type { CardList } from '../card/saved-card.js';
import { MpError } from '../errors.js';
import { TIMEOUT } from '../timeouts.js';

/** How the page reaches the shop's card collection. */
export interface MerchantEndpoint {
  readonly url: string;
  /** Sent with every request, for instance a CSRF token. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** More of the request, or a function that knows it when the time comes. Its headers win over `headers`. */
  readonly requestInit?: RequestInit | (() => RequestInit | Promise<RequestInit>) | undefined;
  /** Replaces the transport. */
  readonly fetch?: typeof fetch | undefined;
}

/**
 * The customer's cards, as the shop lists them.
 *
 * @throws MpError `endpoint-network`, `endpoint-timeout`, `endpoint-status`, `signed-out`, `protocol`, `aborted`
 */
export async function listCards(endpoint: MerchantEndpoint, signal: AbortSignal): Promise<CardList> {
  return decodeCards(await request(endpoint, signal));
}

async function request(endpoint: MerchantEndpoint, signal: AbortSignal): Promise<unknown> {
  const { response, body } = await exchange(endpoint, signal);
  const { ok, status } = response;
  if (!ok) {
    const code = status === 401 || status === 403 ? 'signed-out' : 'endpoint-status';
    throw new MpError(code, `The card endpoint answered ${status}.`, { retryable: status >= 500 || status === 429 });
  }
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own error quotes the body, so it is not kept as the cause.
    throw new MpError('protocol', `Expected JSON, got something else (${response.headers.get('content-type')}).`);
  }
}

/** An answer with its whole body, whatever the status. */
interface Answer {
  readonly response: Response;
  readonly body: string;
}

/** Sends within the time-out and the caller's abort, even if a replaced `fetch` does not listen to its signal. */
async function exchange(endpoint: MerchantEndpoint, signal: AbortSignal): Promise<Answer> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(new Error('Stopped.')));
  });
  const timer = setTimeout(stop, TIMEOUT.merchant);
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    return await Promise.race([stopped, send(endpoint, controller.signal)]);
  } catch (cause) {
    const code = signal.aborted ? 'aborted' : controller.signal.aborted ? 'endpoint-timeout' : 'endpoint-network';
    throw new MpError(code, `No answer from the card endpoint: ${code}.`, { cause });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

async function send(endpoint: MerchantEndpoint, signal: AbortSignal): Promise<Answer> {
  // Taken out of the object: the browser's own fetch refuses to be called as somebody's method.
  const { url, requestInit, fetch = globalThis.fetch } = endpoint;
  const init = typeof requestInit === 'function' ? await requestInit() : requestInit;
  const headers = new Headers({ Accept: 'application/json' });
  for (const given of [endpoint.headers, init?.headers]) {
    new Headers(given).forEach((value, name) => headers.set(name, value));
  }
  const response = await fetch(url, { ...init, headers, signal });
  return { response, body: await response.text() };
}
