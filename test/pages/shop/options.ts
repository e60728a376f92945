import { ALL, type Mechanism } from '../mechanisms.js';

/**
 * What is against the element in a page: an accordion that is closed to its header, another list that pays in the same form,
 * a theme's reset, or natives as old libraries leave them.
 */
export type Obstacle = 'none' | 'accordion' | 'second-list' | 'reset' | 'old-natives';

/** One page of the shop, as its address says it. */
export interface PageOptions {
  readonly mechanism: Mechanism;
  /** With the form for a new card in the list. */
  readonly newCard: boolean;
  /** The page never reports to the element how the payment ended. */
  readonly silent: boolean;
  /** Nothing is chosen at first, and the element has `required`. */
  readonly required: boolean;
  /** With controls that hide properties of the form. */
  readonly hidden: boolean;
  /** After a refusal the section with the element is replaced, as WooCommerce does on `update_checkout`. */
  readonly replaced: boolean;
  readonly obstacle: Obstacle;
  /** Where our script tag is: before everything, after the libraries, or after the page's own script. */
  readonly place: 'first' | 'middle' | 'last';
}

export const DEFAULTS: Omit<PageOptions, 'mechanism'> = {
  newCard: false,
  silent: false,
  required: false,
  hidden: false,
  replaced: false,
  obstacle: 'none',
  place: 'middle',
};

export function toQuery({ mechanism, ...options }: PageOptions): string {
  return new URLSearchParams([
    ['mechanism', mechanism.name],
    ...Object.entries(options).map(([name, value]) => [name, String(value)]),
  ]).toString();
}

export function fromQuery(query: URLSearchParams): PageOptions {
  const mechanism = ALL.find(({ name }) => name === query.get('mechanism'));
  if (!mechanism) throw new Error(`There is no mechanism "${query.get('mechanism')}"`);
  const is = (name: string) => query.get(name) === 'true';
  return {
    mechanism,
    newCard: is('newCard'),
    silent: is('silent'),
    required: is('required'),
    hidden: is('hidden'),
    replaced: is('replaced'),
    obstacle: query.get('obstacle') as Obstacle,
    place: query.get('place') as PageOptions['place'],
  };
}
