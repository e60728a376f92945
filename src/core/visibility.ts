import { parentOf } from './laid-out-parent.js';

/** `clip-path` or `clip` that leaves nothing: cut off from one side to the other, without radius, or with all corners in one point. */
const NO_AREA =
  /^(inset\((.*\b100%|50%( 0px)?\))|(circle|ellipse)\(0|rect\((\S+), (\S+), \5, \6\)|polygon\((.+)(, \7)+\)$)/;

/** Beyond this the page has moved it out of every screen; the steps of a wizard slide less far. */
const FAR = -8000;

const HIDES = /hidden|clip/;

/** One pixel is for what only screen readers are to find. */
const VISIBLE = 2;

/**
 * True when nothing of an element can be seen: it has no size, something around it cuts it off, such as an accordion that is
 * closed to its header, or it is where the page cannot be scrolled to.
 *
 * @param isRendered false while it is empty, and has no size for that
 */
export function isClipped(element: Element, isRendered: boolean): boolean {
  const rect = element.getBoundingClientRect();
  const { left } = rect;
  let { top, bottom } = rect;
  if (isRendered && (rect.width < 1 || rect.height < 1)) return true; // also what is scaled to nothing
  if (!isRendered) bottom = top + VISIBLE;
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
    ({ position } = style);
    if (style.overflow === 'visible' || style.display === 'inline') continue;
    const { clientWidth, clientHeight } = node;
    const box = node.getBoundingClientRect();
    const start = box.top + node.clientTop;
    const end = start + clientHeight;
    if (HIDES.test(style.overflowY) && clientHeight < innerHeight / 2) {
      top = Math.max(top, start);
      bottom = Math.min(bottom, end);
    } else if (style.overflowY !== 'visible') {
      // What can be scrolled to is seen there, also in the page that a dialog has locked for a moment.
      [top, bottom] = [start, end];
    }
    // To the side only what is still to come: the step of a wizard that slid away is paid with in the last one.
    const isAside = HIDES.test(style.overflowX) && style.direction === 'ltr' && left > box.left + clientWidth - VISIBLE;
    if (bottom - top < VISIBLE || isAside || (style.overflowX !== 'visible' && clientWidth < VISIBLE)) return true;
  }
  return x < FAR || y < FAR;
}

/** In a part of the page that is `inert`, also outside of its shadow roots. */
export function isInert(element: Element | null): boolean {
  return element !== null && (element.hasAttribute('inert') || isInert(parentOf(element)));
}
