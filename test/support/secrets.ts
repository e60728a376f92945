import { expect } from '@open-wc/testing';
import { asText } from './recorder.js';
import type { SavedCards } from './saved-cards-harness.js';
import { trees } from './trees.js';

/** Expects none of the secrets in the document, its shadow roots, the console, or an event other than `token-ready`. */
export function expectNoSecrets({ log, events }: Pick<SavedCards, 'log' | 'events'>, ...secrets: string[]): void {
  const html = (root: Document | ShadowRoot) => [...root.children].map((child) => child.outerHTML).join('');
  const places = {
    document: trees(document).map(html).join(''),
    address: location.href,
    console: asText(log.lines),
    events: asText(events.withoutTokens),
  };
  for (const [place, content] of Object.entries(places)) {
    for (const secret of secrets) {
      // As a whole word: the page has random digits, for instance in Lit's markers.
      expect(new RegExp(`(?<!\\w)${secret}(?!\\w)`).test(content), `a secret in the ${place}`).to.equal(false);
    }
  }
}
