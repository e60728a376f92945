import { parentOf } from './laid-out-parent.js';

/** `clip-path` that leaves nothing: cut off from one side to the other, without radius, or with all corners in one point. */
const NO_AREA = /^(inset\((.*\b100%|50%\))|circle\(0|polygon\((.+)(, \3)+\)$)/;

/** True when nothing of an element can be seen: it has no size, or something around it, such as a closed accordion, has none. */
export function isClipped(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width < 1 || height < 1) return true; // also what is scaled to nothing
  let { position } = getComputedStyle(element);
  for (let node = parentOf(element); node && node !== document.body; node = parentOf(node)) {
    const style = getComputedStyle(node);
    if (style.display === 'contents') continue;
    if (NO_AREA.test(style.clipPath)) return true;
    // An element that is positioned is not clipped by what is between it and its containing block.
    if (position === 'fixed') continue;
    if (position === 'absolute' && style.position === 'static') continue;
    // One pixel is for what only screen readers are to find.
    const isEmpty =
      (style.overflowY !== 'visible' && node.clientHeight < 2) ||
      (style.overflowX !== 'visible' && node.clientWidth < 2);
    if (isEmpty && style.display !== 'inline') return true;
    ({ position } = style);
  }
  return false;
}

/** In a part of the page that is `inert`, also outside of its shadow roots. */
export function isInert(element: Element | null): boolean {
  return element !== null && (element.hasAttribute('inert') || isInert(parentOf(element)));
}
