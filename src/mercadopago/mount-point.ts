import { ownChildren, prependOwn } from '../own-children.js';

/**
 * The container of a Secure Field's frame. MercadoPago.js finds it with `document.getElementById`, and the frames find each
 * other through `window.frames`, so it has to be in the document and not in a shadow tree. It is a light-DOM child of the
 * outermost host, and each shadow root between that host and our element has a relay `<slot>` that passes it on inwards.
 * For an element outside any shadow root the container is its own child, without a relay.
 */
export interface MountPoint {
  readonly container: HTMLDivElement;
  /** False when the container or its frame was removed, or the element was moved to another place in the tree. */
  isIntact(): boolean;
  remove(): void;
}

const PREFIX = 'mp-field-';
let count = 0;

/**
 * Removes containers and relays that a copy of the page brought along (a snapshot, a clone, stored HTML): a copied frame is not
 * connected to MercadoPago.js, and has the name by which the frames find each other, wherever in the document it is. Of
 * the page's own elements none has such an id and a slot.
 */
export function removeDeadCopies(host: HTMLElement): void {
  for (const root of [document, host, ...outerHosts(host)]) {
    for (const copy of root.querySelectorAll(`[slot][id^=${PREFIX}], slot[name^=${PREFIX}]`)) {
      if (!ownChildren().has(copy)) copy.remove();
    }
  }
}

/**
 * Says that the page has a Secure Field of its own, or nothing. Frames find each other by name, so MercadoPago.js may make
 * tokens of the page's field, which is empty, and find every code incomplete.
 */
export function pageFieldProblem(): string | undefined {
  const frames = [...document.querySelectorAll<HTMLIFrameElement>('iframe[name]')];
  const own = frames.find(
    ({ name, parentElement }) =>
      /^(cardNumber|securityCode|expiration(Date|Month|Year))$/.test(name) && !parentElement?.id.startsWith(PREFIX),
  );
  return (
    own &&
    `The page has a Secure Field of its own (${own.name}), and MercadoPago.js only one set of them: unmount it first.`
  );
}

function outerHosts(element: Element): Element[] {
  const hosts: Element[] = [];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    hosts.push(root.host);
  return hosts;
}

/** Protects the container and its frame from page CSS and `::slotted` rules: only inline `!important` overrides them. */
function isolateStyles(element: HTMLElement): void {
  const style: Record<string, string> = {
    all: 'initial',
    display: 'block',
    'inline-size': '100%',
    'block-size': '100%',
    visibility: 'inherit', // a hidden part of the page hides the frame too
    'color-scheme': 'light', // otherwise the frame is opaque white on dark pages
  };
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
}

/**
 * Creates the container and the relay slots between `host`'s slot named `slotName` and the document.
 *
 * @param onLost called once when other code removes the container, for instance a framework that renders the host again
 */
export function createMountPoint(host: HTMLElement, slotName: string, onLost: () => void): MountPoint {
  removeDeadCopies(host);
  const hosts = outerHosts(host);
  do count++;
  while (document.getElementById(PREFIX + count)); // of a copy whose element is not there yet
  const id = PREFIX + count;
  const relays: HTMLSlotElement[] = [];
  let inner: Element = host;
  let innerSlot = slotName;
  for (const outer of hosts) {
    const relay = document.createElement('slot');
    relay.slot = innerSlot;
    relay.name = `${id}-${relays.length}`;
    relay.style.setProperty('display', 'contents', 'important');
    prependOwn(inner, relay);
    relays.push(relay);
    inner = outer;
    innerSlot = relay.name;
  }

  const container = document.createElement('div');
  container.id = id;
  container.slot = innerSlot;
  // MercadoPago.js sets innerHTML to an empty string, which throws under enforced Trusted Types. It writes nothing else there.
  Object.defineProperty(container, 'innerHTML', { set: () => container.replaceChildren() });
  isolateStyles(container);
  prependOwn(inner, container);
  relays.forEach((relay, index) => {
    const root = relay.getRootNode() as ShadowRoot;
    if (root.slotAssignment === 'manual') relay.assign(relays[index + 1] ?? container);
  });

  let isFilled = false;
  const isIntact = () => {
    const now = outerHosts(host);
    const isEmpty = container.childElementCount === 0;
    if (isFilled && isEmpty) return false;
    isFilled = !isEmpty;
    const parents = [host, ...hosts];
    return (
      now.length === hosts.length &&
      now.every((outer, index) => outer === hosts[index]) &&
      [...relays, container].every((node, index) => node.parentNode === parents[index])
    );
  };
  const observer = new MutationObserver(() => {
    for (const frame of container.children) isolateStyles(frame as HTMLElement);
    removeDeadCopies(host);
    if (isIntact()) return;
    observer.disconnect();
    onLost();
  });
  for (const parent of [container, host, ...hosts]) observer.observe(parent, { childList: true });

  return {
    container,
    isIntact,
    remove() {
      observer.disconnect();
      container.remove();
      for (const relay of relays) relay.remove();
    },
  };
}
