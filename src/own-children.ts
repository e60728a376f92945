import { pageRecord } from './page-record.js';

/** What this package puts among the children that a page gives to its elements; of all copies of this package. */
export const ownChildren = (): WeakSet<Node> => pageRecord('own-children', () => new WeakSet());

/**
 * Puts nodes before the page's own children of an element, where what goes through them does not find them: frameworks that
 * hydrate what their server rendered, and libraries that morph HTML, go from `firstChild` on. They would remove the nodes, or
 * give up what the server rendered.
 */
export function prependOwn(parent: Element, ...nodes: Node[]): void {
  const get = () => [...parent.childNodes].find((node) => !ownChildren().has(node)) ?? null;
  Object.defineProperty(parent, 'firstChild', { configurable: true, get });
  for (const node of nodes) {
    ownChildren().add(node);
    parent.insertBefore(node, parent.firstChild);
  }
}
