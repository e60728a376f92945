import { parentOf } from './laid-out-parent.js';

/** `clip-path` or `clip` that leaves nothing: cut off from one side to the other, without radius, or with all corners in one point. */
const NO_AREA =
  /^(inset\((.*\b100%|50%( 0px)?\))|(circle|ellipse)\(0|rect\((\S+), (\S+), \5, \6\)|polygon\((.+)(, \7)+\)$)/;

/** Beyond this the page has moved it out of every screen; the steps of a wizard slide less far. */
const FAR = -8000;

/**
 * True when nothing of an element can be seen: it has no size, something around it, such as a closed accordion, has none, or
 * it is where the page cannot be scrolled to.
 *
 * @param isRendered false while it is empty, and has no size for that
 */
export function isClipped(element: Element, isRendered: boolean): boolean {
  const { width, height, left, top } = element.getBoundingClientRect();
  if (isRendered && (width < 1 || height < 1)) return true; // also what is scaled to nothing
  let [x, y] = [left + scrollX, top + scrollY];
  let { position } = getComputedStyle(element);
  for (let node = parentOf(element); node && node !== document.body; node = parentOf(node)) {
    const style = getComputedStyle(node);
    if (style.display === 'contents') continue;
    if (NO_AREA.test(style.clipPath) || NO_AREA.test(style.clip)) return true;
    x += node.scrollLeft;
    y += node.scrollTop;
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
  return x < FAR || y < FAR;
}

/** In a part of the page that is `inert`, also outside of its shadow roots. */
export function isInert(element: Element | null): boolean {
  return element !== null && (element.hasAttribute('inert') || isInert(parentOf(element)));
}
