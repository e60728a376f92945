import { startSandbox } from './server.js';

/** `npm run sandbox` */
const { origin } = await startSandbox({ port: Number(process.env['SANDBOX_PORT'] ?? 5174) });
console.log(`Mercado Pago sandbox on ${origin} (started in ${Math.round(performance.now())} ms)`);
console.log(`  MercadoPago.js  ${origin}/js/v2`);
console.log(
  '  Credentials     APP_USR-<SITE>-<anything>, for example APP_USR-MLB-1, as access token and as public key;',
);
console.log('                  TEST-MLB-1 is the same account');
