import type { LitElement } from 'lit';
import { afterTest } from './mount-page.js';

export const TAGS = ['mp-saved-cards', 'mp-add-card', 'mp-payment-challenge'] as const;

/** A page with this element as a server rendered it: something is in its shadow root already. */
export function serverRendered(tag: (typeof TAGS)[number], attributes = ''): LitElement {
  const page = document.createElement('div');
  page.setHTMLUnsafe(`<${tag} ${attributes}><template shadowrootmode="open"><p id="server">…</p></template></${tag}>`);
  document.body.append(page);
  afterTest(() => page.remove());
  return page.firstElementChild as LitElement;
}

/** Whether what the server rendered is shown still. */
export const showsServers = ({ shadowRoot }: LitElement): boolean => shadowRoot!.querySelector('#server') !== null;
