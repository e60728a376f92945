import { expect, fixture } from '@open-wc/testing';
import { brandMark } from '../../src/ui/brand-mark.js';

describe('a brand’s mark', () => {
  for (const [id, name, text] of [
    ['visa', 'Visa', 'VISA'],
    ['debvisa', 'Visa Débito', 'VISA'],
    ['amex', 'American Express', 'AMEX'],
    ['debelo', 'Elo Débito', 'elo'],
    ['master', 'Mastercard', ''],
    ['debmaestro', 'Maestro', ''],
    ['tarshop', 'Tarjeta Shopping', 'Tarjet'],
  ] as const) {
    it(`of ${id} reads "${text}"`, async () => {
      const mark = await fixture(brandMark(id, name));
      expect(mark.textContent).to.equal(text);
    });
  }

  it('wears the class of its brand, debit or credit', async () => {
    expect(await fixture(brandMark('debmaster', 'Mastercard Débito'))).to.have.class('master');
  });

  it('is not spoken, since the row names the brand', async () => {
    expect(await fixture(brandMark('visa', 'Visa'))).to.have.attribute('aria-hidden', 'true');
  });

  it('shows the name of an unknown brand as text, never as markup', async () => {
    const mark = await fixture(brandMark('x', '<b>x</b>'));
    expect(mark.children).to.have.length(0);
    expect(mark.textContent).to.equal('<b>x</');
  });
});
