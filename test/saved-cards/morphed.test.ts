import { morph as addMorph } from '@alpinejs/morph';
import { aTimeout, expect } from '@open-wc/testing';
import { Idiomorph } from 'idiomorph';
import { html, unsafeStatic } from 'lit/static-html.js';
import { mastercard, visa } from '../support/cards.js';
import { VISA } from '../support/add-card-harness.js';
import { additions, frameNames, liveFields } from '../support/frames-in-page.js';
import { CODE, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';

const CARDS = JSON.stringify([visa, mastercard]);

const alpine: Parameters<typeof addMorph>[0] = {};
addMorph(alpine);

/** Brings a node of the page to what its server renders, as each library does. */
const MORPHS: readonly (readonly [name: string, morph: (node: HTMLElement, markup: string) => void])[] = [
  ['idiomorph', (node, markup) => void Idiomorph.morph(node, markup, { morphStyle: 'outerHTML' })],
  ['Alpine, as in Livewire', (node, markup) => void alpine.morph?.(node, markup, { key: ({ id }) => id })],
];

const list = (key: string, more = '', content = '') =>
  `<mp-saved-cards locale="es-AR" public-key="${key}" cards='${CARDS}' ${more}>${content}</mp-saved-cards>`;

const section = (content: string, total = 1) =>
  `<section><p>Total ${total}</p><form id="checkout" method="post">${content}<button>Pay</button></form></section>`;

async function show(markup: string): Promise<{ widget: SavedCards; node: HTMLElement }> {
  const widget = await ready(html`<div>${unsafeStatic(section(markup))}</div>`);
  return { widget, node: widget.page.querySelector('section')! };
}

for (const [name, morph] of MORPHS) {
  describe(`a page that is morphed by ${name}`, () => {
    it('keeps the card that the shopper chose, five times', async () => {
      const markup = list(nextKey());
      const { widget, node } = await show(markup);
      await widget.choose(1);
      for (let time = 0; time < 5; time++) {
        morph(node, section(markup, time));
        await aTimeout(0);
        await widget.ready();
        expect(widget.checked).to.equal('1002');
        expect(frameNames()).to.deep.equal(['securityCode']);
        expect(liveFields(widget.standIn)).to.deep.equal(['securityCode']);
      }
      expect(widget.element.isConnected).to.equal(true);
      expect((await widget.tokenize()).cardId).to.equal('1002');
    });

    it('keeps it, and the digits, where the page brings a style sheet', async () => {
      const markup = list(nextKey());
      const { widget, node } = await show(markup);
      await widget.choose(1);
      await widget.type(CODE);
      for (const css of [
        'form { color: navy; font-size: 20px }',
        '* { all: unset } iframe { display: none !important }',
      ]) {
        morph(node, section(`${markup}<style>${css}</style>`));
        await aTimeout(0);
        await widget.ready();
        expect([widget.checked, widget.codeInput.value], css).to.deep.equal(['1002', CODE]);
        expect(frameNames(), css).to.deep.equal(['securityCode']);
        expect(widget.frame.getBoundingClientRect().height, css).to.be.greaterThan(20);
      }
      expect((await widget.element.tokenize()).cardId).to.equal('1002');
    });

    it('keeps it in a shadow root, five times', async () => {
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      const markup = list(nextKey());
      root.innerHTML = section(markup);
      const widget = await ready(html`<div>${host}</div>`);
      await widget.choose(1);
      for (let time = 0; time < 5; time++) {
        const style = `<style>p { margin: ${time}px }</style>`;
        morph(root.querySelector('section')!, section(markup + style, time));
        await aTimeout(0);
        await widget.ready();
        expect(widget.checked).to.equal('1002');
        expect(frameNames()).to.deep.equal(['securityCode']);
        expect(liveFields(widget.standIn)).to.deep.equal(['securityCode']);
      }
      expect((await widget.tokenize()).cardId).to.equal('1002');
    });

    it('keeps it where the server has chosen a card', async () => {
      const markup = list(nextKey(), 'card-id="1001"');
      const { widget, node } = await show(markup);
      await widget.choose(1);
      morph(node, section(markup, 2));
      await aTimeout(0);
      await widget.ready();
      expect(widget.checked).to.equal('1002');
    });

    it('takes the card that the server chooses now', async () => {
      const key = nextKey();
      const { widget, node } = await show(list(key, 'card-id="1001"'));
      morph(node, section(list(key, 'card-id="1002"'), 2));
      await aTimeout(0);
      await widget.ready();
      expect(widget.checked).to.equal('1002');
    });

    it('keeps the digits that were typed', async () => {
      const markup = list(nextKey());
      const { widget, node } = await show(markup);
      await widget.choose(1);
      await widget.type('73');
      morph(node, section(markup, 2));
      await aTimeout(0);
      await widget.ready();
      expect([widget.checked, widget.codeInput.value, widget.codeError]).to.deep.equal(['1002', '73', '']);
      expect(widget.mounts).to.equal(1);
    });

    it('keeps an open attempt, and posts its token', async () => {
      const markup = list(nextKey());
      const { widget, node } = await show(markup);
      const form = node.querySelector('form')!;
      const { token } = await widget.tokenize();
      morph(node, section(markup, 2));
      await aTimeout(0);
      await widget.ready();
      expect(new FormData(form).getAll('token')).to.deep.equal([token]);
      const posted: FormDataEntryValue[][] = [];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        posted.push(new FormData(form).getAll('token'));
      });
      form.querySelector('button')?.click();
      await widget.events.submitted();
      expect(posted).to.deep.equal([[token]]);
    });

    it('leaves nothing behind', async () => {
      const markup = list(nextKey());
      const { widget, node } = await show(markup);
      morph(node, section(markup, 2));
      await aTimeout(0);
      await widget.ready();
      morph(node, section('', 3));
      await aTimeout(0);
      await aTimeout(0);
      expect(additions()).to.deep.equal({ containers: 0, relays: 0, entries: 0 });
      expect(widget.standIn.fields).to.deep.equal([]);
    });

    it('leaves "use another card" chosen, and its form open with what is typed', async () => {
      const markup = list(nextKey(), '', '<mp-add-card slot="add-card"></mp-add-card>');
      const { widget, node } = await show(markup);
      const form = widget.element.querySelector('mp-add-card')!;
      await widget.choose(2);
      await widget.standIn.ready('cardNumber');
      await widget.standIn.type('cardNumber', VISA.number);
      morph(node, section(markup, 2));
      await aTimeout(0);
      for (const field of ['cardNumber', 'expirationDate', 'securityCode'] as const) await widget.standIn.ready(field);
      await widget.settled();
      await form.updateComplete;
      expect([widget.checked, form.open]).to.deep.equal(['', true]);
      expect(frameNames()).to.deep.equal(['cardNumber', 'expirationDate', 'securityCode']);
      expect(liveFields(widget.standIn)).to.have.length(3);
      expect(widget.standIn.input('cardNumber').value.replaceAll(' ', '')).to.equal(VISA.number);
    });

    it('leaves a form by itself open that the shopper opened', async () => {
      const key = nextKey();
      const form = `<mp-add-card locale="es-AR" public-key="${key}" endpoint="/api/cards"></mp-add-card>`;
      const { widget, node } = await show(`${list(key)}${form}`);
      const element = node.querySelector('mp-add-card')!;
      element.shadowRoot?.querySelector('button')?.click();
      await widget.standIn.ready('cardNumber');
      morph(node, section(`${list(key)}${form}`, 2));
      await aTimeout(0);
      await element.updateComplete;
      await widget.standIn.ready('cardNumber');
      expect([element.open, element.hasAttribute('open')]).to.deep.equal([true, true]);
      expect(frameNames()).to.deep.equal(['cardNumber', 'expirationDate', 'securityCode']);
    });
  });
}
