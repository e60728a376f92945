/** When the element that had the focus was taken off the page, `next` gets it: nobody has to start at the top again. */
export function rescueFocus(next: HTMLElement | null): void {
  if (document.activeElement === document.body) next?.focus();
}
