import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

/** An answer of Mercado Pago, as it is passed on. */
export interface Passed {
  readonly status: number;
  readonly body: string;
  readonly location?: string;
}

/** A request on its way to Mercado Pago. */
export interface Caught {
  readonly method: string;
  readonly path: string;
  /** The idempotency key. */
  readonly key: string;
  /** The test that catches it can carry it out later. */
  readonly carryOut: () => Promise<Passed>;
}

interface Changes {
  /** What is asked instead. */
  readonly request?: (url: URL) => void;
  /** What is answered to a request that is not carried out; nothing where it is. One that throws cuts the connection. */
  readonly instead?: (request: Caught) => Passed | undefined | Promise<undefined>;
  /** What is answered instead, to a request that was carried out. */
  readonly answer?: (method: string, path: string, answer: Passed) => Passed;
}

/** Something between the shop and Mercado Pago, for `openShop({ api })`. */
export const apiProxy =
  ({ request: changeRequest, instead, answer: changeAnswer = (_method, _path, answer) => answer }: Changes) =>
  async (sandbox: string): Promise<string> => {
    const server = createServer((request, response) => {
      const pass = async () => {
        const { method = 'GET' } = request;
        const url = new URL(request.url ?? '', sandbox);
        changeRequest?.(url);
        const chunks = await request.toArray();
        const headers = Object.entries(request.headers).filter(([name]) =>
          /^(authorization|content-type|x-)/.test(name),
        );
        const sent = chunks.length > 0 ? { body: Buffer.concat(chunks as Buffer[]) } : {};
        const carryOut = async () => {
          const answer = await fetch(url, { method, headers: headers as [string, string][], ...sent });
          return changeAnswer(method, url.pathname, { status: answer.status, body: await answer.text() });
        };
        const key = String(request.headers['x-idempotency-key']);
        const passed = (await instead?.({ method, path: url.pathname, key, carryOut })) ?? (await carryOut());
        const { status, body, location } = passed;
        response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) });
        response.end(status === 204 ? undefined : body);
      };
      pass().catch(() => response.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    after(() => server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
