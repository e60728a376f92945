import type { MpAddCardElement, MpSavedCardsElement } from '../../src/elements.js';
import { applyMarkup, type Markup } from './integration.js';

/** The elements on the page. */
export interface Widgets {
  readonly list: MpSavedCardsElement | null;
  readonly addCard: MpAddCardElement | null;
  /** The one that is a child of the form and makes the token to pay with; the other one, if any, is inside it. */
  readonly outer: MpSavedCardsElement | MpAddCardElement;
  /** Those of them that are there, the outer one first. */
  readonly all: readonly (MpSavedCardsElement | MpAddCardElement)[];
}

/** Makes the elements of `markup`. Nothing is loaded before they are put into the page. */
export function createWidgets(markup: Markup, transport: typeof fetch): Widgets {
  const outer = document.createElement(markup.tag);
  applyMarkup(outer, markup);
  const list = outer.localName === 'mp-saved-cards' ? (outer as MpSavedCardsElement) : null;
  const addCard = list ? list.querySelector('mp-add-card') : (outer as MpAddCardElement);
  outer.fetch = transport;
  return { list, addCard, outer, all: [list, addCard].filter((element) => element !== null) };
}

/** Chooses "use another card" once the list is shown, by a click as the shopper's: the page has no other way. */
export function chooseOther({ list }: Widgets): void {
  const choose = () => list?.shadowRoot?.querySelector<HTMLElement>('.other input')?.click();
  list?.addEventListener('cards-ready', choose, { once: true });
}

/** Chooses a number of installments once it is offered, as the shopper does: no attribute chooses it. */
export function chooseInstallments({ list }: Widgets, installments: string): void {
  const root = list?.shadowRoot;
  if (!root) return;
  const observer = new MutationObserver(() => {
    const select = root.querySelector<HTMLSelectElement>('#installments');
    if (!select || ![...select.options].some(({ value }) => value === installments)) return;
    observer.disconnect();
    select.value = installments;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  observer.observe(root, { childList: true, subtree: true, attributes: true });
  // The shopper goes on with another card.
  list.addEventListener('card-selected', () => observer.disconnect(), { once: true });
}
