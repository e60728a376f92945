import type { MpSavedCardsElement } from '../../src/elements.js';
import { applyMarkup, type Markup } from './integration.js';

/** `<mp-saved-cards>`, as this page uses it. */
export type SavedCards = MpSavedCardsElement & {
  diagnose?(): Promise<unknown>;
};

/** `<mp-add-card>`, as this page uses it. */
export interface AddCard extends HTMLElement {
  fetch: typeof fetch | undefined;
  readonly state: string;
  save(): Promise<unknown>;
  tokenize(): Promise<unknown>;
  reset(): void;
}

/** The elements on the page. */
export interface Widgets {
  readonly list: SavedCards | null;
  readonly addCard: AddCard | null;
  /** The one that stands in the form; the other one, if any, is inside it. */
  readonly outer: HTMLElement;
  /** The one that makes the token to pay with. */
  readonly payer: SavedCards | AddCard;
}

/** Makes the elements of `markup`. Nothing is loaded before they are put into the page. */
export function createWidgets(markup: Markup, transport: typeof fetch): Widgets {
  const outer = document.createElement(markup.tag);
  applyMarkup(outer, markup);
  const list = markup.tag === 'mp-saved-cards' ? (outer as MpSavedCardsElement) : null;
  const addCard = (list ? list.querySelector('mp-add-card') : outer) as AddCard | null;
  const payer = list ?? addCard;
  if (!payer) throw new Error('There is nothing to show');
  for (const element of [list, addCard]) if (element) element.fetch = transport;
  return { list, addCard, outer, payer };
}
