/** One request to the API. Like the SDK, it rejects with the JSON body of a response that is not ok. */
async function request(url: URL, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const json: unknown = await response.json();
  return response.ok ? json : Promise.reject(json);
}

const ATTEMPTS = 3;
const ATTEMPT_TIMEOUT = 1000;

/** Old builds try three times, with a time-out of one second each. */
async function requestWithRetries(url: URL, init: RequestInit): Promise<unknown> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), ATTEMPT_TIMEOUT);
    try {
      return await request(url, { ...init, signal: limit.signal });
    } catch (error) {
      if (!limit.signal.aborted) throw error;
    } finally {
      clearTimeout(timer);
    }
  }
  throw new Error('Request timed out');
}

/** Mercado Pago's REST API as the SDK calls it. */
export class Rest {
  readonly #base: string;
  readonly #send: typeof request;

  constructor(base: string, oldBuild: boolean) {
    this.#base = base;
    this.#send = oldBuild ? requestWithRetries : request;
  }

  /** A name that is in both is there twice, as that of the locale with MercadoPago.js: first the object's, then that of the call. */
  get(path: string, identity: Record<string, string>, query: Record<string, string | undefined>): Promise<unknown> {
    const url = this.#url(path, identity);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.append(name, value);
    return this.#send(url, {});
  }

  post(path: string, query: Record<string, string>, body: object): Promise<unknown> {
    return this.#send(this.#url(path, query), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-product-id': 'mp-saved-cards/testing' },
      body: JSON.stringify(body),
    });
  }

  #url(path: string, query: Record<string, string>): URL {
    return new URL(`${this.#base}${path}?${new URLSearchParams(query).toString()}`, location.href);
  }
}
