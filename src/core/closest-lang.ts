/** The language of the nearest element with a `lang`, the element itself included, also outside its shadow roots. */
export function closestLang(element: Element): string | undefined {
  const owner = element.closest('[lang]');
  if (owner) return owner.getAttribute('lang') ?? undefined;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? closestLang(root.host) : undefined;
}
