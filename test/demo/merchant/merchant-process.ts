import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createMerchant } from '../../../demo/merchant/app.js';
import { openShopData } from '../../../demo/merchant/shop-data.js';
import { WEBHOOK_SECRET } from './webhook-secret.js';

/** A shop in a process of its own, which a test can kill. Prints its origin, and then when no webhook waits. */
const [, , sandboxOrigin = '', folder = ''] = process.argv;
const data = openShopData(folder, WEBHOOK_SECRET);
const backend = { kind: 'sandbox', origin: sandboxOrigin } as const;
const server = serve({
  fetch: createMerchant({ data, backend, builtScript: '/none' }).fetch,
  hostname: '127.0.0.1',
  port: 0,
});
await once(server, 'listening');
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
await data.webhooks?.idle();
console.log('idle');
