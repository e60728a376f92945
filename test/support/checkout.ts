import { html, nextFrame } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { mastercard, visa } from './cards.js';
import { mount, nextKey, type SavedCards } from './saved-cards-harness.js';

/** A shop's form around the element. It posts into a frame of the page and is recorded. */
export class Checkout {
  readonly widget: SavedCards;
  readonly form: HTMLFormElement;
  readonly pay: HTMLButtonElement;
  /** The form entries at each submit event that reached the page's own listeners. */
  readonly submits: Record<string, FormDataEntryValue>[] = [];
  /** The submitter of the last one. */
  pressed: HTMLElement | null = null;

  constructor(widget: SavedCards) {
    this.widget = widget;
    const form = widget.page.querySelector('form');
    const pay = form?.querySelector<HTMLButtonElement>('button[name=act]');
    if (!form || !pay) throw new Error('The page has no form with a Pay button');
    this.form = form;
    this.pay = pay;
    form.addEventListener('submit', ({ submitter }) => {
      this.pressed = submitter;
      this.submits.push(Object.fromEntries(new FormData(form)));
    });
  }

  /** Resolves after layout and the callbacks of resize observers. */
  async rendered(): Promise<void> {
    await nextFrame();
    await nextFrame();
  }
}

/** A form around `element`; `more` is rendered after it, in the same form. */
export async function checkout(element: TemplateResult, more?: TemplateResult): Promise<Checkout> {
  const widget = await mount(html`
    <div>
      <iframe name="shop" hidden></iframe>
      <form action="about:blank" target="shop" method="post">
        <button name="act" value="pay">Pay</button>
        <fieldset>${element}</fieldset>
        ${more}
      </form>
    </div>
  `);
  return new Checkout(widget);
}

export interface Attributes {
  name?: string;
  required?: boolean;
}

/** The same with two cards, its code field ready. */
export async function readyCheckout(
  { name = '', required = false }: Attributes = {},
  more?: TemplateResult,
): Promise<Checkout> {
  const page = await checkout(
    html`<mp-saved-cards
      locale="es-AR"
      public-key=${nextKey()}
      name=${name}
      ?required=${required}
      .cards=${[visa, mastercard]}
    ></mp-saved-cards>`,
    more,
  );
  await page.widget.ready();
  return page;
}
