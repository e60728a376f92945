/** The text of a node, with single spaces. */
export const words = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The accessible name of a button. */
export const nameOf = (button: Element): string => button.getAttribute('aria-label') ?? words(button);

/** The text of a label without the parts that are hidden from assistive technology. */
export function spoken(label: Element): string {
  const copy = label.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return words(copy);
}
