import { html, nextFrame } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { mastercard, visa } from './cards.js';
import { mount, nextKey, type SavedCards } from './saved-cards-harness.js';

/** A shop's form around the element. What it posts goes to a frame of the page, and is kept. */
export class Checkout {
  readonly widget: SavedCards;
  readonly form: HTMLFormElement;
  readonly pay: HTMLButtonElement;
  /** The entries of each submit that the page's own listeners saw. */
  readonly submits: Record<string, FormDataEntryValue>[] = [];
  /** The button of the last one. */
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

  /** The page was laid out, and who watches sizes was told. */
  async rendered(): Promise<void> {
    await nextFrame();
    await nextFrame();
  }
}

/** A form around `element`, and more of the page after its Pay button. */
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
