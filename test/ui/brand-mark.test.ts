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

/** Shows an image and waits until it has loaded or failed, and the listeners of the mark have run. */
async function showImage(address: string): Promise<HTMLImageElement> {
  const settled = new Promise<HTMLImageElement>((resolve) => {
    // `complete` may be true before the event is fired. This listener is called before the mark's own, which the second follows.
    const onCapture = ({ target, type }: Event) => {
      if (!(target instanceof HTMLImageElement)) return; // a style element fires `load` too
      document.removeEventListener('load', onCapture, true);
      document.removeEventListener('error', onCapture, true);
      target.addEventListener(type, () => resolve(target), { once: true });
    };
    document.addEventListener('load', onCapture, true);
    document.addEventListener('error', onCapture, true);
  });
  await show('visa', address);
  return settled;
}

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

  it('of Mastercard, debit or credit, is two circles without a word', async () => {
    for (const id of ['master', 'debmaster']) {
      const mark = await show(id);
      expect(wordOf(mark)).to.equal('');
      expect([...mark.querySelectorAll('circle')].map((ring) => ring.getAttribute('fill'))).to.not.include('none');
    }
  });

  it('of no brand is a blank card', async () => {
    const mark = await show('');
    expect(wordOf(mark)).to.equal('');
    expect(mark.querySelector('path')?.getAttribute('d')).to.not.equal('');
  });

  it('has its size whatever the text is', async () => {
    const { width, height } = (await show('argencard')).querySelector('.brand')!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([44, 28]);
  });

  it('is hidden from assistive technology, since the row names the brand', async () => {
    expect((await show('visa')).querySelector('.brand')).to.have.attribute('aria-hidden', 'true');
  });

  it('shows an unknown brand as text, never as markup', async () => {
    const mark = await show('<b>x</b>');
    expect(mark.querySelector('b')).to.equal(null);
    expect(wordOf(mark)).to.equal('<B>X</B>');
  });
});

describe('the image of a brand', () => {
  it('covers the mark once it is loaded', async () => {
    const image = await showImage(PIXEL);
    expect(image).to.have.property('hidden', false);
  });

  it('is hidden when it cannot be loaded', async () => {
    const image = await showImage('data:image/gif;base64,broken');
    expect(image).to.have.property('hidden', true);
    expect(image.checkVisibility()).to.equal(false);
  });

  for (const url of [undefined, null, '']) {
    it(`is left out when the card has ${JSON.stringify(url)}`, async () => {
      expect((await show('visa', url)).querySelector('img')).to.equal(null);
    });
  }
});
