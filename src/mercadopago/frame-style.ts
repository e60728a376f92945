/** iOS zooms into the page when an input with a smaller font takes focus. */
const MIN_TOUCH_FONT_SIZE = 16;

/**
 * The text style of `element` for a Secure Field (its option `style`), since page CSS does not reach into the frame. The colour
 * of the placeholder is read from `caret-color`, which our own style sheet sets to the muted text colour.
 */
export function frameStyle(element: Element): Record<string, string> {
  const { color, caretColor, fontFamily, fontSize, direction } = getComputedStyle(element);
  const minimum = matchMedia('(pointer: coarse)').matches ? MIN_TOUCH_FONT_SIZE : 0;
  return {
    color,
    // Where both colours are the same (more contrast), the placeholder is fainter, so that it does not look like typed text.
    'placeholder-color': caretColor === color ? color.replace(/^rgb\((.+)\)$/, 'rgba($1, 0.65)') : caretColor,
    'font-family': fontFamily,
    'font-size': `${Math.max(parseFloat(fontSize), minimum)}px`,
    'text-align': direction === 'rtl' ? 'right' : 'left',
    height: '100%',
    padding: '0 12px',
  };
}
