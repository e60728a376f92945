import { VERSION } from './version.js';

type ElementClass = CustomElementConstructor & { readonly version?: string };

/** Defines the elements, unless another copy of the package did: that one stays, and a warning names both versions. */
export function register(elements: Readonly<Record<string, ElementClass>>): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  for (const [tag, element] of Object.entries(elements)) {
    const present = registry?.get(tag) as ElementClass | undefined;
    if (!present) registry?.define(tag, element);
    else if (present !== element) {
      console.warn(
        `mp-saved-cards: <${tag}> is version ${present.version ?? '?'} already; version ${VERSION} is left out.`,
      );
    }
  }
}
