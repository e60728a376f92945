/**
 * A browser that translates the page puts `<font>` elements in place of text nodes. What Lit writes into such a text later is a
 * property of that element, which is not shown: here it becomes text.
 */
export function showNewWords(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement & { data?: string }>('font'))
    if (place.data !== undefined) place.replaceWith(place.data);
}
