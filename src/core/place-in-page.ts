import type { SharedSettings } from './card-list-link.js';

/**
 * Names the place of an element in its page, for the element that takes it: a page may replace its payment section, or show a
 * snapshot of it.
 */
export function placeInPage(
  form: HTMLFormElement | null,
  { publicKey, endpoint, name }: Pick<SharedSettings, 'publicKey' | 'endpoint' | 'name'>,
): string {
  const attribute = (of: string) => form && Element.prototype.getAttribute.call(form, of);
  return JSON.stringify([location.pathname, attribute('id') || attribute('action'), publicKey, endpoint, name]);
}
