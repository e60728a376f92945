import { expect } from '@open-wc/testing';

const nameOf = (element: Element | null): string =>
  element ? `<${element.localName} class="${element.className}" id="${element.id}">` : 'nothing';

/** The element has the focus in its tree. Compares names when it has not: a report cannot contain a frame. */
export function expectFocus(element: Element | null | undefined): void {
  const { activeElement } = (element?.getRootNode() ?? document) as Document | ShadowRoot;
  const has = element !== undefined && activeElement === element;
  expect(has ? 'the focus' : `the focus at ${nameOf(activeElement)}`).to.equal('the focus');
}
