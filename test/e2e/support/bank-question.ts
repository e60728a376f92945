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
    await this.#isPainted();
    const iframe = await this.#page.waitForSelector(`${ELEMENT} >>> iframe`);
    if (!iframe) throw new Error('the bank has no frame');
    const version = await this.#page.browser().version();
    if (/firefox/i.test(version)) {
      const frame = await iframe.contentFrame();
      return press(frame, answer);
    }
    const [corner] = (await iframe.boxModel())?.content ?? [];
    const { x, y } = await middleInOwnProcess(this.#page, selectorOf(answer));
    await this.#page.mouse.click((corner?.x ?? 0) + x, (corner?.y ?? 0) + y);
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

  /** A shopper presses what is painted. A click that comes earlier reaches the page around the frame. */
  async #isPainted(): Promise<void> {
    await this.is('waiting');
    await this.#page.waitForFunction(
      (name, loading) => {
        const said = document.querySelector(name)?.shadowRoot?.querySelector('[role=status]')?.textContent;
        return said !== undefined && said !== loading;
      },
      {},
      ELEMENT,
      esAr.bankPageLoading,
    );
    await this.#page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }
}

const selectorOf = (answer: Answer): string => `button[value="${answer}"]`;

async function press(frame: Frame, answer: Answer): Promise<void> {
  const button = await frame.waitForSelector(selectorOf(answer));
  await button?.click();
}

/**
 * Where a button of the bank's page is, in its frame. Chromium gives that page a process of its own, and puppeteer can lose
 * the context of a frame that changes its process: what it evaluates there then waits for ever (puppeteer issue 10715). So
 * the process is asked itself.
 */
async function middleInOwnProcess(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const browser = await page.browser().target().createCDPSession();
  try {
    const { targetInfos } = await browser.send('Target.getTargets');
    const bank = targetInfos.find(({ type, url }) => type === 'iframe' && new URL(url).pathname === '/3ds');
    if (!bank) throw new Error('the bank’s page has no process of its own');
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId: bank.targetId, flatten: true });
    const session = browser.connection()?.session(sessionId);
    const answer = await session?.send('Runtime.evaluate', {
      expression: `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
        (document.querySelector('${selector}').getBoundingClientRect())`,
      returnByValue: true,
    });
    return answer?.result.value as { x: number; y: number };
  } finally {
    await browser.detach();
  }
}
