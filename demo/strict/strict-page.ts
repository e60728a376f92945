import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { html } from 'hono/html';
import { Hono } from 'hono';
import { cartFor } from '../merchant/cart.js';
import { credentialsFor, type Backend } from '../merchant/config.js';
import { policyHeader } from './policy.js';

/** The country of a visitor who has not signed in. */
const visitorSite = (backend: Backend) => (backend.kind === 'live' ? backend.site : 'MLA');

/**
 * `GET /strict`: a checkout under the README's Content Security Policy, Trusted Types included, which counts what is reported.
 * `?sdk=real` leaves MercadoPago.js at its real address, as with credentials of one's own.
 */
export function strictPage(backend: Backend, builtScript: string): Hono {
  return new Hono().get('/strict', (c) => {
    if (!existsSync(builtScript)) return c.text('Run npm run build first', 404);
    const nonce = randomBytes(16).toString('base64');
    const sandbox = backend.kind === 'sandbox' && c.req.query('sdk') !== 'real' ? backend.origin : undefined;
    const site = visitorSite(backend);
    const config = `MpSavedCards.configureSdk(${JSON.stringify({ url: `${sandbox}/js/v2` })})`;
    c.header('Content-Security-Policy', policyHeader(nonce, sandbox));
    c.header('Cache-Control', 'no-store');
    return c.html(
      html`<!doctype html>
        <html lang="es-AR">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>Strict Content Security Policy</title>
            <link rel="stylesheet" href="/checkout.css" />
            <script nonce="${nonce}">
              var reports = [];
              document.addEventListener('securitypolicyviolation', function (event) {
                reports.push(event.effectiveDirective + ' ' + event.blockedURI);
                var output = document.querySelector('#reports');
                if (output) output.textContent = reports.join(', ');
              });
            </script>
            <script nonce="${nonce}" src="/mp-saved-cards.min.js"></script>
            ${
              sandbox
                ? html`<script nonce="${nonce}">
                    ${config};
                  </script>`
                : ''
            }
          </head>
          <body>
            <h1>Strict Content Security Policy</h1>
            <p>Reports of the policy: <output id="reports">none</output></p>
            <form action="/checkout" method="post">
              <mp-saved-cards
                public-key="${credentialsFor(backend, site).publicKey}"
                endpoint="/api/cards"
                amount="${cartFor(site).amount}"
              >
                <mp-add-card slot="add-card"></mp-add-card>
              </mp-saved-cards>
              <button>Pagar</button>
            </form>
          </body>
        </html>`,
    );
  });
}
