/** A scripted endpoint of the shop: each request gets the next answer, or the last one again. */
export class ScriptedMerchant {
  readonly requests: { url: string; init: RequestInit }[] = [];
  readonly #answers: (() => Response | Promise<Response>)[] = [];

  /** Method and address of each request, in order. */
  get log(): string[] {
    return this.requests.map(({ url, init }) => `${init.method ?? 'GET'} ${url}`);
  }

  /** The requests that change something. */
  get changes(): string[] {
    return this.log.filter((line) => !line.startsWith('GET'));
  }

  /** For the element's property `fetch`. */
  readonly fetch = async (url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    this.requests.push({ url: url instanceof Request ? url.url : url.toString(), init });
    const answer = this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
    if (!answer) throw new Error('The merchant has no answer');
    return answer();
  };

  cards(body: unknown): this {
    return this.#add(() => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }));
  }

  status(status: number, body = ''): this {
    return this.#add(() => new Response(body || null, { status }));
  }

  html(): this {
    return this.#add(() => new Response('<p>Sign in</p>', { headers: { 'Content-Type': 'text/html' } }));
  }

  /** A real one, by the test server: no script can make such a response. */
  redirect(): this {
    return this.#add(() => fetch('/moved/302', { redirect: 'manual' }));
  }

  offline(): this {
    return this.#add(() => Promise.reject(new TypeError('Failed to fetch')));
  }

  silence(): this {
    return this.#add(() => new Promise<Response>(() => {}));
  }

  /** Adds an answer that is sent when the returned function is called. */
  delayed(body: unknown, status = 200): () => void {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    this.#add(() => gate.then(() => new Response(JSON.stringify(body), { status })));
    return release;
  }

  #add(answer: () => Response | Promise<Response>): this {
    this.#answers.push(answer);
    return this;
  }
}
