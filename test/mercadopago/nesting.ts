/** Components of a page around our element. */
export interface Nesting {
  /** The outermost element, in the document. */
  readonly outermost: HTMLElement;
  /** Where our element goes. */
  readonly place: ParentNode & Node;
}

interface RootOptions extends ShadowRootInit {
  /** What the component shows around our element. */
  readonly before?: string;
  readonly after?: string;
}

/** Creates one component for each shadow root in `roots`, one inside the other. Without any, the place is in the document. */
export function nest(...roots: RootOptions[]): Nesting {
  const outermost = document.createElement('div');
  document.body.append(outermost);
  let place: ParentNode & Node = outermost;
  for (const { before = '', after = '', ...init } of roots) {
    const host = document.createElement('div');
    place.append(host);
    const root = host.attachShadow(init);
    root.innerHTML = `${before}<div class="place"></div>${after}`;
    place = root.querySelector('.place') ?? root;
  }
  return { outermost, place };
}

/** The nestings in which everything has to work. */
export const NESTINGS: [name: string, ...roots: RootOptions[]][] = [
  ['the document'],
  ['a shadow root', { mode: 'open' }],
  ['a closed shadow root', { mode: 'closed' }],
  ['two shadow roots', { mode: 'open' }, { mode: 'open' }],
  ['two closed shadow roots', { mode: 'closed' }, { mode: 'closed' }],
  ['a shadow root that assigns slots by hand', { mode: 'open', slotAssignment: 'manual' }],
  ['one that assigns by hand in one that does not', { mode: 'closed' }, { mode: 'open', slotAssignment: 'manual' }],
  ['one that does not in one that assigns by hand', { mode: 'open', slotAssignment: 'manual' }, { mode: 'closed' }],
];

/** An element with a shadow root: a box of 200 × 40 pixels around the slot `securityCode`. */
export function ourElement(): HTMLElement {
  const element = document.createElement('section');
  element.attachShadow({ mode: 'open' }).innerHTML = `
    <div style="inline-size: 200px; block-size: 40px; color: rgb(1, 2, 3)"><slot name="securityCode"></slot></div>`;
  return element;
}
