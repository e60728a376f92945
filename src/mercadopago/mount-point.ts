/**
 * Where a Secure Field's iframe lives. MercadoPago.js finds the container with `document.getElementById` and its frames
 * find each other through `window.frames`, so it must be a node of the document; and it must show inside our row. So it is
 * a light-DOM child of the outermost host, projected inwards by one relay `<slot>` for each shadow root in between.
 * An element that is in no other shadow root has no relays: its own child is projected directly.
 */
export interface MountPoint {
  readonly container: HTMLDivElement;
  /** False when somebody removed the container or its frame, or the element now stands elsewhere in the tree. */
  isIntact(): boolean;
  remove(): void;
}

let count = 0;

function outerHosts(element: Element): Element[] {
  const hosts: Element[] = [];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    hosts.push(root.host);
  return hosts;
}

/** Page CSS and a wrapper's `::slotted` reach the container and its frame; only inline `!important` wins against them. */
function armour(element: HTMLElement): void {
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
 * Lays the way from `host`'s slot named `slotName` out to the document.
 *
 * @param onLost called once when the container is removed by somebody else, as a framework does that renders its host anew
 */
export function createMountPoint(host: HTMLElement, slotName: string, onLost: () => void): MountPoint {
  const hosts = outerHosts(host);
  const id = `mp-field-${++count}`;
  const relays: HTMLSlotElement[] = [];
  let inner: Element = host;
  let innerSlot = slotName;
  for (const outer of hosts) {
    const relay = document.createElement('slot');
    relay.slot = innerSlot;
    relay.name = `${id}-${relays.length}`;
    relay.style.setProperty('display', 'contents', 'important');
    inner.append(relay);
    relays.push(relay);
    inner = outer;
    innerSlot = relay.name;
  }

  const container = document.createElement('div');
  container.id = id;
  container.slot = innerSlot;
  // MercadoPago.js empties its container through innerHTML, which enforced Trusted Types refuse even for nothing.
  // It is known to write nothing else there.
  Object.defineProperty(container, 'innerHTML', { set: () => container.replaceChildren() });
  armour(container);
  inner.append(container);
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
    for (const frame of container.children) armour(frame as HTMLElement);
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
