import { executeServerCommand, sendMouse } from '@web/test-runner-commands';
import type { MpAddCardElement, MpSavedCardsElement } from '../../src/elements.js';
import type { StandIn } from '../../src/testing/index.js';
import { navigates, type Mechanism } from './mechanisms.js';
import type { Log, Order } from './shop/ledger.js';
import { DEFAULTS, toQuery, type PageOptions } from './shop/options.js';
import type { ShopCommand } from './shop/server.js';

export const CODE = '739';
const TIMEOUT = 5000;

/** What `shops/shop.js` puts into the window of each page. */
interface ShopWindow extends Window {
  readonly standIn?: StandIn;
  readonly shop: { readonly sent: number; readonly answered: number; readonly busy: number };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** A shopper on one page of the shop, in a frame of the test's page. */
export class Visit {
  readonly mechanism: Mechanism;
  readonly #run = crypto.randomUUID();
  readonly #frame = document.createElement('iframe');

  constructor(mechanism: Mechanism) {
    this.mechanism = mechanism;
    this.#frame.style.cssText = 'position: fixed; inset: 0; inline-size: 100%; block-size: 100%; border: 0';
    document.body.append(this.#frame);
  }

  /** Opens the page; by default the shopper accepts the terms at once. */
  async open(options: Partial<PageOptions> & { agree?: boolean } = {}): Promise<void> {
    const { agree = true, ...page } = options;
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    this.#frame.src = `/shop/${this.#run}/checkout?${toQuery({ ...DEFAULTS, ...page, mechanism: this.mechanism })}`;
    await loaded;
    await this.ready({ agree, isChosen: !options.required });
  }

  close(): void {
    this.#frame.remove();
  }

  /** The list is shown, and the code can be typed. */
  async ready({ agree = true, isChosen = true } = {}): Promise<void> {
    await this.until('the list is shown', () => this.widget.state && this.widget.state !== 'loading');
    if (isChosen) await this.standIn.ready('securityCode');
    if (agree && !this.terms.checked) this.terms.click();
  }

  /** Waits for a condition of the page or of its shop; `what` says which one never came. */
  async until(what: string, condition: () => unknown): Promise<void> {
    const end = Date.now() + TIMEOUT;
    while (!(await this.#holds(condition))) {
      if (Date.now() > end) throw new Error(`Waited too long for this: ${what}. ${this.#situation}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** False also while the page is between two documents, or half read. */
  async #holds(condition: () => unknown): Promise<boolean> {
    try {
      return Boolean(await condition());
    } catch {
      return false;
    }
  }

  /** What a failed test says of the page. */
  get #situation(): string {
    const { shop, document } = this.window;
    const widget = document.querySelector('mp-saved-cards');
    const text = document.body.innerText.replace(/\s+/g, ' ').slice(0, 200);
    const element = widget
      ? `${widget.state}, card ${widget.cardId}, complete ${widget.complete}, "${this.complaint}"`
      : '';
    return `Page "${document.title}": ${text}; element: ${element}; posts by script: ${JSON.stringify(shop)}`;
  }

  // The page

  get window(): ShopWindow {
    return this.#frame.contentWindow as ShopWindow;
  }

  get document(): Document {
    return this.window.document;
  }

  get standIn(): StandIn {
    if (!this.window.standIn) throw new Error('The page is no checkout');
    return this.window.standIn;
  }

  get widget(): MpSavedCardsElement {
    return this.find('mp-saved-cards');
  }

  get terms(): HTMLInputElement {
    return this.find('#terms');
  }

  get pay(): HTMLButtonElement {
    return this.find('#pay');
  }

  find<Found extends Element>(selector: string): Found {
    const found = this.document.querySelector<Found>(selector);
    if (!found) throw new Error(`The page has no ${selector}, it shows: ${this.document.body.innerText}`);
    return found;
  }

  /** The status of the payment that the page shows. */
  get shown(): string | undefined {
    return this.document.querySelector<HTMLElement>('#message')?.dataset['status'];
  }

  /** What the element says about what is missing or wrong. */
  get complaint(): string {
    const parts = [...this.document.querySelectorAll('mp-saved-cards, mp-add-card')].flatMap((element) => [
      ...(element?.shadowRoot?.querySelectorAll('[part~=error], [part~=notice]') ?? []),
    ]);
    return parts.map(({ textContent }) => textContent.trim()).join(' ');
  }

  // What the shopper does

  async typeCode(code = CODE): Promise<void> {
    await this.standIn.clear('securityCode');
    await this.standIn.type('securityCode', code);
    await this.until('the code is complete', () => this.widget.complete);
  }

  /** Chooses a card of the list, and waits for its code field. */
  async choose(id: string): Promise<void> {
    this.widget.shadowRoot?.querySelector<HTMLElement>(`[data-card="${id}"] label`)?.click();
    await this.until(`card ${id} is chosen`, () => this.widget.cardId === id);
    await this.standIn.ready('securityCode');
  }

  /** Chooses "use another card". */
  async openNewCard(): Promise<void> {
    this.widget.shadowRoot?.querySelector<HTMLElement>('.other label')?.click();
    for (const field of ['cardNumber', 'expirationDate', 'securityCode'] as const) await this.standIn.ready(field);
  }

  /** Chooses "use another card" and types a new one. */
  async typeNewCard(): Promise<void> {
    await this.openNewCard();
    await this.standIn.type('cardNumber', '4509953566233704');
    await this.standIn.type('expirationDate', '1130');
    await this.standIn.type('securityCode', '123');
    await this.#fill('cardholderName', 'APRO');
    await this.#fill('identificationNumber', '12345678');
  }

  async #fill(id: string, text: string): Promise<void> {
    const card = this.find<MpAddCardElement>('mp-add-card');
    await this.until(`the form asks for ${id}`, () => card.shadowRoot?.querySelector(`#${id}`));
    const input = card.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`);
    if (!input) return;
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await card.updateComplete;
  }

  /** Presses Pay with the mouse, where it is when the page has come to rest. */
  async press(): Promise<void> {
    const { pay } = this;
    pay.scrollIntoView({ block: 'center' });
    const place = () => {
      const { left, top, width, height } = pay.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)] as [number, number];
    };
    let position = place();
    for (let still = 0; still < 2; still++) {
      await frame();
      const now = place();
      if (String(now) !== String(position)) still = -1;
      position = now;
    }
    let isPressed = pay.disabled; // then there is no click to wait for
    pay.ownerDocument.addEventListener('click', ({ target }) => (isPressed ||= target === pay), { capture: true });
    await sendMouse({ type: 'click', position });
    await this.until('the button is pressed', () => isPressed);
  }

  /** Clicks Pay as somebody does who sees nothing happen. */
  async pressImpatiently(times: number): Promise<void> {
    const { pay } = this;
    for (let click = 0; click < times; click++) {
      pay.click();
      await turn();
    }
    await this.until('the page has done its own steps', () => this.window.shop.busy === 0);
  }

  // Outcome

  /** The page shows that it is paid, and all that was posted was answered. */
  async paid({ isReported = true } = {}): Promise<void> {
    if (navigates(this.mechanism) || this.mechanism.answer === 'woocommerce') {
      await this.until('the page says that it is paid', () => this.document.querySelector('#paid'));
    } else {
      await this.until('all posts are answered', () => this.window.shop.answered === this.window.shop.sent);
      await this.until('the page shows an approved payment', () => this.shown === 'approved');
      if (isReported) await this.until('the element is paid', () => this.widget.state === 'paid');
    }
    await this.marker();
  }

  /** The page shows a refusal, and the code can be typed again. */
  async refused({ isReported = true } = {}): Promise<void> {
    await this.until('the page shows the refusal', () => this.shown === 'rejected');
    await this.until('the page is read', () => this.document.readyState === 'complete');
    if (isReported) await this.until('the code is gone', () => !this.widget.complete);
    await this.ready();
  }

  /** A request of the page after everything before: what was not posted until then is not posted. */
  async marker(): Promise<void> {
    await frame();
    await turn();
    await this.window.fetch(`/shop/${this.#run}/marker`);
  }

  // The shop

  async log(): Promise<Log> {
    return this.#command({ do: 'log' });
  }

  async plan(...outcomes: string[]): Promise<void> {
    await this.#command({ do: 'plan', outcomes });
  }

  async closeGate(): Promise<void> {
    await this.#command({ do: 'close' });
  }

  async openGate(order: Order): Promise<void> {
    await this.#command({ do: 'open', order });
  }

  async posted(count = 1): Promise<void> {
    await this.until(`${count} posts have arrived`, async () => (await this.log()).posts.length >= count);
  }

  #command(order: ShopCommand): Promise<Log> {
    return executeServerCommand<Log, { run: string; order: ShopCommand }>('shop', { run: this.#run, order });
  }
}
