/** Renders each element with `@lit-labs/ssr` under Node, without a DOM, and prints the HTML. */
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';

// The compiler does not look for it, since there may be no build yet.
const entry: string = 'mp-saved-cards';
await import(entry);

const page = html`
  <mp-saved-cards public-key="TEST-1" endpoint="/api/cards" locale="pt-BR">
    <mp-add-card slot="add-card" locale="pt-BR"></mp-add-card>
  </mp-saved-cards>
  <mp-payment-challenge url="https://bank.example/3ds" endpoint="/api/payments/1"></mp-payment-challenge>
`;
process.stdout.write(await collectResult(render(page)));
