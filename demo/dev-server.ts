import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { createMerchant } from './merchant/app.js';
import { credentialsFor, dataSettings, liveBackendFrom, paymentApiFrom, type Backend } from './merchant/config.js';
import type { PaymentApiName } from './merchant/payment-apis/payment-api.js';
import { openShopData } from './merchant/shop-data.js';
import { sites } from './merchant/sites.js';
import { accountNameOf } from './sandbox/engine/accounts.js';
import { startSandbox, type StartOptions } from './sandbox/server.js';
import { misbehave } from './shop-faults.js';
import { strictPage } from './strict/strict-page.js';
import { isRefused, webhookHosts } from './webhook-hosts.js';

/** The demo's two servers, as `npm start` needs them. */
export interface Demo {
  /** Answers the merchant's routes and passes every other request on. */
  readonly middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  close(): Promise<void>;
}

type Merchant = ReturnType<typeof createMerchant>;

const builtScript = fileURLToPath(new URL('../dist/mp-saved-cards.min.js', import.meta.url));
const devModules = { script: '/src/script.ts', elements: '/src/elements.ts' };
const merchantPaths =
  /^\/(api\/|(checkout(\/payments\/\w+(\/seen)?)?|checkout\.css|openapi\.yaml|session|mp-saved-cards\.min\.js|sandbox-sdk\.js|strict)(\?|$))/;

/** Starts the sandbox, unless the environment names an account at Mercado Pago, and a merchant that talks to it. */
export async function startDemo(environment: Record<string, string | undefined>): Promise<Demo> {
  const hosts = webhookHosts(environment);
  const { middleware, close } = await startServers(environment);
  return {
    middleware: (request, response, next) => {
      if (isRefused(request, hosts)) response.writeHead(404).end();
      else middleware(request, response, next);
    },
    close,
  };
}

async function startServers(environment: Record<string, string | undefined>): Promise<Demo> {
  const live = liveBackendFrom(environment);
  const paymentApi = paymentApiFrom(environment);
  if (live) {
    const { SHOP_DATA: folder, MP_WEBHOOK_SECRET: secret } = dataSettings.parse(environment);
    const data = openShopData(folder, secret);
    const merchant = createMerchant({ backend: live, paymentApi, builtScript, devModules, data });
    return { middleware: shopMiddleware(merchant, live), close: async () => {} };
  }
  return startWithSandbox(Number(environment['SANDBOX_PORT'] ?? 5174), paymentApi);
}

/** The shop's data live as long as the sandbox's: the next one gives the same ids to other payments. */
async function startWithSandbox(port: number, paymentApi: PaymentApiName): Promise<Demo> {
  const sandbox = await openSandbox({ port, onReset: (account) => forget(folder, backend, account) });
  const backend: Backend = { kind: 'sandbox', origin: sandbox.origin };
  const folder = await mkdtemp(join(tmpdir(), 'mp-saved-cards-shop-'));
  const secret = randomBytes(32).toString('hex');
  const data = openShopData(folder, secret);
  const merchant = createMerchant({ backend, paymentApi, builtScript, devModules, data });
  const door = await openWebhookDoor(merchant);
  for (const site of sites) {
    const url = `${door.origin}/api/webhooks?site=${site}`;
    const account = credentialsFor(backend, site).accessToken;
    await fetch(`${sandbox.origin}/sandbox/webhooks?account=${account}`, {
      method: 'PUT',
      body: JSON.stringify({ url, secret }),
    });
  }
  return {
    middleware: shopMiddleware(merchant, backend),
    close: async () => {
      await sandbox.close();
      await door.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a shop keeps about an account that was emptied: it would wait for payments that are gone. */
async function forget(folder: string, backend: Backend, account: string | null): Promise<void> {
  const site = sites.find((each) => accountNameOf(credentialsFor(backend, each).accessToken) === account);
  if (account !== null && !site) return;
  for (const kind of await readdir(folder)) {
    // A draft is being written: it is renamed in a moment.
    const kept = (await readdir(join(folder, kind))).filter((name) => !name.endsWith('.draft'));
    const gone = site ? kept.filter((name) => name === site || name.startsWith(`${site}-`)) : kept;
    for (const name of gone) await rm(join(folder, kind, name), { recursive: true, force: true });
  }
}

/** Webhooks come in by a port of their own, so that neither Vite's port nor its certificate matters to the sandbox. */
async function openWebhookDoor(merchant: Merchant): Promise<{ origin: string; close(): Promise<void> }> {
  const answer = getRequestListener(merchant.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    if (/^\/api\/webhooks(\?|$)/.test(request.url ?? '')) void answer(request, response);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function openSandbox(options: StartOptions): ReturnType<typeof startSandbox> {
  try {
    return await startSandbox(options);
  } catch (error) {
    // Without the error's `code`: Vite would take EADDRINUSE to be about its own port.
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(`Port ${options.port} of the sandbox is in use: free it, or choose another one with SANDBOX_PORT`, {
      cause: error,
    });
  }
}

/** The merchant, and the page under a strict policy, which posts to the merchant. */
function shopMiddleware(merchant: Merchant, backend: Backend): Demo['middleware'] {
  const shop = strictPage(backend, builtScript).mount('/', (request: Request) => merchant.fetch(request));
  const answer = getRequestListener(shop.fetch, { overrideGlobalObjects: false });
  return (request, response, next) => {
    if (!merchantPaths.test(request.url ?? '')) next();
    else if (!misbehave(request, response, (other) => answer(request, other))) void answer(request, response);
  };
}
