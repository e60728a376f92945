/** A rendered list without what Lit keeps in it: the comments that mark its placeholders. */
function withoutComments(element: Element): Element {
  const copy = element.cloneNode(true) as Element;
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) (comment as Comment).remove();
  copy.normalize();
  return copy;
}

function templateOf(element: Element): HTMLTemplateElement {
  const template = document.createElement('template');
  template.content.append(element);
  return template;
}

/** The markup of our rows as templates, taken from a list of ours that shows at least two cards, the first one chosen. */
export interface RowMarkup {
  readonly row: HTMLTemplateElement;
  /** What opens in the chosen row. */
  readonly body: HTMLTemplateElement;
  readonly styles: CSSStyleSheet[];
}

export function rowMarkupOf(list: Element): RowMarkup {
  const root = list.shadowRoot;
  const row = root?.querySelector('.row:not(.chosen)');
  const body = root?.querySelector('.row.chosen > .body');
  if (!root || !row || !body) throw new Error('The list does not show a chosen row and another one');
  return {
    row: templateOf(withoutComments(row)),
    body: templateOf(withoutComments(body)),
    styles: root.adoptedStyleSheets,
  };
}

/** The elements of all rows in their order, with the names of slots: equal for lists that may be compared. */
export function outlineOf(root: Element): string {
  const elements = root.shadowRoot?.querySelectorAll('.list > .row, .list > .row *') ?? [];
  const nameOf = (element: Element) => (element as HTMLSlotElement).name || element.localName;
  return Array.from(elements, (element) => [nameOf(element), ...element.part].join('.')).join(' ');
}

/** Nodes of one row that is not chosen. */
export function nodesOfRow(root: Element): { elements: number; comments: number } {
  const row = root.shadowRoot?.querySelector('.row:not(.chosen)');
  if (!row) return { elements: NaN, comments: NaN };
  const comments = document.createTreeWalker(row, NodeFilter.SHOW_COMMENT);
  let count = 0;
  while (comments.nextNode()) count++;
  return { elements: row.querySelectorAll('*').length + 1, comments: count };
}
