/** The language of the nearest element with a `lang`, the element itself included, also outside its shadow roots. */
export function closestLang(element: Element): string | undefined {
  const owner = element.closest?.('[lang]');
  if (owner) return owner.getAttribute('lang') ?? undefined;
  const { host } = (element.getRootNode?.() ?? {}) as Partial<ShadowRoot>;
  return host && closestLang(host);
}
