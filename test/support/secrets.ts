import { expect } from '@open-wc/testing';
import { asText } from './recorder.js';
import type { SavedCards } from './saved-cards-harness.js';
import { trees } from './trees.js';

/** None of the secrets is in the document, its shadow roots included, in the console or in an event of no token. */
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
      // As a word: the page is full of random digits, those of Lit's markers for instance.
      expect(new RegExp(`(?<!\\w)${secret}(?!\\w)`).test(content), `a secret in the ${place}`).to.equal(false);
    }
  }
}
