/** Under 16 px phones zoom into the page when the field takes focus. */
const SMALLEST_TOUCH_FONT = 16;

/**
 * The text style of `element`, for a frame that page CSS cannot reach (`style` of MercadoPago.js' fields). The colour of
 * the placeholder is read from `caret-color`, which the element's own sheet sets to the muted text colour.
 */
export function fieldStyle(element: Element): Record<string, string> {
  const { color, caretColor, fontFamily, fontSize, direction } = getComputedStyle(element);
  const smallest = matchMedia('(pointer: coarse)').matches ? SMALLEST_TOUCH_FONT : 0;
  return {
    color,
    // In the text's own colour, as with more contrast, it would look like something that was typed.
    'placeholder-color': caretColor === color ? color.replace(/^rgb\((.+)\)$/, 'rgba($1, 0.65)') : caretColor,
    'font-family': fontFamily,
    'font-size': `${Math.max(parseFloat(fontSize), smallest)}px`,
    'text-align': direction === 'rtl' ? 'right' : 'left',
    height: '100%',
    padding: '0 12px',
  };
}
