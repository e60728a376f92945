import type { Browser, HTTPRequest } from 'puppeteer-core';
import { CheckoutPage, type ShownResult } from '../e2e/support/checkout-page.js';
import { typingArrived } from '../e2e/support/typing-arrived.js';
import type { Shop } from './shop.js';

const SDK_ADDRESS = 'https://sdk.mercadopago.com/js/v2';

/** A code or a number can be typed. In each frame: a wait for a selector does not see what changes in a shadow root alone. */
const isFieldReady = () =>
  document.querySelector('mp-saved-cards')?.shadowRoot?.querySelector('.frame[aria-busy="false"]') ??
  document.querySelector('mp-add-card:state(ready)');

/** What the development builds of others say of themselves. */
const isNoise = (text: string) =>
  /^(Lit is in dev mode|%cDownload the React DevTools|Angular is running in development mode)/.test(text);

/** An app with a checkout that can leave and come back, and be rendered again. */
export class AppPage {
  readonly checkout: CheckoutPage;
  /** What the app wrote to the console. */
  readonly said: string[] = [];

  private constructor(checkout: CheckoutPage) {
    this.checkout = checkout;
    checkout.page.on('console', (message) => {
      if (!isNoise(message.text())) this.said.push(message.text());
    });
  }

  /** Opens the app; only the address of MercadoPago.js is answered by the sandbox. */
  static async open(browser: Browser, shop: Shop, path: string): Promise<AppPage> {
    const checkout = await CheckoutPage.prepare(browser);
    const { page } = checkout;
    await page.setRequestInterception(true);
    page.on('request', (request: HTTPRequest) => {
      const isSdk = request.url() === SDK_ADDRESS;
      void (isSdk ? request.respond({ contentType: 'text/javascript', body: shop.sdk }) : request.continue());
    });
    const app = new AppPage(checkout);
    await page.goto(`${shop.origin}/${path}`);
    await page.waitForFunction(isFieldReady);
    return app;
  }

  async pay(before?: ShownResult): Promise<ShownResult> {
    await this.checkout.pay();
    return this.checkout.result(before);
  }

  /** Presses Pay, and takes the checkout away in the same turn. */
  async payAndLeave(): Promise<void> {
    await typingArrived(this.checkout.page);
    await this.checkout.page.evaluate(() => {
      document.querySelector<HTMLButtonElement>('form button')?.click();
      document.querySelector<HTMLButtonElement>('#toggle')?.click();
    });
    await this.checkout.page.waitForFunction(() => !document.querySelector('mp-saved-cards'));
  }

  async leave(): Promise<void> {
    await this.checkout.page.click('#toggle');
    await this.checkout.page.waitForFunction(() => !document.querySelector('mp-saved-cards'));
  }

  async comeBack(): Promise<void> {
    await this.checkout.page.click('#toggle');
    await this.checkout.fieldReady();
  }

  /** Has the framework render everything again, and waits until it has. */
  async renderAgain(): Promise<void> {
    const { page } = this.checkout;
    const before = await page.$eval('#render', ({ textContent }) => textContent);
    await page.click('#render');
    await page.waitForFunction((old) => document.querySelector('#render')?.textContent !== old, {}, before);
  }

  /** The content of the field of the security code. */
  async typed(): Promise<string | undefined> {
    const frame = await (await this.checkout.page.$('iframe[name="securityCode"]'))?.contentFrame();
    return frame?.$eval('input', ({ value }) => value);
  }

  /** A token for the chosen card and what was typed. */
  async token(): Promise<string> {
    await typingArrived(this.checkout.page);
    return this.checkout.page.$eval('mp-saved-cards', async (list) => (await list.tokenize()).token);
  }

  close(): Promise<void> {
    return this.checkout.close();
  }
}
