const focusedIn = (host: Element): Element | null => (host.getRootNode() as Document).activeElement;

/** Whether the shopper is still here: the focus is not taken from where they have gone in the page meanwhile. */
export function attention(host: Element): () => boolean {
  const before = focusedIn(host);
  return () => {
    const now = focusedIn(host);
    return host.contains(now) || now === before || now === document.body;
  };
}

/** The field of this element, or of the form in its slot, in which the focus is; a Secure Field is slotted into it. */
export function focusedField(host: Element): Element | null | undefined {
  let place = focusedIn(host);
  if (!host.contains(place)) return undefined;
  while (place?.shadowRoot?.activeElement) place = place.shadowRoot.activeElement;
  for (let slot = place?.closest('[slot]')?.assignedSlot; slot; slot = slot.assignedSlot) place = slot;
  return place?.closest('.field, .code');
}
