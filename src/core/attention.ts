/** Whether the shopper is still here: the focus is not taken from where they have gone in the page meanwhile. */
export function attention(host: Element): () => boolean {
  const { activeElement, body } = document;
  return () => host.matches(':focus-within') || [activeElement, body].includes(document.activeElement);
}
