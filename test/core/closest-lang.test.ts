import { expect, fixture, html } from '@open-wc/testing';
import { closestLang } from '../../src/core/closest-lang.js';

describe('the closest language', () => {
  const pageLang = document.documentElement.lang;
  afterEach(() => {
    document.documentElement.lang = pageLang;
  });

  it('is that of the element itself', async () => {
    const element = await fixture(html`<div lang="pt"></div>`);
    expect(closestLang(element)).to.equal('pt');
  });

  it('is that of its nearest ancestor', async () => {
    const outer = await fixture(
      html`<div lang="pt">
        <p lang="es-AR"><b></b></p>
      </div>`,
    );
    expect(closestLang(outer.querySelector('b')!)).to.equal('es-AR');
  });

  it('is that of the page when nothing nearer has one', async () => {
    document.documentElement.lang = 'es-UY';
    expect(closestLang(await fixture(html`<div></div>`))).to.equal('es-UY');
  });

  for (const mode of ['open', 'closed'] as const) {
    it(`reaches out of two shadow roots that are ${mode}`, async () => {
      const outer = await fixture(html`<div lang="es-CL"></div>`);
      const middle = document.createElement('div');
      const inner = document.createElement('div');
      outer.attachShadow({ mode }).append(middle);
      middle.attachShadow({ mode }).append(inner);
      expect(closestLang(inner)).to.equal('es-CL');
    });
  }

  it('is unknown outside every page', () => {
    expect(closestLang(document.createElement('div'))).to.equal(undefined);
  });
});
