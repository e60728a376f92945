import type { HTTPRequest, Page } from 'puppeteer-core';
import type { Demo } from './demo.js';

const SCRIPT = 'https://sdk.mercadopago.com/js/v2';
const FIELDS = ['https://secure-fields.mercadopago.com', 'https://api-static.mercadopago.com/secure-fields'];

/** What the test changes of the pages it opens. */
export interface Changes {
  /** Of the page itself. */
  readonly header?: (policy: string) => string;
  readonly html?: (page: string) => string;
  /** A host of Mercado Pago that does not answer. */
  readonly down?: string;
}

/**
 * The sandbox under Mercado Pago's own addresses, since a policy names hosts: the requests of a page are answered on their way.
 * The sandbox also serves the frames, so that they need no other origin.
 */
export class MercadoPagoHosts {
  readonly #demo: Demo;
  changes: Changes = {};

  private constructor(demo: Demo) {
    this.#demo = demo;
  }

  static async install(page: Page, demo: Demo): Promise<MercadoPagoHosts> {
    const hosts = new MercadoPagoHosts(demo);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void hosts.#answer(request).catch((error: unknown) => {
        // The page gave the request up, or was closed.
        if (!/no such request|closed|Invalid InterceptionId/i.test(String(error))) throw error;
      });
    });
    return hosts;
  }

  async #answer(request: HTTPRequest): Promise<void> {
    const url = new URL(request.url());
    if (url.hostname.endsWith('.mercadopago.com')) {
      if (url.origin === this.changes.down) return request.abort();
      return request.respond(await this.#ofMercadoPago(request, url));
    }
    if (url.origin !== this.#demo.origin || url.pathname !== '/strict') return request.continue();
    const { header = String, html = String } = this.changes;
    const response = await fetch(url);
    return request.respond({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': header(response.headers.get('content-security-policy') ?? '') },
      body: html(await response.text()),
    });
  }

  async #ofMercadoPago(request: HTTPRequest, url: URL) {
    const isFields = FIELDS.includes(url.href.replace(/\/?(\?.*)?$/, ''));
    const path = isFields ? '/secure-fields' : url.pathname + url.search;
    const body = await request.fetchPostData();
    const response = await fetch(this.#demo.sandboxOrigin + path, {
      method: request.method(),
      ...(body !== undefined && { body, headers: { 'Content-Type': 'application/json' } }),
    });
    const text = await response.text();
    const policy = response.headers.get('content-security-policy');
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      headers: { 'Access-Control-Allow-Origin': '*', ...(policy && { 'Content-Security-Policy': policy }) },
      body: url.href === SCRIPT ? withRealHosts(text) : text.replaceAll(this.#demo.sandboxOrigin, url.origin),
    };
  }
}

/** The stand-in's script begins with a line of configuration. */
const withRealHosts = (script: string): string =>
  `globalThis.__MP_STAND_IN__ = ${JSON.stringify({
    apiBase: 'https://api.mercadopago.com',
    fieldsPage: FIELDS[0],
    fieldsFallback: FIELDS[1],
  })};${script.slice(script.indexOf('\n'))}`;
