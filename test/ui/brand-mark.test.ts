import { expect, fixture } from '@open-wc/testing';
import { brandMark } from '../../src/ui/brand-mark.js';

describe('a brand’s mark', () => {
  for (const [id, text] of [
    ['visa', 'visa'],
    ['debvisa', 'visa'],
    ['debelo', 'elo'],
    ['naranja', 'naranja'],
    ['hipercard', 'hiperca'],
  ] as const) {
    it(`of ${id} reads "${text}"`, async () => {
      const mark = await fixture(brandMark(id));
      expect(mark.textContent).to.equal(text);
    });
  }

  it('names its brand for the style sheet, debit or credit', async () => {
    expect(await fixture(brandMark('debmaster'))).to.have.attribute('data-brand', 'master');
  });

  it('is not spoken, since the row names the brand', async () => {
    expect(await fixture(brandMark('visa'))).to.have.attribute('aria-hidden', 'true');
  });

  it('shows an unknown brand as text, never as markup', async () => {
    const mark = await fixture(brandMark('<b>x</b>'));
    expect(mark.children).to.have.length(0);
    expect(mark.textContent).to.equal('<b>x</b');
  });
});
