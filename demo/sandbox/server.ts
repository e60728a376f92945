import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createSandbox, type SandboxOptions } from './app.js';
import { isForOwnHost } from './http/own-host.js';

export interface StartOptions extends SandboxOptions {
  /** 0 for any that is free. A port that is taken is an error. */
  readonly port?: number;
}

export interface RunningSandbox {
  /** `http://127.0.0.1:5174` */
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts a sandbox that this machine alone can reach. */
export async function startSandbox({ port = 5174, ...options }: StartOptions = {}): Promise<RunningSandbox> {
  const end = new AbortController();
  const listener = getRequestListener(createSandbox({ ...options, end: end.signal }).fetch);
  const server = createServer((request, response) => {
    if (isForOwnHost(request)) void listener(request, response);
    else response.writeHead(421).end();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${address.port}`, close: () => close(server, end) };
}

async function close(server: Server, end: AbortController): Promise<void> {
  end.abort();
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
