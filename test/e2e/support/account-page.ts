import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import type { Demo } from './demo.js';

/** A payment as the page shows it. */
export interface ShownPayment {
  readonly id: string;
  readonly state: string;
}

/** The account page, used as a shopper uses it. */
export class AccountPage {
  readonly page: Page;
  /** Every error of the page that was not caught. */
  readonly errors: string[] = [];
  readonly #demo: Demo;

  private constructor(page: Page, demo: Demo) {
    this.page = page;
    this.#demo = demo;
    page.on('pageerror', (error) => this.errors.push(error instanceof Error ? error.message : String(error)));
  }

  /** A page that is watched from its first moment on, and shows nothing yet. */
  static async prepare(browser: Browser, demo: Demo): Promise<AccountPage> {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    return new AccountPage(page, demo);
  }

  /** Opens the page, or loads it again, and waits until all of it is there. */
  async visit(query = ''): Promise<void> {
    await this.page.goto(`${this.#demo.origin}/demo/account/${query}`);
    await this.loaded();
  }

  /** Waits until cards, payments and profile are there. */
  async loaded(): Promise<void> {
    await this.page.waitForFunction(hasLoaded);
  }

  /** Pays with the customer's first card, as the shop's own page would: token of the browser, payment of the shop. */
  async pay(): Promise<void> {
    const status = await this.page.evaluate(payInPage, this.#demo.sandboxOrigin);
    if (status !== 201) throw new Error(`the shop answered ${status} to a payment`);
  }

  /** The payments shown, newest first. */
  payments(): Promise<ShownPayment[]> {
    return this.page.$$eval('[data-payment-id]', (rows) =>
      rows.map((row) => ({
        id: row.getAttribute('data-payment-id') ?? '',
        state: (row.querySelector('.state')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
      })),
    );
  }

  /** The cards shown, as they are spoken: `Visa terminada en 3704`. */
  cards(): Promise<string[]> {
    return this.page.$$eval(`${LIST} >>> [data-card] .name`, readSpoken);
  }

  /** The card that has the badge of the default one. */
  async defaultCard(): Promise<string | undefined> {
    const marked = await this.page.$$eval(`${LIST} >>> .row:has(.badge:not(.warning, .danger)) .name`, readSpoken);
    return marked[0];
  }

  /** Opens the form for another card. */
  async addCard(): Promise<void> {
    await (await this.page.waitForSelector('mp-add-card >>> button'))?.click();
  }

  /** The button that a screen reader calls so, or that says so, in the list of cards. */
  async cardButton(name: string): Promise<ElementHandle<HTMLButtonElement>> {
    const button = await this.page.waitForSelector(`${LIST} >>> ::-p-aria([name="${name}"][role="button"])`);
    return button as ElementHandle<HTMLButtonElement>;
  }

  /** The button with this label in a part of the page. */
  async button(within: string, label: string): Promise<ElementHandle<HTMLButtonElement>> {
    for (const button of await this.page.$$(`${within} button`)) {
      if ((await button.evaluate(readLabel)) === label) return button;
    }
    throw new Error(`there is no button "${label}" in ${within}`);
  }

  async press(within: string, label: string): Promise<void> {
    await (await this.button(within, label)).click();
  }

  /** Says yes to the question that is asked. */
  async agree(): Promise<void> {
    await this.page.waitForSelector('dialog[open]');
    await this.page.click('#confirm-yes');
  }

  /** What a part of the page shows once it has an outcome. */
  async outcome(within: string): Promise<string> {
    const outcome = await this.page.waitForSelector(`${within} output .result`);
    return (await outcome?.evaluate(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())) ?? '';
  }

  /** The text of what has the focus. */
  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
  }

  value(selector: string): Promise<string> {
    return this.page.$eval(selector, (input) => (input instanceof HTMLInputElement ? input.value : ''));
  }

  /** Types over the content of the input. */
  async fill(selector: string, text: string): Promise<void> {
    await this.page.$eval(selector, (input) => input instanceof HTMLInputElement && input.select());
    await this.page.type(selector, text);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

const LIST = 'mp-saved-cards';

const readLabel = ({ textContent }: Element): string => textContent.replace(/\s+/g, ' ').trim();

function hasLoaded(): boolean {
  const list = document.querySelector('mp-saved-cards');
  const payments = document.querySelector('#payments :is(ul, p, .result)');
  const profile = document.querySelector('#profile:not([hidden]), #profile-outcome .result');
  return list !== null && list.state !== 'loading' && payments !== null && profile !== null;
}

/** What a screen reader says of names: the parts that are not hidden from it. */
function readSpoken(names: Element[]): string[] {
  return names.map((name) => {
    const copy = name.cloneNode(true) as Element;
    copy.querySelector('[aria-hidden]')?.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  });
}

async function payInPage(sandbox: string): Promise<number> {
  const post = (url: string, body: object) =>
    fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const { publicKey } = (await (await fetch('/api/checkout')).json()) as { publicKey: string };
  const { cards } = (await (await fetch('/api/cards')).json()) as { cards: readonly { id: string }[] };
  const card_id = cards[0]?.id;
  const tokens = `${sandbox}/v1/card_tokens?public_key=${publicKey}`;
  const token = (await (await post(tokens, { card_id, security_code: '123' })).json()) as { id: string };
  return (await post('/api/payments', { token: token.id, card_id })).status;
}
