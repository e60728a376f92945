import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { startDemo, type Demo } from '../../demo/dev-server.js';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The reference merchant and the sandbox behind it, and the apps' built files on the merchant's own origin. */
export class Shop {
  readonly origin: string;
  /** What MercadoPago.js's address answers with. */
  readonly sdk: string;
  readonly #sandbox: string;
  readonly #close: () => Promise<void>;

  private constructor(origin: string, sandbox: string, sdk: string, close: () => Promise<void>) {
    [this.origin, this.#sandbox, this.sdk, this.#close] = [origin, sandbox, sdk, close];
  }

  /** @param folderOf the folder with the files of `/<name>/` */
  static async start(folderOf: (name: string) => string): Promise<Shop> {
    const demo: Demo = await startDemo({ SANDBOX_PORT: '0' });
    const server = createServer((request, response) => {
      demo.middleware(request, response, () => {
        if (request.url === '/favicon.ico') return response.writeHead(204).end();
        const [, name = '', path] = /^\/([\w-]+)\/([\w./-]*)/.exec(request.url ?? '') ?? [];
        const file = join(folderOf(name), path || 'index.html');
        readFile(file).then(
          (body) => response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' }).end(body),
          () => response.writeHead(404).end(),
        );
      });
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const settings = (await (await fetch(`${origin}/api/checkout`)).json()) as { sandbox: { origin: string } };
    const sdk = await (await fetch(`${settings.sandbox.origin}/js/v2`)).text();
    return new Shop(origin, settings.sandbox.origin, sdk, async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, demo.close()]);
    });
  }

  async reset(): Promise<void> {
    await fetch(`${this.#sandbox}/sandbox/reset`, { method: 'POST' });
  }

  /** The customer's cards, as the shop's own server reads them when it renders a page. */
  async cards(): Promise<string> {
    return (await fetch(`${this.origin}/api/cards`)).text();
  }

  /** How many payments the sandbox was asked for since the last reset. */
  async payments(): Promise<number> {
    const requests = (await (await fetch(`${this.#sandbox}/sandbox/requests`)).json()) as {
      method: string;
      path: string;
    }[];
    return requests.filter(({ method, path }) => method === 'POST' && path === '/v1/payments').length;
  }

  close(): Promise<void> {
    return this.#close();
  }
}
