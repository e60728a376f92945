import { parentOf } from './laid-out-parent.js';

/** True when nothing of an element can be seen because something around it, such as a closed accordion, has no height or width. */
export function isClipped(element: Element): boolean {
  let { position } = getComputedStyle(element);
  for (let node = parentOf(element); node && node !== document.body; node = parentOf(node)) {
    const style = getComputedStyle(node);
    if (style.display === 'contents') continue;
    // An element that is positioned is not clipped by what is between it and its containing block.
    if (position === 'fixed') return false;
    if (position === 'absolute' && style.position === 'static') continue;
    const isEmpty =
      (style.overflowY !== 'visible' && !node.clientHeight) || (style.overflowX !== 'visible' && !node.clientWidth);
    if (isEmpty && style.display !== 'inline') return true;
    ({ position } = style);
  }
  return false;
}
