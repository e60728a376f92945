import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { esAr } from '../../support/messages.js';

const ELEMENT = 'mp-payment-challenge';

type Answer = 'confirm' | 'reject';

/** `<mp-payment-challenge>` on a page, and the sandbox's bank in it, used as a shopper uses both. */
export class BankQuestion {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits until the element is in this state. */
  async is(state: string): Promise<void> {
    await this.#page.waitForSelector(`${ELEMENT}:state(${state})`);
  }

  /** Waits until the element has left the page. */
  async isGone(): Promise<void> {
    await this.#page.waitForFunction((name) => !document.querySelector(name), {}, ELEMENT);
  }

  /** Presses a button of the bank's page in its frame. */
  async answer(answer: Answer): Promise<void> {
    await press(await this.#frame(), answer);
  }

  /** The same in a tab of its own, opened with the link below the frame. */
  async answerInNewTab(answer: Answer): Promise<void> {
    const opened = new Promise<Page | null>((resolve) => this.#page.once('popup', resolve));
    await this.press(esAr.openBankPage);
    const tab = await opened;
    if (!tab) throw new Error('no tab was opened');
    await press(tab.mainFrame(), answer);
    await tab.waitForFunction(() => document.body.textContent.includes('Challenge finished'));
    await tab.close();
  }

  /** What the element says in the page, under the dialog. */
  async notice(): Promise<string> {
    const notice = await this.#page.waitForSelector(`${ELEMENT} >>> #notice`);
    return (await notice?.evaluate(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())) ?? '';
  }

  /** Presses a button or a link of the element. */
  async press(label: string): Promise<void> {
    const wanted = await this.#page.waitForFunction(
      (name, text) => {
        const all = document.querySelector(name)?.shadowRoot?.querySelectorAll<HTMLElement>('button, a') ?? [];
        return [...all].find(({ textContent }) => textContent.trim() === text);
      },
      {},
      ELEMENT,
      label,
    );
    await (wanted as ElementHandle<Element>).click();
  }

  /** Where the bank's page is: what a shopper has in another tab. */
  address(): Promise<{ url: string; creq: string }> {
    return this.#page.$eval(ELEMENT, ({ url, creq }) => ({ url, creq }));
  }

  async #frame(): Promise<Frame> {
    await this.is('waiting');
    const frame = await (await this.#page.waitForSelector(`${ELEMENT} >>> iframe`))?.contentFrame();
    if (!frame) throw new Error('the bank has no frame');
    return frame;
  }
}

async function press(frame: Frame, answer: Answer): Promise<void> {
  const button = await frame.waitForSelector(`button[value="${answer}"]`);
  await button?.click();
}
