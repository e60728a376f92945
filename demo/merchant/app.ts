import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setApiBase } from './api-base.js';
import { credentialsFor, type MerchantConfig } from './config.js';
import { contentPolicy } from './content-policy.js';
import { isForeseen, toApiError } from './errors.js';
import { jsonBodies, sameOriginWrites, signedIn } from './guards.js';
import { isHungUp } from './hang-up.js';
import { connect } from './mercado-pago.js';
import { messagePage } from './pages/message-page.js';
import { addCard } from './routes/add-card.js';
import { cancelPayment } from './routes/cancel-payment.js';
import { checkoutSettings } from './routes/checkout-settings.js';
import { createPayment } from './routes/create-payment.js';
import { getCustomer } from './routes/get-customer.js';
import { listCards } from './routes/list-cards.js';
import { listPayments } from './routes/list-payments.js';
import { makeDefault } from './routes/make-default.js';
import { closeChallenge, leavePayment, openChallenge } from './routes/open-challenge.js';
import { payCheckout } from './routes/pay-checkout.js';
import { paymentStatus } from './routes/payment-status.js';
import { receiveWebhook } from './routes/receive-webhook.js';
import { refundPayment } from './routes/refund-payment.js';
import { removeCard } from './routes/remove-card.js';
import { showCheckout } from './routes/show-checkout.js';
import { showPayment } from './routes/show-payment.js';
import { signIn } from './routes/sign-in.js';
import { updateCustomer } from './routes/update-customer.js';
import { SessionStore, type Session } from './session.js';
import type { ShopContext, ShopEnv } from './shop-env.js';
import { readResource } from './webhooks/read-resource.js';
import { sandboxSdk, widgetScript } from './widget-script.js';

const maxBodySize = 16 * 1024;

/** What a browser shows by itself. */
const isPage = (c: ShopContext): boolean => c.req.path === '/checkout' || c.req.path.startsWith('/checkout/');

const tooLarge = (c: ShopContext) =>
  isPage(c) ? c.html(messagePage(c, 'notRead'), 413) : c.json({ message: 'Too large', cause: [] }, 413);

/**
 * The reference merchant: the server side of a shop whose customers pay with saved cards.
 * One process runs only one, because the official SDK has one host for the whole process (see `api-base.ts`).
 */
export function createMerchant(config: MerchantConfig): Hono<ShopEnv> {
  const { backend } = config;
  if (backend.kind === 'sandbox') setApiBase(backend.origin);
  const visitor: Session =
    backend.kind === 'live'
      ? { site: backend.site, email: backend.payerEmail }
      : { site: 'MLA', email: 'ana@testuser.com' };
  const sessions = new SessionStore(visitor);
  const app = new Hono<ShopEnv>();

  app.use(async (c, next) => {
    // With real credentials there is one customer and no sign-in: a cookie is left from the sandbox.
    const session = backend.kind === 'live' ? visitor : sessions.read(c);
    c.set('config', config);
    c.set('sessions', sessions);
    c.set('session', session);
    const { accessToken } = credentialsFor(backend, session.site);
    c.set('mercadoPago', connect(accessToken, session.paymentApi ?? config.paymentApi ?? 'payments', session.site));
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
  });
  app.use(sameOriginWrites);
  // Before what asks for a session: it is Mercado Pago that calls, and the signature says so.
  app.post('/api/webhooks', receiveWebhook);
  app.use(bodyLimit({ maxSize: maxBodySize, onError: tooLarge }));

  app.get('/api/checkout', checkoutSettings);
  app.use('/api/*', signedIn, jsonBodies);
  app.get('/api/cards', listCards);
  app.post('/api/cards', addCard);
  app.delete('/api/cards/:id', removeCard);
  app.put('/api/cards/:id/default', makeDefault);
  app.get('/api/payments', listPayments);
  app.post('/api/payments', createPayment);
  app.get('/api/payments/:id', paymentStatus);
  app.put('/api/payments/:id', cancelPayment);
  app.post('/api/payments/:id/refunds', refundPayment);
  app.get('/api/challenge', openChallenge);
  app.delete('/api/challenge/:id', closeChallenge);
  app.get('/api/customer', getCustomer);
  app.put('/api/customer', updateCustomer);
  app.post('/session', jsonBodies, signIn);

  app.use('/checkout/*', contentPolicy(backend));
  app.get('/checkout', showCheckout);
  app.post('/checkout', payCheckout);
  app.get('/checkout/payments/:id', showPayment);
  app.post('/checkout/payments/:id/seen', leavePayment);
  app.get('/checkout.css', async (c) =>
    c.body(await readFile(new URL('pages/checkout.css', import.meta.url), 'utf8'), 200, { 'Content-Type': 'text/css' }),
  );
  app.get('/openapi.yaml', async (c) =>
    c.body(await readFile(new URL('openapi.yaml', import.meta.url), 'utf8'), 200, {
      'Content-Type': 'application/yaml',
    }),
  );
  app.get('/mp-saved-cards.min.js', widgetScript);
  app.get('/sandbox-sdk.js', sandboxSdk);

  app.notFound((c) =>
    isPage(c) ? c.html(messagePage(c, 'noPage'), 404) : c.json({ message: 'Not found', cause: [] }, 404),
  );
  app.onError((error, c) => {
    if (!isForeseen(error) && !isHungUp(c.req.raw)) console.error(error);
    const { status, body } = toApiError(error);
    if (!isPage(c) || status === 403 || status === 415) return c.json(body, status);
    const isAbsent = status === 404 || (status === 400 && c.req.method === 'GET');
    const answered = status < 500 ? 'notRead' : 'unavailable';
    return c.html(messagePage(c, isAbsent ? 'noPage' : answered), status);
  });
  config.data?.webhooks?.start(readResource(backend, config.data));
  return app;
}
