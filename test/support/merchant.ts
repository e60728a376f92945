/** The shop's endpoint as a script: each request takes the next answer, or the last one again. */
export class ScriptedMerchant {
  readonly requests: { url: string; init: RequestInit }[] = [];
  readonly #answers: (() => Response | Promise<Response>)[] = [];

  /** To be given to the element's `fetch` property. */
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
    return this.#add(() => new Response(body, { status }));
  }

  html(): this {
    return this.#add(() => new Response('<p>Sign in</p>', { headers: { 'Content-Type': 'text/html' } }));
  }

  offline(): this {
    return this.#add(() => Promise.reject(new TypeError('Failed to fetch')));
  }

  silence(): this {
    return this.#add(() => new Promise<Response>(() => {}));
  }

  /** An answer that comes when it is let go: the result lets it go. */
  held(body: unknown): () => void {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    this.#add(() => gate.then(() => new Response(JSON.stringify(body))));
    return release;
  }

  #add(answer: () => Response | Promise<Response>): this {
    this.#answers.push(answer);
    return this;
  }
}
