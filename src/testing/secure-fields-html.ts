import { cardTokenEndpoint } from './card-token-endpoint.js';
import { fieldRules } from './field-rules.js';
import { secureFieldsPage, type SecureFieldsConfig } from './secure-fields-page.js';

export interface SecureFieldsHtmlOptions extends SecureFieldsConfig {
  /** Nonce of the page's `<script>` and `<style>`, for a page with a Content-Security-Policy. */
  nonce?: string;
}

const escapeAttribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/**
 * The HTML of the Secure Fields page, without any further file. It is used as a `blob:` page offline, or served from another
 * origin by a sandbox. That needs CORS headers, since MercadoPago.js fetches the page before it sets `iframe.src`.
 */
export function secureFieldsHtml({ nonce, ...config }: SecureFieldsHtmlOptions = {}): string {
  const nonceAttribute = nonce === undefined ? '' : ` nonce="${escapeAttribute(nonce)}"`;
  const configText = JSON.stringify(config).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Secure field</title>
    <style${nonceAttribute}>
      html, body { height: 100%; margin: 0; background: transparent; overflow: hidden; }
      input { box-sizing: border-box; width: 100%; height: 100%; padding: 0; border: 0; outline: 0; border-radius: 0; background: transparent; font: 16px sans-serif; }
      input::placeholder { color: var(--placeholder-color, #6b6b6b); opacity: 1; }
    </style>
  </head>
  <body>
    <input type="text" inputmode="numeric">
    <script${nonceAttribute}>(${secureFieldsPage})(${configText}, (${fieldRules})(), ${cardTokenEndpoint});</script>
  </body>
</html>
`;
}
