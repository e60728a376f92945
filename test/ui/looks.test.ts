import { expect, html } from '@open-wc/testing';
import { amex, expired, mastercard, visa } from '../support/cards.js';
import { readyForm } from '../support/add-card-harness.js';
import { afterTest, mountReady, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';

/** Sets a custom property on the element's page. */
function setOnPage(name: string, value: string): void {
  const { style } = document.documentElement;
  style.setProperty(name, value);
  afterTest(() => void style.removeProperty(name));
}

const part = (widget: { root: ShadowRoot }, selector: string): HTMLElement => {
  const found = widget.root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};
const styleOf = (widget: { root: ShadowRoot }, selector: string) => getComputedStyle(part(widget, selector));
const heightOf = (widget: SavedCards, selector: string) => part(widget, selector).getBoundingClientRect().height;

const cards = [visa, mastercard, amex];

/** What a page sets, where it has an effect, and which. */
const PROPERTIES: readonly [name: string, value: string, selector: string, shows: keyof CSSStyleDeclaration][] = [
  ['--mp-color-accent', 'rgb(1, 2, 3)', '.chosen input', 'borderTopColor'],
  ['--mp-color-accent-soft', 'rgb(1, 2, 3)', '.chosen', 'backgroundColor'],
  ['--mp-color-text', 'rgb(1, 2, 3)', '.name', 'color'],
  ['--mp-color-text-muted', 'rgb(1, 2, 3)', '.details', 'color'],
  ['--mp-color-surface', 'rgb(1, 2, 3)', '.list', 'backgroundColor'],
  ['--mp-color-border', 'rgb(1, 2, 3)', '.list', 'borderTopColor'],
  ['--mp-color-border-strong', 'rgb(1, 2, 3)', '.frame', 'borderTopColor'],
  ['--mp-color-danger', 'rgb(1, 2, 3)', '.badge.danger', 'color'],
  ['--mp-color-danger-soft', 'rgb(1, 2, 3)', '.badge.danger', 'backgroundColor'],
  ['--mp-radius', '3px', '.list', 'borderTopLeftRadius'],
  ['--mp-card-radius', '4px', '.list', 'borderTopLeftRadius'],
  ['--mp-field-radius', '5px', '.frame', 'borderTopLeftRadius'],
  ['--mp-field-height', '60px', '.frame', 'height'],
  ['--mp-font-size', '19px', '.name', 'fontSize'],
];

describe('a custom property of the page', () => {
  for (const [name, value, selector, shows] of PROPERTIES) {
    it(`${name} applies to ${selector}`, async () => {
      setOnPage(name, value);
      const widget = await mountReady([...cards, expired]);
      expect(styleOf(widget, selector)[shows]).to.equal(value);
    });
  }

  it('--mp-button-background and --mp-button-text apply to the main button', async () => {
    setOnPage('--mp-button-background', 'rgb(1, 2, 3)');
    setOnPage('--mp-button-text', 'rgb(4, 5, 6)');
    const { color, backgroundColor } = styleOf(await readyForm(), '.primary');
    expect([backgroundColor, color]).to.deep.equal(['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
  });

  it('--mp-space changes the density', async () => {
    const widget = await mountReady(cards);
    const ordinary = heightOf(widget, '.row:nth-child(3)');
    setOnPage('--mp-space', '4px');
    expect(heightOf(widget, '.row:nth-child(3)')).to.be.below(ordinary - 10);
  });
});

describe('the elements', () => {
  it('follow the page from light to dark', async () => {
    setOnPage('color-scheme', 'light');
    const widget = await mountReady(cards);
    const light = styleOf(widget, '.list').backgroundColor;
    setOnPage('color-scheme', 'dark');
    expect(light).to.equal('rgb(255, 255, 255)');
    expect(styleOf(widget, '.list').backgroundColor).to.equal('rgb(26, 29, 36)');
  });

  it('inherit the font', async () => {
    setOnPage('font-family', 'monospace');
    expect(styleOf(await mountReady(cards), '.name').fontFamily).to.equal('monospace');
  });

  it('are mirrored in a right-to-left page', async () => {
    const widget = await ready(html`
      <div dir="rtl"><mp-saved-cards public-key=${nextKey()} .cards=${cards}></mp-saved-cards></div>
    `);
    const [radio, brand] = ['.chosen input', '.chosen .brand'].map((selector) =>
      part(widget, selector).getBoundingClientRect(),
    );
    expect(radio!.left).to.be.above(brand!.right);
    expect(styleOf(widget, '.body').paddingRight).to.not.equal(styleOf(widget, '.body').paddingLeft);
  });

  const shrinking: [what: string, css: string][] = [
    ['a row of boxes', 'display: flex'],
    ['a column of boxes at its start', 'display: flex; flex-direction: column; align-items: flex-start'],
    ['the middle of a grid', 'display: grid; justify-items: center'],
    ['a floating box', 'float: left'],
    ['an inline box', 'display: inline-block'],
    ['a table', 'display: table'],
  ];
  for (const [what, css] of shrinking) {
    it(`are as wide as they need to be in ${what}, and no wider than a phone`, async () => {
      const widget = await ready(html`
        <div><mp-saved-cards public-key=${nextKey()} .cards=${cards}></mp-saved-cards></div>
      `);
      widget.page.style.cssText = css;
      const width = () => Math.round(widget.element.getBoundingClientRect().width);
      expect(width()).to.equal(Math.min(24 * 16, Math.round(0.8 * innerWidth)));
      widget.page.style.cssText = `${css}; max-width: 280px`;
      if (css !== 'display: table') expect(width()).to.be.within(200, 280);
    });
  }

  it('keep the order of words and numbers there, aligned as the page', async () => {
    const widget = await ready(html`
      <div dir="rtl">
        <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${cards}></mp-saved-cards>
      </div>
    `);
    widget.element.reportValidity();
    await widget.settled();
    for (const selector of ['.hint > span', '.error', '.name']) {
      const words = part(widget, selector);
      const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
      while (text.nextNode() && !text.currentNode.textContent?.trim());
      const letters = document.createRange();
      const edgeOf = (start: number, end: number) => {
        letters.setStart(text.currentNode, start);
        letters.setEnd(text.currentNode, end);
        return letters.getBoundingClientRect();
      };
      const written = text.currentNode.textContent ?? '';
      const first = written.search(/\S/);
      const last = written.trimEnd().length;
      expect(edgeOf(first, first + 1).left, selector).to.be.below(edgeOf(last - 1, last).left);
      const box = words.closest('.body, .text')!.getBoundingClientRect();
      expect(box.right - edgeOf(first, last).right, selector).to.be.below(box.width / 2);
    }
  });

  for (const width of [280, 320, 420]) {
    it(`are no wider than ${width} px when there is no more room, also at twice the text size too`, async () => {
      const widget = await ready(html`
        <div class="narrow">
          <mp-saved-cards public-key=${nextKey()} .cards=${[...cards, expired]}></mp-saved-cards>
        </div>
      `);
      widget.page.style.setProperty('width', `${width}px`);
      for (const size of ['16px', '32px']) {
        widget.page.style.setProperty('font-size', size);
        for (const row of widget.root.querySelectorAll('.row'))
          expect(row.scrollWidth, size).to.be.at.most(row.clientWidth);
      }
    });
  }

  it('have rows and buttons of sufficient target size', async () => {
    const widget = await ready(html`
      <mp-saved-cards public-key=${nextKey()} .cards=${[...cards, expired]} endpoint="/cards"></mp-saved-cards>
    `);
    for (const target of widget.root.querySelectorAll('label, button')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    }
  });
});
