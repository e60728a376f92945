/** What Svelte's language tools check a component's markup against. */
import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from 'mp-saved-cards/svelte';

export const list: SvelteHTMLElements['mp-saved-cards'] = {
  class: 'cards',
  publicKey: 'APP_USR-1',
  'card-id': '1',
  amount: 129.9,
  'ontoken-ready': ({ detail }) => void detail.token,
};
export const form: SvelteHTMLElements['mp-add-card'] = {
  slot: 'add-card',
  'oncard-added': ({ detail }) => void detail.card.id,
};

export const wrong: SvelteHTMLElements['mp-saved-cards'][] = [
  // @ts-expect-error there are two modes
  { mode: 'browse' },
  // @ts-expect-error no number
  { publicKey: 1 },
  // @ts-expect-error no such detail
  { 'ontoken-ready': ({ detail }) => void detail.number },
];
