import { startSandbox } from './server.js';

/** `npm run sandbox` */
const { origin } = await startSandbox({ port: Number(process.env['SANDBOX_PORT'] ?? 5174) });
console.log(`Mercado Pago sandbox on ${origin} (started in ${Math.round(performance.now())} ms)`);
console.log(`  MercadoPago.js  ${origin}/js/v2`);
console.log('  Credentials     TEST-<SITE>-<anything>, for example TEST-MLB-1, as access token and as public key');
