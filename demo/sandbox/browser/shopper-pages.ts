import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../http/env.js';

/** Where a payment without a card sends the shopper: the slip of a ticket. */
export function addShopperPages(routes: Hono<Env>): void {
  routes.get('/tickets/:id', (c) =>
    c.html(
      html`<!doctype html>
        <title>Ticket</title>
        <p>Slip of payment ${c.req.param('id')}. No one can pay it: the sandbox leaves such payments pending.</p>`,
    ),
  );
}
