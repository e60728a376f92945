/** One request to the shop's server and what it answered, bodies as they were sent. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly request: unknown;
  /** `null`: no answer came. */
  readonly status: number | null;
  readonly answer: unknown;
}

/** Records the requests to the shop's server for the panel, those of the page and of the elements. */
export class Recorder {
  onExchange: (exchange: Exchange) => void = () => {};

  readonly fetch: typeof fetch = async (input, init = {}) => {
    const request = {
      method: init.method ?? 'GET',
      path: input instanceof Request ? input.url : String(input),
      request: parsed(typeof init.body === 'string' ? init.body : ''),
    };
    try {
      const response = await fetch(input, init);
      void this.#report(request, response.clone());
      return response;
    } catch (error) {
      this.onExchange({ ...request, status: null, answer: String(error) });
      throw error;
    }
  };

  async #report(request: Pick<Exchange, 'method' | 'path' | 'request'>, response: Response): Promise<void> {
    const body = await response.text().catch(() => 'The answer broke off.');
    this.onExchange({ ...request, status: response.status, answer: parsed(body) });
  }
}

const LONGEST_TEXT = 300;

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  }
}
