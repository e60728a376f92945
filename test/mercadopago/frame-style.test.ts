import { expect, fixture, html } from '@open-wc/testing';
import { frameStyle } from '../../src/mercadopago/frame-style.js';

describe('frameStyle', () => {
  const styleOf = async (css: string, direction = 'ltr') =>
    frameStyle(await fixture(html`<div dir=${direction} style=${css}></div>`));

  it('is that of the element, resolved', async () => {
    const style = await styleOf('color: rgb(1, 2, 3); caret-color: rgb(4, 5, 6); font: 20px Courier, monospace');
    expect(style).to.include({
      color: 'rgb(1, 2, 3)',
      'placeholder-color': 'rgb(4, 5, 6)',
      'font-family': 'Courier, monospace',
      'font-size': '20px',
    });
  });

  it('has a fainter placeholder where both colours are the same', async () => {
    const style = await styleOf('color: rgb(1, 2, 3); caret-color: rgb(1, 2, 3)');
    expect(style['placeholder-color']).to.equal('rgba(1, 2, 3, 0.65)');
  });

  it('follows the direction of the text', async () => {
    expect((await styleOf(''))['text-align']).to.equal('left');
    expect((await styleOf('', 'rtl'))['text-align']).to.equal('right');
  });

  describe('in small print', () => {
    const { matchMedia } = window;
    afterEach(() => Object.assign(window, { matchMedia }));

    for (const [pointer, size] of [
      ['coarse', '16px'],
      ['fine', '12px'],
    ] as const) {
      it(`is ${size} for a ${pointer} pointer`, async () => {
        const matches = (query: string) => ({ matches: query === `(pointer: ${pointer})` });
        Object.assign(window, { matchMedia: matches });
        expect((await styleOf('font-size: 12px'))['font-size']).to.equal(size);
      });
    }
  });

  it('has only properties that MercadoPago.js allows', async () => {
    const allowed =
      /^(color|font-(family|size|style|variant|weight)|height|width|text-align|placeholder-color|(margin|padding)(-\w+)?)$/;
    for (const name of Object.keys(await styleOf(''))) expect(name).to.match(allowed);
  });
});
