import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { mastercard, visa } from '../support/cards.js';
import { readyCheckout } from '../support/checkout.js';
import { esAr } from '../support/messages.js';
import { CODE, mount, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';
import { OuterApp } from '../support/outer-app.js';

const list = (id: string, key: string, more: { form?: string; name?: string } = {}) =>
  html`<mp-saved-cards
    id=${id}
    form=${more.form ?? nothing}
    name=${more.name ?? ''}
    locale="es-AR"
    public-key=${key}
    .cards=${[visa, mastercard]}
  ></mp-saved-cards>`;

const form = (id: string, content?: TemplateResult) =>
  html`<form id=${id} action="about:blank" target="shop" method="post">${content}<button>Pay</button></form>`;

/** A page whose forms post into a frame of it, and what each of them posted. */
const page = (...content: TemplateResult[]) => html`<div><iframe name="shop" hidden></iframe>${content}</div>`;

function posts(root: ParentNode, id: string): string[][] {
  const seen: string[][] = [];
  const target = root.querySelector<HTMLFormElement>(`#${id}`);
  target?.addEventListener('submit', () => seen.push([...new FormData(target).keys()]));
  return seen;
}

const press = (root: ParentNode, id: string) => root.querySelector<HTMLButtonElement>(`#${id} button`)?.click();

/** The entries that a token has. */
const TOKEN = ['token', 'card_id', 'payment_method_id', 'payment_type_id', 'issuer_id', 'installments'];

describe('<mp-saved-cards> in forms elsewhere', () => {
  it('belongs to the form that it names', async () => {
    const widget = await ready(page(form('checkout'), list('cards', nextKey(), { form: 'checkout' })));
    const posted = posts(widget.page, 'checkout');
    await widget.type(CODE);
    press(widget.page, 'checkout');
    await widget.events.submitted();
    expect(posted).to.deep.equal([TOKEN]);
  });

  it('belongs to a form in a component’s shadow root', async () => {
    const app = new OuterApp();
    app.content = page(form('checkout', list('cards', nextKey())));
    const widget = await ready(html`<div>${app}</div>`);
    const root = app.renderRoot as ShadowRoot;
    const posted = posts(root, 'checkout');
    await widget.type(CODE);
    const submitted = new Promise((resolve) => root.addEventListener('submit', resolve)); // it does not leave the root
    press(root, 'checkout');
    await submitted;
    expect(posted).to.deep.equal([TOKEN]);
  });

  it('takes part in the form into which it was moved, not in the one before', async () => {
    const widget = await ready(page(form('before', list('cards', nextKey())), form('after')));
    const [before, after] = [posts(widget.page, 'before'), posts(widget.page, 'after')];
    widget.page.querySelector('#after')?.prepend(widget.element);
    await new Promise((resolve) => widget.frame.addEventListener('load', resolve, { once: true }));
    await widget.type(CODE);
    press(widget.page, 'before');
    expect(before).to.deep.equal([[]]);
    expect(widget.standIn.tokens).to.be.empty;
    press(widget.page, 'after');
    await widget.events.submitted(2);
    expect(after).to.deep.equal([TOKEN]);
  });

  it('makes no token for the other form of a page', async () => {
    const key = nextKey();
    const widget = await ready(page(form('one', list('first', key)), form('two', list('second', key)), form('search')));
    const [one, two, search] = ['one', 'two', 'search'].map((id) => posts(widget.page, id));
    press(widget.page, 'search');
    expect(search).to.deep.equal([[]]);
    await widget.type(CODE);
    press(widget.page, 'one');
    await widget.events.submitted(2);
    expect(one).to.deep.equal([TOKEN]);
    expect(two).to.be.empty;
    expect(widget.standIn.tokens).to.have.length(1);
  });

  it('pays when a script asks for the submit', async () => {
    const { widget, form, submits } = await readyCheckout();
    await widget.type(CODE);
    form.requestSubmit();
    await widget.events.submitted();
    expect(submits.map((entries) => Object.keys(entries))).to.deep.equal([TOKEN]);
  });

  it('starts over by the form’s own reset button', async () => {
    const { widget, form } = await readyCheckout({}, html`<button type="reset">Reset</button>`);
    await widget.choose(1);
    await widget.type(CODE);
    form.querySelector<HTMLButtonElement>('[type=reset]')?.click();
    await widget.settled();
    await widget.ready();
    expect(widget.checked).to.equal('1001');
    expect(widget.codeInput.value).to.equal('');
  });
});

describe('two lists of one form', () => {
  const pair = async (first = '', second = ''): Promise<[SavedCards, SavedCards, string[][]]> => {
    const key = nextKey();
    const content = html`${list('first', key, { name: first })}${list('second', key, { name: second })}`;
    const widget = await ready(page(form('checkout', content)));
    return [widget, widget.beside('#second'), posts(widget.page, 'checkout')];
  };

  it('pay together: the first keeps its token while the one field of the page is at the second', async () => {
    const [first, second, posted] = await pair('one', 'two');
    await first.type(CODE);
    press(first.page, 'checkout');
    await first.events.times('card-error'); // the code of the second list is missing
    await second.ready();
    expect(posted).to.be.empty;
    expect([first, second].map(({ element }) => element.state)).to.deep.equal(['tokenized', 'ready']);
    expect([second.codeError, second.liveRegion]).to.deep.equal([esAr.enterCode(3), esAr.enterCode(3)]);
    await waitUntil(() => document.activeElement === second.frame, 'the focus is where the code is asked for');
    expect(first.element.complete).to.equal(true);
    await second.type('418');
    press(first.page, 'checkout');
    await first.events.submitted();
    expect(posted).to.have.length(1);
    expect(posted[0]).to.include.members(['one[token]', 'two[token]']);
    expect(first.standIn.tokens).to.have.length(2);
  });

  it('need different names, or the console says so', async () => {
    const [first] = await pair();
    expect(first.log.of('warn').join()).to.contain('"token" already');
  });

  it('are not warned of when one of them only manages cards', async () => {
    const key = nextKey();
    const manage = html`<mp-saved-cards mode="manage" .cards=${[visa]}></mp-saved-cards>`;
    const widget = await ready(page(form('checkout', html`${list('first', key)}${manage}`)));
    expect(widget.log.of('warn')).to.be.empty;
  });

  it('are a fault of the configuration with a name each too: Pay asks in turn', async () => {
    const [first, second] = await pair('one', 'two');
    expect(first.log.of('warn').join()).to.contain('one security code after the other').and.not.to.contain('already');
    expect(first.events.of('card-error')).to.be.empty;
    for (const { element } of [first, second]) {
      const { checks } = await element.diagnose();
      const names = checks.find(({ id }) => id === 'names');
      expect(names?.ok).to.equal(false);
      expect(names?.message).to.contain('one security code after the other');
    }
  });

  it('are right where one of them is shown at a time', async () => {
    const key = nextKey();
    const content = html`${list('first', key, { name: 'one' })}
      <div hidden>${list('second', key, { name: 'two' })}</div>`;
    const widget = await ready(page(form('checkout', content)));
    const { checks } = await widget.element.diagnose();
    expect(checks.find(({ id }) => id === 'names')?.ok).to.equal(true);
    expect(widget.log.of('warn')).to.be.empty;
  });
});

describe('a submit by a button with formnovalidate', () => {
  const draft = html`<button id="draft" formnovalidate>Save for later</button>`;
  const setUp = async (attributes = {}) => {
    const checkout = await readyCheckout(attributes, draft);
    return { ...checkout, checkout, draft: checkout.form.querySelector<HTMLButtonElement>('#draft') };
  };

  it('goes through at once, without a token or a message, while the code is missing', async () => {
    const { widget, draft, submits } = await setUp({ required: true });
    for (const code of ['', '73']) {
      if (code) await widget.type(code);
      draft?.click();
    }
    await widget.settled();
    expect(submits).to.deep.equal([{}, {}]);
    expect(widget.codeError).to.equal('');
    expect(widget.events.of('card-error')).to.be.empty;
  });

  it('goes through at once while nothing is chosen, also where a card is required', async () => {
    const { widget, draft, submits } = await setUp({ required: true });
    widget.element.cardId = null;
    await widget.settled();
    draft?.click();
    expect(submits).to.deep.equal([{}]);
  });

  it('waits for no list', async () => {
    const widget = await mount(
      page(
        html`<form id="checkout" action="about:blank" target="shop" method="post">
          <mp-saved-cards
            public-key=${nextKey()}
            endpoint="/cards"
            .fetch=${() => new Promise(() => {})}
          ></mp-saved-cards>
          <button formnovalidate>Save for later</button>
        </form>`,
      ),
    );
    const posted = posts(widget.page, 'checkout');
    press(widget.page, 'checkout');
    expect(posted).to.deep.equal([[]]);
  });

  it('makes no token although the code is there', async () => {
    const { widget, draft, submits } = await setUp();
    await widget.type(CODE);
    draft?.click();
    await widget.events.submitted();
    expect(submits).to.deep.equal([{}]);
    expect(widget.standIn.tokens).to.be.empty;
  });

  it('posts no token of an open attempt, which goes on', async () => {
    const { widget, pay, draft, form, submits } = await setUp();
    form.addEventListener('submit', (event) => event.preventDefault());
    const { token } = await widget.tokenize();
    draft?.click();
    expect(submits).to.deep.equal([{}]);
    pay.click();
    await widget.events.submitted(2);
    expect(submits[1]).to.include({ token });
    expect(widget.events.of('token-invalidated')).to.be.empty;
  });
});

describe('a form that has a control of one of our names', () => {
  const withControl = async (control: TemplateResult, name = '') => {
    const page = await readyCheckout({ name }, control);
    page.widget.element.requestUpdate();
    return page.widget;
  };

  it('is reported once, with the name', async () => {
    const widget = await withControl(html`<select name="installments"></select>`);
    await widget.tokenize();
    expect(widget.log.of('warn').filter((line) => line.includes('"installments" already'))).to.have.length(1);
  });

  const harmless: [what: string, control: TemplateResult, name: string][] = [
    ['the element has a prefix', html`<input name="token" />`, 'card'],
    ['only its id is one of them', html`<input name="csrf_token" id="token" />`, ''],
  ];
  for (const [what, control, name] of harmless) {
    it(`is not reported when ${what}`, async () => {
      expect((await withControl(control, name)).log.of('warn')).to.be.empty;
    });
  }

  it('is reported late when the control comes late', async () => {
    const { widget, form } = await readyCheckout();
    const late = await fixture<HTMLInputElement>(html`<input name="token" type="hidden" />`);
    form.append(late);
    await widget.type(CODE);
    expect(widget.log.of('warn').join()).to.contain('"token" already');
    late.remove();
  });
});
