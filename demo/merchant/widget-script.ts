import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import type { Html } from './pages/layout.js';
import type { ShopContext } from './shop-env.js';

// A shop writes one line: <script src="/mp-saved-cards.min.js"></script>. The rest of this file is for the demo, which
// also runs on the sandbox and before anything was built.

/** `GET /mp-saved-cards.min.js`: the built script. */
export async function widgetScript(c: ShopContext) {
  if (!isBuilt(c)) throw new HTTPException(404, { message: 'Run npm run build first' });
  return javascript(c, await readFile(c.var.config.builtScript, 'utf8'));
}

/** `GET /sandbox-sdk.js`: has the elements load MercadoPago.js from the sandbox. */
export function sandboxSdk(c: ShopContext) {
  const { backend, devModules } = c.var.config;
  if (backend.kind === 'live') throw new HTTPException(404, { message: 'There is no sandbox' });
  const call = `configureSdk(${JSON.stringify({ url: `${backend.origin}/js/v2` })});\n`;
  if (isBuilt(c) || !devModules) return javascript(c, `MpSavedCards.${call}`);
  return javascript(c, `import { configureSdk } from ${JSON.stringify(devModules.elements)};\n${call}`);
}

/** The scripts of the checkout page, in the order in which they have to run. */
export function widgetScripts(c: ShopContext): Html {
  const { devModules } = c.var.config;
  if (isBuilt(c) || !devModules) {
    return html`<script src="/mp-saved-cards.min.js"></script>
      ${usesSandboxSdk(c) ? html`<script src="/sandbox-sdk.js"></script>` : ''}`;
  }
  return html`${usesSandboxSdk(c) ? html`<script type="module" src="/sandbox-sdk.js"></script>` : ''}
    <script type="module" src="${devModules.script}"></script>`;
}

/** `?sdk=real` keeps MercadoPago.js at its real address: for tests that answer that address themselves. */
export const leavesSdkAlone = (c: ShopContext): boolean => c.req.query('sdk') === 'real';

const usesSandboxSdk = (c: ShopContext): boolean => c.var.config.backend.kind === 'sandbox' && !leavesSdkAlone(c);

const isBuilt = (c: ShopContext): boolean => existsSync(c.var.config.builtScript);

const javascript = (c: ShopContext, source: string) =>
  c.body(source, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
