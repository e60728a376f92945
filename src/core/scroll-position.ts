import { parentOf } from './laid-out-parent.js';

/** What moves an element when it is scrolled, the nearest first; nothing behind a dialog or another fixed layer. */
function* scrollersOf(element: Element): Generator<Element> {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const { overflowY, position } = getComputedStyle(node);
    const isPage = node === document.scrollingElement;
    // A page without a scroll bar of its own was locked, or is as high as its window.
    if (isPage ? overflowY !== 'hidden' : ['auto', 'scroll'].includes(overflowY)) yield node;
    if (position === 'fixed') return;
  }
}

/** Scrolls until the element is as far below the upper edge of the window as it was, as far as that goes. */
export function putBack(element: Element, top: number): void {
  for (const scroller of scrollersOf(element)) {
    const distance = element.getBoundingClientRect().top - top;
    if (Math.abs(distance) >= 0.5) scroller.scrollBy({ top: distance, behavior: 'instant' });
  }
}

/** Scrolls as little as possible until the element is in sight, by the page's own `scroll-padding`. */
export function reveal(element: Element | null | undefined): void {
  element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}
