import '@lit-labs/ssr-client/lit-element-hydrate-support.js'; // before Lit, as its documentation says
import { expect, html } from '@open-wc/testing';
import '../../src/index.js';
import { mount, nextKey } from '../support/saved-cards-harness.js';
import { serverRendered, showsServers, TAGS } from '../support/server-rendered.js';
import { visa } from '../support/cards.js';

describe("a page with Lit's hydration support", () => {
  for (const tag of TAGS) {
    it(`gets what the browser renders, and no error about what the server rendered: ${tag}`, async () => {
      const element = serverRendered(tag);
      await element.updateComplete;
      expect(showsServers(element)).to.equal(false);
      expect(element.shadowRoot?.childNodes.length).to.be.greaterThan(0);
      expect(element.shadowRoot?.adoptedStyleSheets).not.to.have.length(0);
    });

    it(`keeps what the server rendered until the component around it has hydrated: ${tag}`, async () => {
      const element = serverRendered(tag, 'defer-hydration');
      await Promise.resolve();
      expect(showsServers(element)).to.equal(true);
      element.removeAttribute('defer-hydration');
      await element.updateComplete;
      expect(showsServers(element)).to.equal(false);
      expect(element.shadowRoot?.childNodes.length).to.be.greaterThan(0);
    });
  }

  it('makes a token with a list that was moved before the component around it had hydrated', async () => {
    const widget = await mount(html`
      <div>
        <mp-saved-cards defer-hydration locale="es-AR" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>
      </div>
    `);
    expect(widget.element.querySelectorAll('iframe').length).to.equal(0);
    widget.page.append(document.createElement('section'));
    widget.page.lastElementChild?.append(widget.element);
    widget.element.removeAttribute('defer-hydration');
    await widget.ready();
    expect((await widget.tokenize()).cardId).to.equal('1001');
    expect(widget.log.lines).to.deep.equal([]);
  });
});
