import { aTimeout, expect } from '@open-wc/testing';
import { html, unsafeStatic } from 'lit/static-html.js';
import { mastercard, visa } from '../support/cards.js';
import { additions, frameNames, liveFields } from '../support/frames-in-page.js';
import { CODE, mountPage, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';

const CARDS = JSON.stringify([visa, mastercard]);

/** A component of the shop that has the list in its shadow root. */
class CopiedApp extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<mp-saved-cards locale="es-AR" public-key="${this.dataset['key']}"></mp-saved-cards>`;
    root.querySelector('mp-saved-cards')?.setAttribute('cards', CARDS);
  }
}
customElements.define('copied-app', CopiedApp);

/** The same in a component in a component. */
class CopiedShell extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<copied-app data-key="${this.dataset['key']}"></copied-app>`;
  }
}
customElements.define('copied-shell', CopiedShell);

/** A component around any markup. */
class CopiedFrame extends HTMLElement {
  connectedCallback(): void {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).innerHTML = this.dataset['markup'] ?? '';
  }
}
customElements.define('copied-frame', CopiedFrame);

/** Where the list is; `part` is what the page copies. */
const PLACES: readonly (readonly [where: string, markup: (key: string) => string])[] = [
  ['the page', (key) => `<mp-saved-cards locale="es-AR" public-key="${key}" cards='${CARDS}'></mp-saved-cards>`],
  ['a shadow root', (key) => `<copied-app data-key="${key}"></copied-app>`],
  [
    'three shadow roots',
    (key) => `<copied-frame data-markup="<copied-shell data-key='${key}'></copied-shell>"></copied-frame>`,
  ],
];

const fromMarkup = (markup: string): DocumentFragment => {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content;
};

/** Ways in which a page puts a copy of what it shows in its place. */
const WAYS: readonly (readonly [how: string, copy: (section: HTMLElement) => void])[] = [
  ['innerHTML +=', (section) => (section.innerHTML += ' ')],
  ['innerHTML of the page around it', (section) => (section.parentElement!.innerHTML += ' ')],
  ['outerHTML of what is around it', (section) => (section.outerHTML = `${section.outerHTML}`)],
  ['cloneNode', (section) => section.replaceChildren(...section.cloneNode(true).childNodes)],
  ['importNode', (section) => section.replaceChildren(...document.importNode(section, true).childNodes)],
  ['a template', (section) => section.replaceChildren(fromMarkup(section.innerHTML).cloneNode(true))],
  [
    'stored HTML',
    (section) => {
      const stored = section.innerHTML;
      section.replaceChildren();
      section.insertAdjacentHTML('beforeend', stored);
    },
  ],
  ['a range', (section) => section.replaceChildren(document.createRange().createContextualFragment(section.innerHTML))],
  [
    'a clone that was kept',
    (section) => {
      const kept = section.cloneNode(true);
      section.replaceChildren();
      section.append(...kept.childNodes);
    },
  ],
];

/** The list that is in the page now. */
const present = (widget: SavedCards): SavedCards => {
  const find = (root: ParentNode): Element | null => {
    for (const each of root.querySelectorAll('*')) {
      const found = each.localName === 'mp-saved-cards' ? each : each.shadowRoot && find(each.shadowRoot);
      if (found) return found;
    }
    return null;
  };
  return widget.of(find(document) as SavedCards['element']);
};

/** A page whose section contains this markup. */
const show = (markup: string): Promise<SavedCards> =>
  ready(html`<div><section>${unsafeStatic(markup)}</section></div>`);

const sectionOf = ({ page }: SavedCards): HTMLElement => page.querySelector('section')!;

async function expectNothingLeft(...elements: Element[]): Promise<void> {
  for (const element of elements) element.remove();
  await aTimeout(0);
  expect(additions()).to.deep.equal({ containers: 0, relays: 0, entries: 0 });
}

describe('a copy of the list in its place', () => {
  for (const [where, markup] of PLACES) {
    for (const [how, copy] of WAYS) {
      it(`in ${where}, made by ${how}, has the only frame of the page`, async () => {
        const widget = await show(markup(nextKey()));
        for (let time = 0; time < 2; time++) {
          copy(sectionOf(widget));
          await aTimeout(0);
          await present(widget).ready();
          expect(frameNames()).to.deep.equal(['securityCode']);
          expect(liveFields(widget.standIn)).to.deep.equal(['securityCode']);
        }
        const copied = present(widget);
        expect(copied.element).not.to.equal(widget.element);
        expect((await copied.tokenize()).cardId).to.equal('1001');
        await expectNothingLeft(copied.element);
      });
    }
  }
});

describe('a copy of the list beside it', () => {
  for (const [where, markup] of PLACES) {
    it(`in ${where} leaves the list its frame, and has it at a press`, async () => {
      const widget = await show(markup(nextKey()));
      const section = sectionOf(widget);
      await widget.type('73');
      section.append(section.firstElementChild!.cloneNode(true));
      await aTimeout(0);
      expect(frameNames()).to.deep.equal(['securityCode']);
      expect(liveFields(widget.standIn)).to.deep.equal(['securityCode']);
      expect(widget.codeInput.value).to.equal('73');
      section.firstElementChild?.remove();
      await aTimeout(0);
      const copied = present(widget);
      await copied.ready();
      expect(frameNames()).to.deep.equal(['securityCode']);
      expect((await copied.tokenize()).cardId).to.equal('1001');
      await expectNothingLeft(copied.element);
    });
  }

  it('that is empty before the parser fills it, as in a page that is loading, has no dead frame', async () => {
    const widget = await show(PLACES[0]![1](nextKey()));
    const stored = [...widget.element.cloneNode(true).childNodes];
    widget.element.remove();
    await aTimeout(0);
    const copied = widget.of(document.createElement('mp-saved-cards'));
    Object.assign(copied.element, { publicKey: widget.element.publicKey, cards: [visa] });
    sectionOf(widget).append(copied.element);
    await copied.ready();
    copied.element.append(...stored);
    await aTimeout(0);
    expect(frameNames()).to.deep.equal(['securityCode']);
    expect(liveFields(widget.standIn)).to.deep.equal(['securityCode']);
    await expectNothingLeft(copied.element);
  });

  it('of what is inside the list, in an element of the page before it, does not take its token', async () => {
    for (const [, markup] of PLACES) {
      const widget = await show(markup(nextKey()));
      const summary = document.createElement('div');
      sectionOf(widget).before(summary);
      summary.innerHTML = sectionOf(widget).firstElementChild!.innerHTML;
      const note = document.createElement('p');
      note.id = 'mp-field-note'; // the page's own
      summary.append(note);
      expect(frameNames()).to.deep.equal(['securityCode', 'securityCode']);
      await widget.type(CODE);
      expect((await widget.element.tokenize()).cardId).to.equal('1001');
      expect(frameNames()).to.deep.equal(['securityCode']);
      expect([...summary.children].map(({ id }) => id)).to.deep.equal(['mp-field-note']);
      await expectNothingLeft(summary, widget.element);
    }
  });

  it('that is stored under the id of the next frame is not taken for it', async () => {
    const widget = await show(PLACES[0]![1](nextKey()));
    const [, last] = /^mp-field-(\d+)$/.exec(widget.frame.parentElement!.id)!;
    const stored = document.createElement('not-defined-yet');
    stored.innerHTML = `<div id="mp-field-${Number(last) + 1}"></div>`;
    sectionOf(widget).before(stored);
    await widget.type(CODE);
    await widget.choose(1);
    await widget.ready();
    expect(widget.element.contains(widget.frame)).to.equal(true);
    expect(stored.querySelector('iframe')).to.equal(null);
  });
});

describe('a copy of the form for a new card', () => {
  const FRAMES = ['cardNumber', 'expirationDate', 'securityCode'];
  const FORMS: readonly (readonly [where: string, markup: (key: string) => string])[] = [
    ['by itself', (key) => `<mp-add-card open locale="es-AR" public-key="${key}" intent="pay"></mp-add-card>`],
    [
      'in the slot of a list without cards',
      (key) =>
        `<mp-saved-cards locale="es-AR" public-key="${key}" cards="[]"><mp-add-card slot="add-card"></mp-add-card></mp-saved-cards>`,
    ],
  ];
  it('in a shadow root, made in each way in turn, has the only frames of the page', async () => {
    const form = `<mp-add-card open locale='es-AR' public-key='${nextKey()}' intent='pay'></mp-add-card>`;
    const { page, standIn } = await mountPage(
      html`<div><section>${unsafeStatic(`<copied-frame data-markup="${form}"></copied-frame>`)}</section></div>`,
    );
    for (const field of FRAMES) await standIn?.ready(field as 'cardNumber');
    for (const [how, copy] of WAYS) {
      copy(page.querySelector('section')!);
      await aTimeout(0);
      for (const field of FRAMES) await standIn?.ready(field as 'cardNumber');
      expect(frameNames(), how).to.deep.equal(FRAMES);
      expect(liveFields(standIn!), how).to.deep.equal(FRAMES);
    }
    await expectNothingLeft(...page.querySelector('section')!.children);
  });

  for (const [where, markup] of FORMS) {
    for (const [how, copy] of WAYS) {
      it(`${where}, made by ${how}, has the only frames of the page`, async () => {
        const { page, standIn } = await mountPage(
          html`<div><section>${unsafeStatic(markup(nextKey()))}</section></div>`,
        );
        const opened = async () => {
          await aTimeout(0);
          for (const field of FRAMES) await standIn?.ready(field as 'cardNumber');
        };
        await opened();
        for (let time = 0; time < 2; time++) {
          copy(page.querySelector('section')!);
          await opened();
          expect(frameNames()).to.deep.equal(FRAMES);
          expect(liveFields(standIn!)).to.deep.equal(FRAMES);
        }
        await expectNothingLeft(...page.querySelector('section')!.children);
      });
    }
  }
});

describe('a copy of a list with an open attempt', () => {
  for (const [how, copy] of WAYS) {
    it(`made by ${how} has no token, and the form has none`, async () => {
      const widget = await show(`<form method="post">${PLACES[0]![1](nextKey())}</form>`);
      await widget.tokenize();
      expect(additions().entries).to.be.greaterThan(0);
      copy(sectionOf(widget));
      await aTimeout(0);
      await present(widget).ready();
      expect(additions()).to.deep.equal({ containers: 1, relays: 0, entries: 0 });
      expect([...new FormData(sectionOf(widget).querySelector('form')!)]).to.deep.equal([]);
    });
  }
});
