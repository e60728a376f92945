import '../../src/payment-challenge.js';
import { afterTest, PaymentStatusShop } from '../support/challenge-harness.js';

interface Options {
  readonly width?: number;
  readonly height?: number;
  /** Content Security Policy of the page. */
  readonly policy?: string;
  readonly creq?: string;
}

/** A page in a window of its own size, with a policy of its own, that shows a challenge. */
export async function openOwnPage({ width = 1000, height = 800, policy, creq = '' }: Options = {}) {
  const frame = document.createElement('iframe');
  frame.style.cssText = `position: fixed; inset: 0; inline-size: ${width}px; block-size: ${height}px; border: 0`;
  document.body.append(frame);
  afterTest(() => frame.remove());
  const { contentWindow: window, contentDocument: page } = frame;
  if (!window || !page) throw new Error('The page did not open');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  // Not `srcdoc`: such a page has no address.
  page.open();
  page.write(`<!doctype html>
    <html lang="en">
      ${policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : ''}
      <script type="module" src="/src/payment-challenge.ts"></script>
      <body style="margin: 0; font: 16px sans-serif"></body>
    </html>`);
  page.close();
  await loaded;
  const element = Object.assign(page.createElement('mp-payment-challenge'), {
    url: '/bank',
    creq,
    endpoint: '/api/payments/123',
    locale: 'en-US',
    fetch: new PaymentStatusShop().fetch,
  });
  page.body.append(element);
  await element.updateComplete;
  const part = <Part extends HTMLElement>(selector: string): Part => {
    const found = element.shadowRoot?.querySelector<Part>(selector);
    if (!found) throw new Error(`The element has no ${selector}`);
    return found;
  };
  return { window, page, element, part };
}
