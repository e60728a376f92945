import type { StandIn } from '../../src/testing/index.js';

/** All elements of the page that match, also in open shadow roots. */
export function everywhere(selector: string, root: ParentNode = document): HTMLElement[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? everywhere(selector, shadowRoot) : [],
  );
  return [...root.querySelectorAll<HTMLElement>(selector)].concat(inner);
}

/** Names of the frames in the page that are Secure Fields or copies of one, in order. */
export const frameNames = (): string[] =>
  everywhere('iframe')
    .map((frame) => (frame as HTMLIFrameElement).name)
    .filter((name) => /^(cardNumber|expirationDate|securityCode)$/.test(name));

/** What our elements put into the page's own tree, by kind: containers, relays, and controls with the entries of the form. */
export function additions(): { containers: number; relays: number; entries: number } {
  const isRelay = ({ localName, slot }: HTMLElement) =>
    localName === 'slot' && /^(mp-field|card|exp|security)/.test(slot);
  return {
    containers: everywhere('div[id^=mp-field]').length,
    relays: everywhere('slot').filter(isRelay).length,
    entries: everywhere('textarea[data-mp-entry]').length,
  };
}

/** The fields of MercadoPago.js whose frames are in the page and the only ones of their name. */
export const liveFields = ({ fields }: StandIn): string[] =>
  fields
    .filter(({ type, iframe }) => (window.frames as unknown as Record<string, unknown>)[type] === iframe.contentWindow)
    .map(({ type }) => type);
