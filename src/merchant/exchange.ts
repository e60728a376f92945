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

/** One request to the collection, or to something below it. */
export interface MerchantRequest {
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  /** Steps below the collection, not yet encoded. */
  readonly path?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean;
}

/** An answer with its whole body, whatever the status. */
export interface Answer {
  readonly response: Response;
  readonly body: string;
}

/** Sends a request that is ready, in the very turn of the call: later a page that is going away sends nothing. */
export type Send = (signal: AbortSignal) => Promise<Answer>;

/** For what nobody calls off. */
export const NEVER = new AbortController().signal;

/** Asks the page for its part of the request now, so that `Send` need not wait for it. */
export async function prepare(endpoint: MerchantEndpoint, request: MerchantRequest): Promise<Send> {
  // Taken out of the object: the browser's own fetch refuses to be called as somebody's method.
  const { requestInit, fetch = globalThis.fetch } = endpoint;
  const { path = [], json, headers: own, ...rest } = request;
  const init = typeof requestInit === 'function' ? await requestInit() : requestInit;
  const headers = new Headers({ Accept: 'application/json' });
  if (json) headers.set('Content-Type', 'application/json');
  for (const given of [endpoint.headers, init?.headers, own]) {
    new Headers(given).forEach((value, name) => headers.set(name, value));
  }
  const url = below(endpoint.url, path);
  const body = json ? { body: JSON.stringify(json) } : {};
  return async (signal) => {
    const response = await fetch(url, { ...init, ...rest, ...body, headers, signal });
    return { response, body: await response.text() };
  };
}

export const exchange = (endpoint: MerchantEndpoint, request: MerchantRequest, signal: AbortSignal): Promise<Answer> =>
  inTime(signal, async (ending) => (await prepare(endpoint, request))(ending));

/**
 * Works within the time-out and the caller's abort, even if a replaced `fetch` does not listen to its signal.
 *
 * @throws MpError `endpoint-network`, `endpoint-timeout`, `aborted`
 */
export async function inTime<T>(signal: AbortSignal, work: (ending: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(new Error('Stopped.')));
  });
  const timer = setTimeout(stop, TIMEOUT.merchant);
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    return await Promise.race([stopped, work(controller.signal)]);
  } catch (cause) {
    const code = signal.aborted ? 'aborted' : controller.signal.aborted ? 'endpoint-timeout' : 'endpoint-network';
    throw new MpError(code, `No answer from the card endpoint: ${code}.`, { cause });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** The address of something in the collection; the collection's query stays. */
function below(collection: string, path: readonly string[]): string {
  const steps = path.map((step) => `/${encodeURIComponent(step)}`).join('');
  return steps ? collection.replace(/\/?(?=[?#]|$)/, steps) : collection;
}
