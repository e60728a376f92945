import { MpError } from '../errors.js';
import { TIMEOUT } from '../timeouts.js';

/** The shop's card collection, and how requests to it are made. */
export interface MerchantEndpoint {
  readonly url: string;
  /** Headers of every request, for instance a CSRF token. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Further options of `fetch`, or a function that returns them. Its headers override `headers`. */
  readonly requestInit?: RequestInit | (() => RequestInit | Promise<RequestInit>) | undefined;
  /** Used instead of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** One request to the collection, or to an address below it. */
export interface MerchantRequest {
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  /** Path segments below the collection, not yet encoded. */
  readonly path?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly cache?: RequestCache;
  /** The request may outlive the page. */
  readonly keepalive?: boolean;
}

/** A response of any status, with its complete body. */
export interface Answer {
  readonly response: Response;
  readonly body: string;
}

/** Sends a prepared request synchronously: a page that is being unloaded sends nothing after the current task. */
export type Send = (signal: AbortSignal) => Promise<Answer>;

/** The signal of a request that is never aborted. */
export const NEVER_ABORTED = new AbortController().signal;

/** Resolves the page's `requestInit` now, so that the returned function can send the request synchronously. */
export async function prepareRequest(endpoint: MerchantEndpoint, request: MerchantRequest): Promise<Send> {
  // Read from the object first: the browser's own `fetch` throws when it is called as a method of another object.
  const { requestInit, fetch = globalThis.fetch } = endpoint;
  const { path = [], json, headers: own, ...rest } = request;
  const init = typeof requestInit === 'function' ? await requestInit() : requestInit;
  const headers = new Headers({ Accept: 'application/json' });
  if (json) headers.set('Content-Type', 'application/json');
  for (const given of [endpoint.headers, init?.headers, own]) {
    new Headers(given).forEach((value, name) => headers.set(name, value));
  }
  const url = urlOf(endpoint.url, path);
  const body = json ? { body: JSON.stringify(json) } : {};
  return async (signal) => {
    // A redirect would take headers and tokens to wherever it leads; `requestInit` may allow it.
    const redirect = init?.redirect ?? 'manual';
    const response = await fetch(url, { ...init, redirect, ...rest, ...body, headers, signal });
    return { response, body: await response.text() };
  };
}

/** Prepares a request and sends it. */
export const sendRequest = (
  endpoint: MerchantEndpoint,
  request: MerchantRequest,
  signal: AbortSignal,
): Promise<Answer> =>
  withinTimeout(signal, async (innerSignal) => (await prepareRequest(endpoint, request))(innerSignal));

/**
 * Rejects when the time-out is over or the caller aborts, even if the page's own `fetch` ignores the signal that `work` gets.
 *
 * @throws MpError `endpoint-network`, `endpoint-timeout`, `aborted`
 */
export async function withinTimeout<T>(
  signal: AbortSignal,
  work: (innerSignal: AbortSignal) => Promise<T>,
): Promise<T> {
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

/** An address below the collection. The collection's query string is kept. */
function urlOf(collection: string, path: readonly string[]): string {
  const segments = path.map((step) => `/${encodeURIComponent(step)}`).join('');
  return segments ? collection.replace(/\/?(?=[?#]|$)/, segments) : collection;
}
