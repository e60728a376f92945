import '@lit-labs/ssr-client/lit-element-hydrate-support.js'; // before Lit, as its documentation says
import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MpSavedCardsElement } from '../../src/elements.js';
import { afterTest } from '../support/saved-cards-harness.js';

describe("a page with Lit's hydration support", () => {
  for (const tag of ['mp-saved-cards', 'mp-add-card', 'mp-payment-challenge'])
    it(`gets what the browser renders, and no error about what the server rendered: ${tag}`, async () => {
      const page = document.createElement('div');
      page.setHTMLUnsafe(`<${tag}><template shadowrootmode="open"><p id="server">…</p></template></${tag}>`);
      document.body.append(page);
      afterTest(() => page.remove());
      const { shadowRoot, updateComplete } = page.firstElementChild as MpSavedCardsElement;
      await updateComplete;
      expect(shadowRoot?.querySelector('#server')).to.equal(null);
      expect(shadowRoot?.firstChild).not.to.equal(null);
      expect(shadowRoot?.adoptedStyleSheets).not.to.have.length(0);
    });
});
