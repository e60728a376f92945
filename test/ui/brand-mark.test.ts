import { expect, fixture, html } from '@open-wc/testing';
import { brandMark, brandMarkStyles } from '../../src/ui/brand-mark.js';

const show = (id: string, image?: string | null) =>
  fixture<HTMLElement>(
    html`<div>
      <style>
        ${brandMarkStyles.cssText}</style
      >${brandMark(id, image)}
    </div>`,
  );
const wordOf = (mark: HTMLElement) => mark.querySelector('text')?.textContent?.trim();

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** Resolves when the image has come, or will not come. */
const settled = (image: HTMLImageElement) =>
  new Promise<unknown>((resolve) => {
    if (image.complete) resolve(undefined);
    for (const type of ['load', 'error']) image.addEventListener(type, resolve, { once: true });
  });

describe('a brand’s mark', () => {
  for (const [id, word] of [
    ['visa', 'VISA'],
    ['debvisa', 'VISA'],
    ['debelo', 'elo'],
    ['hipercard', 'Hipercard'],
    ['tarshop', 'TARSHOP'],
    ['a-brand-of-tomorrow', 'A-BRAND-O'],
  ] as const) {
    it(`of ${id} reads "${word}"`, async () => {
      expect(wordOf(await show(id))).to.equal(word);
    });
  }

  it('of Mastercard, debit or credit, is two rings without a word', async () => {
    for (const id of ['master', 'debmaster']) {
      const mark = await show(id);
      expect(wordOf(mark)).to.equal('');
      expect([...mark.querySelectorAll('circle')].map((ring) => ring.getAttribute('fill'))).to.not.include('none');
    }
  });

  it('of no brand is a blank card', async () => {
    const mark = await show('');
    expect(wordOf(mark)).to.equal('');
    expect(mark.querySelector('path')?.getAttribute('fill')).to.not.equal('none');
  });

  it('has its size whatever the text is', async () => {
    const { width, height } = (await show('argencard')).querySelector('.brand')!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([44, 28]);
  });

  it('is not spoken, since the row names the brand', async () => {
    expect((await show('visa')).querySelector('.brand')).to.have.attribute('aria-hidden', 'true');
  });

  it('shows an unknown brand as text, never as markup', async () => {
    const mark = await show('<b>x</b>');
    expect(mark.querySelector('b')).to.equal(null);
    expect(wordOf(mark)).to.equal('<B>X</B>');
  });
});

describe('the image of a brand', () => {
  it('covers the mark once it is there', async () => {
    const image = (await show('visa', PIXEL)).querySelector('img')!;
    await settled(image);
    expect(image).to.have.property('hidden', false);
  });

  it('leaves the mark when it does not come', async () => {
    const image = (await show('visa', 'data:image/gif;base64,broken')).querySelector('img')!;
    await settled(image);
    expect(image).to.have.property('hidden', true);
    expect(image.checkVisibility()).to.equal(false);
  });

  for (const url of [undefined, null, '']) {
    it(`is left out when the card has ${JSON.stringify(url)}`, async () => {
      expect((await show('visa', url)).querySelector('img')).to.equal(null);
    });
  }
});
