import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { createMerchant } from './merchant/app.js';
import { liveBackendFrom, paymentApiFrom, type MerchantConfig } from './merchant/config.js';
import { startSandbox } from './sandbox/server.js';
import { misbehave } from './shop-faults.js';

/** The demo's two servers, as `npm start` needs them. */
export interface Demo {
  /** Answers the merchant's routes and passes every other request on. */
  readonly middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  close(): Promise<void>;
}

const builtScript = fileURLToPath(new URL('../dist/mp-saved-cards.min.js', import.meta.url));
const devModules = { script: '/src/script.ts', elements: '/src/elements.ts' };
const merchantPaths = /^\/(api\/|(checkout|checkout\.css|session|mp-saved-cards\.min\.js|sandbox-sdk\.js)(\?|$))/;

/** Starts the sandbox, unless the environment names an account at Mercado Pago, and a merchant that talks to it. */
export async function startDemo(environment: Record<string, string | undefined>): Promise<Demo> {
  const live = liveBackendFrom(environment);
  const paymentApi = paymentApiFrom(environment);
  if (live) return { middleware: merchantMiddleware({ backend: live, paymentApi }), close: async () => {} };
  const sandbox = await openSandbox(Number(environment['SANDBOX_PORT'] ?? 5174));
  return {
    middleware: merchantMiddleware({ backend: { kind: 'sandbox', origin: sandbox.origin }, paymentApi }),
    close: () => sandbox.close(),
  };
}

async function openSandbox(port: number): ReturnType<typeof startSandbox> {
  try {
    return await startSandbox({ port });
  } catch (error) {
    // Without the error's `code`: Vite would take EADDRINUSE to be about its own port.
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(`Port ${port} of the sandbox is in use: free it, or choose another one with SANDBOX_PORT`, {
      cause: error,
    });
  }
}

type DemoConfig = Pick<MerchantConfig, 'backend' | 'paymentApi'>;

function merchantMiddleware(config: DemoConfig): Demo['middleware'] {
  const merchant = createMerchant({ ...config, builtScript, devModules });
  const answer = getRequestListener(merchant.fetch, { overrideGlobalObjects: false });
  return (request, response, next) => {
    if (!merchantPaths.test(request.url ?? '')) next();
    else if (!misbehave(request, response, (other) => answer(request, other))) void answer(request, response);
  };
}
