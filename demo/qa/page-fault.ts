import type { PageFault } from './faults/recipe.js';

const MONTH = 31 * 24 * 60 * 60 * 1000;

/** Changes the page itself at the next press on Pay, before the elements react to it; `undefined`: nothing. */
export function orderPageFault(fault: PageFault | undefined, pay: HTMLElement, outer: HTMLElement): void {
  window.removeEventListener('click', ordered, true);
  if (!fault) return;
  ordered = ({ target }) => {
    if (target !== pay) return;
    window.removeEventListener('click', ordered, true);
    acts[fault](outer);
  };
  window.addEventListener('click', ordered, true);
}

let ordered: (event: Event) => void = () => {};

const acts: Readonly<Record<PageFault, (outer: HTMLElement) => void>> = {
  'frames-lost': removeFrames,
  'next-month': (outer) => {
    const usual = Date;
    const ahead = () => usual.now() + MONTH;
    globalThis.Date = new Proxy(usual, {
      construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [ahead()]) as Date,
      get: (target, name) => (name === 'now' ? ahead : (Reflect.get(target, name) as unknown)),
    });
    // Tokens end within the month: with a clock that stays ahead none would be good.
    outer.addEventListener('card-error', () => (globalThis.Date = usual), { once: true });
  },
};

/** Removes all children of the elements that the shop did not add, as a careless re-render does. */
export function removeFrames(outer: Element): void {
  for (const child of [...outer.querySelectorAll('*')]) {
    if (child.localName !== 'mp-add-card') child.remove();
  }
}
