import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { nextPage } from './next-page.js';
import { typingArrived } from './typing-arrived.js';

/** The outcome of a payment, as `#payment-result` says. */
export interface ShownResult {
  readonly status: string;
  readonly statusDetail: string;
  readonly paymentId: string;
}

const WIDGET = 'mp-saved-cards';
const PAY = 'form button:not([type="button"])';

/** A checkout with saved cards, used as a shopper uses it: the QA page, or the merchant's plain one. */
export class CheckoutPage {
  readonly page: Page;
  /** All that was written to the console, and every error of the page that was not caught. */
  readonly console: string[] = [];
  readonly errors: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => this.console.push(message.text()));
    page.on('pageerror', (error) => this.errors.push(error instanceof Error ? error.message : String(error)));
  }

  /** A page that is watched from its first moment on, and shows nothing yet. */
  static async prepare(browser: Browser): Promise<CheckoutPage> {
    const checkout = new CheckoutPage(await browser.newPage());
    await checkout.page.evaluateOnNewDocument(rememberTokens);
    return checkout;
  }

  /** Opens the page and waits until a code can be typed. */
  static async open(browser: Browser, url: string): Promise<CheckoutPage> {
    const checkout = await CheckoutPage.prepare(browser);
    await checkout.page.goto(url);
    await checkout.fieldReady();
    return checkout;
  }

  /** Chooses the card by a click on its label; the first one is 1. */
  async choose(ordinal: number): Promise<void> {
    await this.#quiet();
    await (await this.#nth('label.summary', ordinal)).click();
    await this.fieldReady();
  }

  /** Chooses a number of installments, and reads its texts. */
  async chooseInstallments(count: string): Promise<string> {
    await this.#shown(`#installments option[value="${count}"]`);
    await (await this.#shown('#installments')).select(count);
    return this.widgetText('#installments-details');
  }

  /** Chooses "use another card". */
  async useAnotherCard(): Promise<void> {
    await this.#quiet();
    await (await this.#shown('.other label')).click();
  }

  /** After a payment: presses the only button that makes the list ready for another one. */
  async payAgain(): Promise<void> {
    await this.#quiet();
    await (await this.#shown('#paid button')).click();
    await this.page.waitForFunction((name) => document.querySelector(name)?.matches(':state(ready)'), {}, WIDGET);
  }

  /** The last digits of the cards that are listed. */
  digits(): Promise<string[]> {
    return this.page.$$eval(`${WIDGET} >>> .digits`, (rows) => rows.map(({ textContent }) => textContent.slice(-4)));
  }

  /** Names of the Secure Fields that stand in the page. */
  frames(): Promise<string[]> {
    return this.page.$$eval('iframe[name]', (frames) => frames.map((frame) => frame.getAttribute('name') ?? ''));
  }

  /** Types with real keys into the frame of the security code. */
  async typeCode(code: string): Promise<void> {
    const iframe = await this.page.waitForSelector('iframe[name="securityCode"]');
    const frame = await iframe?.contentFrame();
    const input = await frame?.waitForSelector('input');
    if (!input) throw new Error('there is no field for the security code');
    await input.type(code);
  }

  /** What the button says. */
  payLabel(): Promise<string> {
    return this.page.$eval(PAY, ({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  }

  async pay(): Promise<void> {
    await typingArrived(this.page);
    await this.page.click(PAY);
  }

  /** Presses Pay in a form that the browser itself sends, and waits for the page that answers. */
  async payByForm(): Promise<void> {
    try {
      await nextPage(this.page, () => this.pay());
    } catch (cause) {
      throw new Error(`Not sent: ${await this.page.evaluate(readCheckout)}`, { cause });
    }
  }

  /** Clicks Pay, and again so many milliseconds later; timed in the page, so that a busy machine does not stretch it. */
  async payImpatiently(furtherClicks: readonly number[]): Promise<void> {
    await typingArrived(this.page);
    await this.page.$eval(PAY, clickAgain, furtherClicks);
  }

  /** The card's radio, to press keys on. */
  radio(ordinal: number): Promise<ElementHandle> {
    return this.#nth('input[type="radio"]', ordinal);
  }

  /** Waits for the result of a payment, which is another one than `before`. */
  async result(before?: ShownResult): Promise<ShownResult> {
    try {
      const shown = await this.page.waitForFunction(readResult, {}, before?.paymentId ?? null);
      return (await shown.jsonValue()) as ShownResult;
    } catch (cause) {
      throw new Error(`No result: ${await this.page.evaluate(readCheckout)}`, { cause });
    }
  }

  /** Waits until the code's frame is ready. */
  async fieldReady(): Promise<void> {
    await this.#shown('.frame[aria-busy="false"]');
  }

  /** What a part of the list says, once it is there. */
  async widgetText(selector: string): Promise<string> {
    const shown = await this.#shown(selector);
    return shown.evaluate(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  }

  /** Where the focus is: `radio`, `anotherPayment`, the id or name of a control, or the name of a Secure Field. */
  focused(): Promise<string> {
    return this.page.evaluate(readFocus);
  }

  /** Waits until the focus is there; out of a frame of another origin it comes a moment later. */
  async hasFocus(place: string): Promise<void> {
    const end = Date.now() + 10_000;
    for (let at = await this.focused(); at !== place; at = await this.focused())
      if (Date.now() > end) throw new Error(`the focus is on ${at}, not on ${place}`);
  }

  /** Waits until what is typed goes into a Secure Field: the page moved the focus there, and its frame noticed it. */
  async hasCursor(field: string): Promise<void> {
    await this.hasFocus(field);
    const frame = await (await this.page.$(`iframe[name="${field}"]`))?.contentFrame();
    await frame?.waitForFunction(() => document.activeElement?.localName === 'input');
  }

  /** Waits until the three frames of a new card are ready. */
  async newCardReady(): Promise<void> {
    await this.page.waitForFunction(() => {
      const frames = document.querySelector('mp-add-card')?.shadowRoot?.querySelectorAll('.frame') ?? [];
      return frames.length === 3 && [...frames].every((frame) => frame.ariaBusy === 'false');
    });
  }

  /** The names in the event log, oldest first. */
  loggedEvents(): Promise<string[]> {
    return this.page.$$eval('.log .time + strong', (names) => names.map((name) => name.textContent).reverse());
  }

  /** Every token that `token-ready` handed out on this page; the test looks for them where they must not be. */
  tokens(): Promise<string[]> {
    return this.page.evaluate(() => window.handedOutTokens);
  }

  /** All that is in the page: markup and text, shadow roots and values of inputs included. */
  everythingShown(): Promise<string> {
    return this.page.evaluate(readEverything);
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  /** Waits until nothing moves any more under the pointer: the browser driver measures first, and clicks later. */
  async #quiet(): Promise<void> {
    await this.page.waitForFunction(
      (name) => !document.querySelector(name)?.shadowRoot?.querySelector('[aria-busy="true"]'),
      {},
      WIDGET,
    );
  }

  async #nth(selector: string, ordinal: number): Promise<ElementHandle> {
    await this.#shown(selector);
    const element = (await this.page.$$(`${WIDGET} >>> ${selector}`))[ordinal - 1];
    if (!element) throw new Error(`there are fewer than ${ordinal} of ${selector}`);
    return element;
  }

  /**
   * A part of the list, once it is there. It is looked for in each frame: a wait for a selector does not see what changes in a
   * shadow root alone.
   */
  async #shown(selector: string): Promise<ElementHandle<Element>> {
    try {
      const find = (widget: string, inner: string) => document.querySelector(widget)?.shadowRoot?.querySelector(inner);
      const shown = await this.page.waitForFunction(find, {}, WIDGET, selector);
      return shown as ElementHandle<Element>;
    } catch (cause) {
      throw new Error(`The list has no ${selector}: ${await this.page.evaluate(readCheckout)}`, { cause });
    }
  }
}

declare global {
  interface Window {
    handedOutTokens: string[];
  }
}

function rememberTokens(): void {
  window.handedOutTokens = [];
  addEventListener('token-ready', (event) => window.handedOutTokens.push(event.detail.token));
}

function clickAgain(button: Element, delays: readonly number[]): void {
  if (!(button instanceof HTMLElement)) return;
  button.click();
  for (const delay of delays) setTimeout(() => button.click(), delay);
}

function readResult(paymentIdBefore: string | null): ShownResult | false {
  const { status, statusDetail, paymentId } = document.getElementById('payment-result')?.dataset ?? {};
  if (status === undefined || statusDetail === undefined || paymentId === undefined) return false;
  return paymentId !== paymentIdBefore && { status, statusDetail, paymentId };
}

/** What distinguishes a press on Pay that was lost from one that was stopped, or that waits. */
function readCheckout(): string {
  const { state, complete, shadowRoot } = document.querySelector('mp-saved-cards') ?? {};
  const says = [...(shadowRoot?.querySelectorAll('[part~=notice], [part~=error], [part~=status]') ?? [])];
  const texts = says.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).filter(Boolean);
  const { x, y } = document.querySelector('form button:not([type="button"])')?.getBoundingClientRect() ?? {};
  return JSON.stringify({ page: document.readyState, state, complete, texts, scrollY, pay: [x, y] });
}

function readFocus(): string {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element instanceof HTMLInputElement && element.type === 'radio') return 'radio';
  if (element?.closest('#paid')) return 'anotherPayment';
  return element?.getAttribute('name') ?? element?.id ?? '';
}

function readEverything(): string {
  const read = (root: Document | ShadowRoot): string =>
    [...root.querySelectorAll('*')]
      .map((element) => {
        const attributes = [...element.attributes].map(({ value }) => value);
        const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
        const value = element instanceof HTMLInputElement ? element.value : '';
        const inner = element.shadowRoot ? read(element.shadowRoot) : '';
        return [...attributes, ...own.map(({ textContent }) => textContent), value, inner].join('\n');
      })
      .join('\n');
  return read(document);
}
