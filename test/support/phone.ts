import type { LitElement } from 'lit';
import type { MpAddCardElement, MpErrorCode, MpSavedCardsElement } from '../../src/elements.js';
import type { StandIn } from '../../src/testing/index.js';

const frameOf = (view: Window): Promise<number> => new Promise((resolve) => view.requestAnimationFrame(resolve));

/** A page in a window of its own size, longer than the window: it can be scrolled as a document is. */
export class Phone {
  readonly #frame = document.createElement('iframe');

  /** @param content markup of the checkout, between a cart above and conditions below that are higher than any window */
  async open(content: string, width: number, height: number): Promise<void> {
    this.#frame.style.cssText = `position: fixed; inset: 0; inline-size: ${width}px; block-size: ${height}px; border: 0`;
    document.body.append(this.#frame);
    const page = this.window.document;
    // Not `srcdoc`: such a page has no address, and no origin that a Secure Field could answer.
    page.open();
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    page.write(`<!doctype html>
      <html lang="es-AR">
        <body style="margin: 16px; font: 16px sans-serif">
          <script type="module" src="/test/support/phone-scripts.ts"></script>
          <h1 style="block-size: 1500px">Carrito</h1>
          <form action="/pagar" method="post">${content}<button id="pay">Pagar</button></form>
          <p style="block-size: 1500px">Condiciones</p>
        </body>
      </html>`);
    page.close();
    await loaded;
  }

  async resize(width: number, height: number): Promise<void> {
    this.#frame.style.inlineSize = `${width}px`;
    this.#frame.style.blockSize = `${height}px`;
    await this.still();
  }

  close(): void {
    this.#frame.remove();
  }

  get window(): Window {
    const { contentWindow } = this.#frame;
    if (!contentWindow) throw new Error('The phone is off');
    return contentWindow;
  }

  get standIn(): StandIn {
    const { standIn } = this.window;
    if (!standIn) throw new Error('The page did not load its scripts');
    return standIn;
  }

  /** Lets the next token request end with this fault. */
  failNextToken(code: MpErrorCode): void {
    if (!this.window.failNextToken) throw new Error('The page did not load its scripts');
    this.window.failNextToken(code);
  }

  get list(): MpSavedCardsElement {
    return this.find('mp-saved-cards');
  }

  get form(): MpAddCardElement {
    return this.find('mp-add-card');
  }

  find<Found extends Element>(selector: string): Found {
    const found = this.window.document.querySelector<Found>(selector);
    if (!found) throw new Error(`The page has no ${selector}`);
    return found;
  }

  /** A part of the list, or of another element. */
  part(selector: string, element: HTMLElement = this.list): HTMLElement {
    const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The element has no ${selector}`);
    return found;
  }

  /** The parts that are shown and say something. */
  partsSaying(selector: string, element: HTMLElement = this.list): HTMLElement[] {
    return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])].filter(
      (part) => part.checkVisibility() && part.textContent.trim() !== '',
    );
  }

  /** Scrolls until the place is as far below the upper edge of the window, as far as the page can be scrolled. */
  async scrollTo(place: Element, top: number): Promise<void> {
    this.window.scrollBy(0, place.getBoundingClientRect().top - top);
    await this.still();
  }

  /** Waits until nothing moves any more, the browser's own scrolling included. */
  async still(): Promise<void> {
    for (const element of this.window.document.querySelectorAll<LitElement>('mp-saved-cards, mp-add-card')) {
      await element.updateComplete;
    }
    let places = '';
    // Firefox scrolls to what was focused inside a frame a frame later.
    for (let frames = 0; frames < 2; frames += 1) {
      await frameOf(this.window);
      const now = `${this.window.scrollY} ${this.window.document.body.scrollHeight}`;
      if (now !== places) frames = 0;
      places = now;
    }
  }

  /** True when the whole place is inside the window; edges of a fraction of a pixel are rounded when a page is scrolled. */
  isInSight(place: Element): boolean {
    const { top, bottom } = place.getBoundingClientRect();
    return top >= -1 && bottom <= this.window.innerHeight + 1;
  }

  /** The focus goes nowhere: Safari gives a pressed button none. */
  blur(): void {
    let { activeElement } = this.window.document;
    while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
    (activeElement as HTMLElement | null)?.blur();
  }

  /** What cannot be seen of what the element says, and of what has the focus where there is room for both. */
  async outOfSight(element: HTMLElement): Promise<string[]> {
    await this.still();
    const notices = this.partsSaying('.notice', element);
    const said = notices.length > 0 ? notices : this.partsSaying('.error', element).slice(0, 1);
    const focused = element.shadowRoot?.activeElement ?? element;
    const boxes = [...said, focused].map((place) => place.getBoundingClientRect());
    const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
    const isFocusOurs = focused !== element && height <= this.window.innerHeight;
    const hidden = [...said, ...(isFocusOurs ? [focused] : [])].filter((place) => !this.isInSight(place));
    return [
      ...(said.length > 0 ? [] : ['nothing is said']),
      ...hidden.map((place) => `${place.className || place.localName} at ${place.getBoundingClientRect().top}`),
    ];
  }
}
