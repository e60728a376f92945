import '../../src/index.js';
import type { StandIn } from '../../src/testing/index.js';

type Tag = 'mp-saved-cards' | 'mp-add-card' | 'mp-payment-challenge';

/** A state of the elements on the page, with the offline stand-in for MercadoPago.js. */
export class Stage {
  readonly root: HTMLElement;
  readonly standIn: StandIn;

  constructor(root: HTMLElement, standIn: StandIn) {
    this.root = root;
    this.standIn = standIn;
  }

  /** The first element of this name. */
  get<Name extends keyof HTMLElementTagNameMap>(tag: Name): HTMLElementTagNameMap[Name] {
    const element = this.root.querySelector(tag);
    if (!element) throw new Error(`This state has no <${tag}>`);
    return element;
  }

  /** Clicks what a shopper would click; waits until it is there. */
  async click(tag: Tag, selector: string): Promise<void> {
    const target = await this.find<HTMLElement>(tag, selector);
    target.click();
  }

  /** Types into a plain field and leaves it. */
  async write(tag: Tag, selector: string, text: string): Promise<void> {
    const input = await this.find<HTMLInputElement>(tag, selector);
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Chooses an option of a select, once it is there. */
  async choose(tag: Tag, selector: string, value: string): Promise<void> {
    await this.find(tag, `${selector} option[value="${value}"]`);
    const select = await this.find<HTMLSelectElement>(tag, selector);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** A part of an element, once it is there. */
  async find<Part extends Element>(tag: Tag, selector: string): Promise<Part> {
    for (;;) {
      const part = this.root.querySelector(tag)?.shadowRoot?.querySelector<Part>(selector);
      if (part) return part;
      await new Promise(requestAnimationFrame);
    }
  }

  /** Empties the place, and the page of MercadoPago.js. */
  async clear(): Promise<void> {
    this.root.remove();
    await new Promise((resolve) => setTimeout(resolve)); // the elements release their fields in a later task
    this.standIn.uninstall();
  }
}
