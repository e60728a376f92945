import { aTimeout, expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { amex, mastercard, visa } from '../support/cards.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { nest, type Nesting } from '../support/outer-app.js';
import { CODE, mount, mountReady, nextKey, ready } from '../support/saved-cards-harness.js';

const nestings: [name: string, nesting: Nesting][] = [
  ['no shadow root', []],
  ['one shadow root', ['outer-app']],
  ['one closed shadow root', ['closed-app']],
  ['two shadow roots', ['outer-app', 'outer-app']],
  ['two shadow roots, the inner one closed', ['outer-app', 'closed-app']],
  ['two closed shadow roots', ['closed-app', 'closed-app']],
  ['three shadow roots', ['outer-app', 'outer-app', 'outer-app']],
  ['three closed shadow roots', ['closed-app', 'closed-app', 'closed-app']],
  ['a shadow root that assigns its slots by hand', ['manual-app']],
  ['three shadow roots of each kind', ['manual-app', 'closed-app', 'outer-app']],
];

const inPage = (nesting: Nesting, cards = [visa, mastercard]) => {
  const { outer, element, apps } = nest(nesting, cards);
  const page = html`<div><input id="first" aria-label="first" />${outer}<button id="last">last</button></div>`;
  return ready(page, { element }).then((widget) => ({ widget, apps }));
};

/** What has the focus, down through the open roots: an id, or the name of a frame. */
const focused = (): string => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.id || active?.getAttribute('name') || active?.localName || 'nothing';
};

/** What hydration and morphs find: the children from the first one on. */
function found({ firstChild }: Element): string[] {
  const names: string[] = [];
  for (let child = firstChild; child; child = child.nextSibling) names.push(child.nodeName.toLowerCase());
  return names;
}

for (const [name, nesting] of [nestings[0]!, nestings.at(-1)!])
  it(`<mp-saved-cards> in ${name} shows its frame and its entries to nothing that goes through the children`, async () => {
    const { outer, element, apps } = nest(nesting, [visa]);
    for (const host of [element, ...apps]) host.append(document.createElement('p'), 'text');
    const widget = await ready(html`<form>${outer}</form>`, { element });
    await widget.tokenize();
    expect(outer.querySelectorAll('iframe')).to.have.length(1);
    for (const host of [element, ...apps]) {
      expect(host.childNodes).to.have.length.above(2);
      expect(found(host)).to.deep.equal(['p', '#text']);
    }
  });

for (const [name, nesting] of nestings) {
  describe(`<mp-saved-cards> in ${name}`, () => {
    it('has a frame that its siblings find by name, and makes a token', async () => {
      const { widget } = await inPage(nesting);
      expect((window.frames as unknown as Record<string, unknown>)['securityCode']).to.equal(
        widget.frame.contentWindow,
      );
      expect(widget.frame.getRootNode()).to.equal(document);
      expect((await widget.tokenize()).cardId).to.equal('1001');
    });

    it('shows the frame inside the chosen row', async () => {
      const { widget } = await inPage(nesting);
      await widget.choose(1);
      const frame = widget.frame.getBoundingClientRect();
      const box = widget.part('field')?.getBoundingClientRect();
      expect(frame.width).to.be.greaterThan(100);
      expect(Math.abs(frame.top - (box?.top ?? 0))).to.be.lessThan(3);
      expect(widget.mounts).to.equal(1);
    });

    it('leaves nothing behind', async () => {
      const { widget, apps } = await inPage(nesting);
      const hosts = [...apps, widget.element];
      widget.page.remove();
      await aTimeout(0);
      for (const host of hosts) expect(host.querySelectorAll('slot, div, iframe')).to.have.length(0);
      expect(widget.standIn.fields).to.deep.equal([]);
    });
  });
}

for (const [name, nesting] of nestings.filter(([, nesting]) => !nesting.includes('closed-app'))) {
  describe(`the Tab key around <mp-saved-cards> in ${name}`, () => {
    const around = nesting.map(() => 'before');
    const path = ['first', ...around, 'card', 'securityCode', ...around.map(() => 'after'), 'last'];

    it('goes through radio and frame to what follows', async () => {
      const { widget } = await inPage(nesting);
      widget.page.querySelector('input')?.focus();
      const seen = [focused()];
      for (let step = 1; step < path.length; step++) {
        await sendKeys({ press: 'Tab' });
        seen.push(focused());
      }
      expect(seen).to.deep.equal(path);
    });

    // WebKit's driver knows no key that is held down.
    const canHoldKeys = /Chrome|Firefox/.test(navigator.userAgent);
    (canHoldKeys ? it : () => {})('goes back the same way', async () => {
      const { widget } = await inPage(nesting);
      widget.page.querySelector<HTMLElement>('#last')?.focus();
      const seen = [focused()];
      await sendKeys({ down: 'Shift' });
      for (let step = 1; step < path.length; step++) {
        await sendKeys({ press: 'Tab' });
        seen.push(focused());
      }
      await sendKeys({ up: 'Shift' });
      expect(seen).to.deep.equal(path.toReversed());
    });
  });
}

describe('a page that moves things', () => {
  it('keeps the field working when an outer component renders again', async () => {
    const { widget, apps } = await inPage(['outer-app', 'outer-app']);
    await widget.type('73');
    for (const app of apps) app.requestUpdate();
    await Promise.all(apps.map((app) => app.updateComplete));
    expect(widget.codeInput.value).to.equal('73');
    expect(widget.mounts).to.equal(1);
  });

  it('has the field replaced when the owner of the outermost host empties it', async () => {
    const { widget, apps } = await inPage(['outer-app']);
    apps[0]?.replaceChildren();
    await widget.ready();
    expect((await widget.tokenize()).cardId).to.equal('1001');
  });

  it('has the code asked for again when it moves an element with digits in it', async () => {
    const widget = await ready(
      html`<div>
        <mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>
        <p></p>
      </div>`,
    );
    await widget.type(CODE);
    widget.page.querySelector('p')?.append(widget.element);
    await widget.events.times('card-error');
    expect(widget.events.of('card-error')[0]).to.have.nested.property('error.code', 'field-lost');
    expect((await widget.tokenize()).cardId).to.equal('1001');
  });

  it('has a working field when it moves the element to another shadow root', async () => {
    const { widget } = await inPage(['outer-app']);
    widget.page.append(widget.element);
    await widget.settled();
    await widget.ready();
    expect(widget.frame.closest('mp-saved-cards')).to.equal(widget.element);
    expect((await widget.tokenize()).cardId).to.equal('1001');
  });

  it('has a working field and the same choice when it puts a removed element back', async () => {
    const widget = await mountReady([visa, amex]);
    await widget.choose(1);
    await widget.type('12');
    const { parentElement } = widget.element;
    widget.element.remove();
    await aTimeout(0);
    expect(widget.standIn.fields).to.deep.equal([]);
    parentElement?.append(widget.element);
    await widget.ready();
    expect(widget.codeInput.value).to.equal('');
    expect(widget.element.complete).to.equal(false);
    expect((await widget.tokenize('7391')).cardId).to.equal('1003');
  });

  it('gets the list of an element that it took away while it was loading', async () => {
    const merchant = new ScriptedMerchant();
    const answer = merchant.delayed([visa]);
    const widget = await mount(
      html`<mp-saved-cards public-key=${nextKey()} endpoint="/cards" .fetch=${merchant.fetch}></mp-saved-cards>`,
    );
    const { parentElement } = widget.element;
    widget.element.remove();
    await aTimeout(0);
    parentElement?.append(widget.element);
    answer();
    await widget.ready();
    expect(widget.element.state).to.equal('ready');
  });
});
