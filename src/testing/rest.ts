/** One request to the API: refused answers reject with their JSON body, as the SDK hands it on. */
async function request(url: URL, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const json: unknown = await response.json();
  return response.ok ? json : Promise.reject(json);
}

const TRIES = 3;
const TRY_LIMIT = 1000;

/** Old builds give each try a second and report the third failure. */
async function impatientRequest(url: URL, init: RequestInit): Promise<unknown> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), TRY_LIMIT);
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

  constructor(base: string, impatient: boolean) {
    this.#base = base;
    this.#send = impatient ? impatientRequest : request;
  }

  get(path: string, query: Record<string, string | undefined>): Promise<unknown> {
    return this.#send(this.#url(path, query), {});
  }

  post(path: string, query: Record<string, string>, body: object): Promise<unknown> {
    return this.#send(this.#url(path, query), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-product-id': 'mp-saved-cards/testing' },
      body: JSON.stringify(body),
    });
  }

  #url(path: string, query: Record<string, string | undefined>): URL {
    const url = new URL(`${this.#base}${path}`, location.href);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    return url;
  }
}
