/** Focuses `next` when the focused element was removed: the focus would otherwise be back at the top of the page. */
export function rescueFocus(next: HTMLElement | null): void {
  if (document.activeElement === document.body) next?.focus();
}
