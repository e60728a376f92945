import { html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/payment-challenge.js';
import type { MpPaymentChallengeElement } from '../../src/elements.js';
import { expectAccessible } from './accessible.js';
import { mountPage } from './mount-page.js';
import type { ConsoleRecorder, Recorder } from './recorder.js';

export { afterTest } from './mount-page.js';

/** A page of the bank: it has functions for tests to call, since a message has the window as its source that sends it. */
interface BankWindow extends Window {
  say(data: unknown): void;
}

/** A shop that answers every look at the payment with what a test has set last. */
export class PaymentStatusShop {
  answer: () => Response | Promise<Response> = () => status('pending', 'pending_challenge');
  readonly requests: RequestInit[] = [];

  readonly fetch: typeof fetch = async (_, init = {}) => {
    this.requests.push(init);
    return this.answer();
  };

  get looks(): number {
    return this.requests.length;
  }

  /** From now on the payment has this status. */
  says(state: string, detail = ''): void {
    this.answer = () => status(state, detail);
  }
}

export const status = (state: string, detail: string): Response =>
  answer(JSON.stringify({ status: state, status_detail: detail }));

/** A response whose body takes no time that a driven clock does not know. */
export const answer = (body: string, init?: ResponseInit): Response =>
  Object.assign(new Response(body, init), { text: () => Promise.resolve(body) });

/** `<mp-payment-challenge>` as a shopper sees it. */
export class ChallengePage {
  readonly element: MpPaymentChallengeElement;
  readonly events: Recorder;
  readonly log: ConsoleRecorder;
  readonly shop: PaymentStatusShop;

  constructor(element: MpPaymentChallengeElement, events: Recorder, log: ConsoleRecorder, shop: PaymentStatusShop) {
    this.element = element;
    this.events = events;
    this.log = log;
    this.shop = shop;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }

  get frame(): HTMLIFrameElement | null {
    return this.root.querySelector('iframe');
  }

  get bank(): BankWindow {
    return this.frame?.contentWindow as BankWindow;
  }

  text(selector: string): string {
    return this.root.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** The buttons outside the dialog. */
  get ways(): string[] {
    return [...this.root.querySelectorAll('#notice button')].map(({ textContent }) => textContent.trim());
  }

  press(label: string): void {
    const buttons = [...this.root.querySelectorAll('button')];
    const button = buttons.find(({ textContent }) => textContent.trim() === label);
    if (!button) throw new Error(`There is no button "${label}"`);
    button.click();
  }

  async settled(): Promise<void> {
    await this.element.updateComplete;
  }

  /** Waits for a state that only the network leads to. */
  async reaches(state: string): Promise<void> {
    await waitUntil(() => this.element.state === state, `the state is ${state}`, { timeout: 5000 });
    await this.settled();
  }

  /** The page of the bank is there. */
  async bankReady(): Promise<void> {
    await this.reaches('waiting');
    await waitUntil(() => typeof this.bank.say === 'function', 'the bank’s script has run', { timeout: 5000 });
  }

  expectAccessible(): Promise<void> {
    return expectAccessible(this.element);
  }
}

interface Options {
  readonly url?: string;
  readonly creq?: string;
  readonly shop?: PaymentStatusShop;
  readonly locale?: string;
  readonly returnUrl?: string;
}

/** A challenge with the bank's page of the test server. */
export const showChallenge = ({ url = '/bank', creq = '', returnUrl = '', shop, locale = 'en-US' }: Options = {}) => {
  const own = shop ?? new PaymentStatusShop();
  return mountChallenge(
    html`<mp-payment-challenge
      .url=${url}
      .creq=${creq}
      endpoint="/api/payments/123"
      return-url=${returnUrl}
      locale=${locale}
      .fetch=${own.fetch}
    ></mp-payment-challenge>`,
    own,
  );
};

export async function mountChallenge(
  template: TemplateResult,
  shop: PaymentStatusShop = new PaymentStatusShop(),
): Promise<ChallengePage> {
  const { page, events, log } = await mountPage(template, { standIn: null });
  const element = page.matches('mp-payment-challenge') ? page : page.querySelector('mp-payment-challenge');
  return new ChallengePage(element as MpPaymentChallengeElement, events, log, shop);
}
