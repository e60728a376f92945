import { expect } from '@open-wc/testing';
import { secureFieldsHtml } from '../../src/testing/index.js';

describe('the Secure Fields page', () => {
  it('is one document that loads no further file', () => {
    const page = new DOMParser().parseFromString(secureFieldsHtml(), 'text/html');
    expect(page.querySelectorAll('[src], [href]')).to.have.length(0);
    expect(page.querySelectorAll('input')).to.have.length(1);
    expect(page.documentElement.lang).to.equal('en');
    expect(page.title).not.to.equal('');
  });

  it('has one script with the address of the API and without imports', () => {
    const page = new DOMParser().parseFromString(secureFieldsHtml({ apiBase: 'https://api.example' }), 'text/html');
    const scripts = page.querySelectorAll('script');
    expect(scripts).to.have.length(1);
    expect(scripts[0]?.textContent).to.contain('https://api.example');
    expect(scripts[0]?.textContent).not.to.match(/\bimport\b|\bexport\b/);
  });

  it('has the nonce on its script and its style', () => {
    const page = new DOMParser().parseFromString(secureFieldsHtml({ nonce: 'a"b' }), 'text/html');
    expect(page.querySelector('script')?.nonce).to.equal('a"b');
    expect(page.querySelector('style')?.nonce).to.equal('a"b');
    expect(page.querySelector('script')?.textContent).not.to.contain('nonce');
  });

  it('escapes its configuration', () => {
    const page = new DOMParser().parseFromString(secureFieldsHtml({ apiBase: '</script><p>' }), 'text/html');
    expect(page.querySelector('p')).to.equal(null);
  });
});
