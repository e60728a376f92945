import { expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import { mastercard, visa } from '../support/cards.js';
import { afterTest, CODE, mount, mountPage, nextKey } from '../support/saved-cards-harness.js';

/** Style sheets that pages, themes and resets apply to everything. */
const SHEETS: readonly string[] = [
  '* { all: unset }',
  '* { all: initial }',
  '* { all: revert; box-sizing: content-box; margin: 0; padding: 0 }',
  '*, *::before, *::after { margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: border-box !important }',
  '* { float: left; position: relative; line-height: 0; letter-spacing: -1px; text-indent: -9999px }',
  'iframe { display: none }',
  'iframe { display: none !important; visibility: hidden !important; inline-size: 0 !important; height: 0 !important }',
  'section iframe, section div { max-width: 1px; max-height: 1px; opacity: 0; transform: scale(0) }',
  'section div:empty, section div { display: none !important }',
  'form * { pointer-events: none !important } form button { pointer-events: auto !important }',
  'mp-saved-cards, mp-add-card { all: unset }',
  '* { display: flex !important }',
  'iframe { max-width: 100%; height: auto; vertical-align: middle } img, svg, video { display: block }', // Tailwind
  'iframe, input, button, div { all: unset !important; block-size: 0 !important; min-block-size: 0 !important }',
  'input[type=radio], input[type=radio] + * { display: none !important }',
  ':is(mp-saved-cards, mp-add-card) > * { position: absolute; left: -9999px }',
];

describe('a page whose style sheet says', () => {
  for (const css of SHEETS) {
    it(`${css} shows the list with the field in its place, and a token can be made`, async () => {
      const style = document.createElement('style');
      style.textContent = css;
      document.head.append(style);
      afterTest(() => style.remove());
      const widget = await mount(html`
        <form method="post">
          <section>
            <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa, mastercard]}></mp-saved-cards>
          </section>
          <button>Pay</button>
        </form>
      `);
      await widget.ready();
      await widget.choose(1);
      await nextFrame();
      const frame = widget.frame.getBoundingClientRect();
      const field = widget.part('field')!.getBoundingClientRect();
      expect(frame.width).to.be.greaterThan(60);
      expect(frame.height).to.be.greaterThan(20);
      expect(frame.top).to.be.within(field.top - 1, field.bottom);
      const list = widget.part('list')!.getBoundingClientRect();
      expect(list.height).to.be.greaterThan(100);
      const hit = document.elementFromPoint(field.left + field.width / 2, field.top + field.height / 2);
      // Compared here: to print two elements of a page takes the assertion library for ever.
      expect(hit === widget.frame, 'a click in the field meets its frame').to.equal(true);
      expect((await widget.tokenize()).cardId).to.equal('1002');
    });
  }
});

it('a form for a new card has its fields in their place whatever such a style sheet says', async () => {
  const style = document.createElement('style');
  document.head.append(style);
  afterTest(() => style.remove());
  const { standIn } = await mountPage(html`
    <form method="post">
      <section>
        <mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()}></mp-add-card>
      </section>
      <button>Pay</button>
    </form>
  `);
  const fields = ['cardNumber', 'expirationDate', 'securityCode'] as const;
  for (const field of fields) await standIn!.ready(field);
  for (const css of SHEETS) {
    style.textContent = css;
    await nextFrame();
    await nextFrame();
    for (const field of fields) {
      await waitUntil(() => standIn!.fields.some(({ type, ready }) => type === field && ready));
      const { iframe } = standIn!.fields.find(({ type }) => type === field)!;
      iframe.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = iframe.getBoundingClientRect();
      expect(width, `${field}: ${css}`).to.be.greaterThan(60);
      expect(height, `${field}: ${css}`).to.be.greaterThan(20);
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      expect(
        hit === iframe,
        `a click in ${field} meets its frame, not ${hit?.outerHTML.slice(0, 99)}: ${css}`,
      ).to.equal(true);
    }
  }
  await standIn!.type('securityCode', CODE);
  expect(standIn!.input('securityCode').value).to.equal(CODE);
});

describe('a page that centres its text, as starters of apps do', () => {
  for (const direction of ['ltr', 'rtl'])
    it(`has rows whose name and expiry begin at the same edge: ${direction}`, async () => {
      const widget = await mount(html`
        <section style="text-align: center" dir=${direction}>
          <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa, mastercard]}></mp-saved-cards>
        </section>
      `);
      await widget.ready();
      const root = widget.element.shadowRoot!;
      const edgeOf = (first: string, last: string) => {
        const text = document.createRange();
        text.setStartBefore(root.querySelector(first)!.firstChild!);
        text.setEndAfter(root.querySelector(last)!);
        const { left, right } = text.getBoundingClientRect();
        return direction === 'rtl' ? right : left;
      };
      // What is only spoken comes after the digits.
      expect(edgeOf('.name', '.name .digits')).to.be.closeTo(edgeOf('.details', '.details :last-child'), 1);
    });
});
