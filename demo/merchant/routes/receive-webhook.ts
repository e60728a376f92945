import { HTTPException } from 'hono/http-exception';
import { readQuery, webhookQuery } from '../requests.js';
import type { ShopContext } from '../shop-env.js';
import { signatureFault } from '../webhooks/signature.js';

/**
 * `POST /api/webhooks`: Mercado Pago reports that a payment or an order has changed. Answers as soon as that is stored,
 * since Mercado Pago waits 22 seconds; the body is not read, because the signature does not cover it.
 */
export async function receiveWebhook(c: ShopContext) {
  const { data, backend } = c.var.config;
  const webhooks = data?.webhooks;
  if (!webhooks) throw new HTTPException(503, { message: 'Webhooks need MP_WEBHOOK_SECRET' });
  const fault = signatureFault(
    {
      xSignature: c.req.header('x-signature'),
      xRequestId: c.req.header('x-request-id'),
      dataId: c.req.query('data.id'),
    },
    webhooks.secret,
  );
  if (fault) {
    console.warn(`Webhook refused: ${fault}`);
    throw new HTTPException(401, { message: 'The signature is not valid' });
  }
  const { 'data.id': id, type, site } = readQuery(c, webhookQuery);
  // Other topics, such as disputes, are not for this shop. Without a 200 they would come again and again.
  if (type) await webhooks.receive({ site: backend.kind === 'live' ? backend.site : site, topic: type, id });
  return c.body(null, 200);
}
