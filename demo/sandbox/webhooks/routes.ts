import type { Hono } from 'hono';
import { z } from 'zod';
import { ApiError } from '../http/api-error.js';
import type { Env } from '../http/env.js';
import type { WebhookSender } from './sender.js';
import { panelBody } from './settings.js';

/** `/sandbox/webhooks`: the panel of an account, or of all; what was sent; and `/deliver`, for what waits. */
export function addWebhookRoutes(
  routes: Hono<Env>,
  sender: WebhookSender,
  scopeOf: (account?: string) => string | null,
) {
  const show = (scope: string | null) => ({
    url: sender.panelOf(scope)?.url ?? null,
    deliveries: sender.list(scope),
  });

  routes.get('/webhooks', (c) => c.json(show(scopeOf(c.req.query('account')))));

  routes.put('/webhooks', async (c) => {
    const parsed = panelBody.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) throw new ApiError(400, z.prettifyError(parsed.error));
    const scope = scopeOf(c.req.query('account'));
    sender.configure(scope, parsed.data);
    return c.json(show(scope));
  });

  routes.post('/webhooks/deliver', async (c) => {
    const scope = scopeOf(c.req.query('account'));
    await sender.deliver(scope);
    return c.json(show(scope));
  });
}
