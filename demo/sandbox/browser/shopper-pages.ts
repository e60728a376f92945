import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Accounts } from '../engine/accounts.js';
import { ApiError } from '../http/api-error.js';
import type { Env } from '../http/env.js';
import { finishChallenge } from '../payments/changes.js';
import { requirePayment } from '../payments/find.js';

const challengeRequest = z.object({ account: z.string(), payment: z.number() });

function readChallengeRequest(creq: unknown): z.output<typeof challengeRequest> | null {
  if (typeof creq !== 'string') return null;
  try {
    return challengeRequest.parse(JSON.parse(Buffer.from(creq, 'base64url').toString()));
  } catch {
    return null;
  }
}

/** Where a payment sends the shopper: the bank's 3DS challenge, and the slip of a ticket. */
export function addShopperPages(routes: Hono<Env>, accounts: Accounts): void {
  // The shop posts `creq` into a frame, or shows the address of an order's challenge in it. The challenge ends at once, the way its test card has it, and says so to the shop.
  routes.on(['GET', 'POST'], '/3ds', async (c) => {
    const request = readChallengeRequest(c.req.query('creq') ?? (await c.req.parseBody())['creq']);
    const account = request && accounts.of(request.account);
    if (!request || !account) throw new ApiError(400, 'invalid creq');
    finishChallenge(account, requirePayment(account, request.payment));
    const nonce = randomBytes(16).toString('base64');
    c.header('Content-Security-Policy', `default-src 'none'; script-src 'nonce-${nonce}'`);
    return c.html(
      html`<!doctype html>
        <title>3DS challenge</title>
        <p>Challenge finished.</p>
        <script nonce="${nonce}">
          parent.postMessage({ status: 'COMPLETE' }, '*');
        </script>`,
    );
  });

  routes.get('/tickets/:id', (c) =>
    c.html(
      html`<!doctype html>
        <title>Ticket</title>
        <p>
          Slip of payment ${c.req.param('id')}. Nobody takes money for it: the sandbox leaves such payments pending.
        </p>`,
    ),
  );
}
