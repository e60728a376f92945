import { aTimeout, expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import { MpError } from '../../src/elements.js';
import type { FieldType, MercadoPagoConstructor } from '../../src/testing/index.js';
import { mastercard, visa } from '../support/cards.js';
import { readyCheckout } from '../support/checkout.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { afterTest, CODE, mount, mountReady, nextKey, ready } from '../support/saved-cards-harness.js';

const errorOf = async (work: Promise<unknown>): Promise<MpError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof MpError) return error;
  throw new Error('It did not reject with an MpError');
};

/** A Secure Field that the page mounts by itself. */
function pageMounts(type: FieldType, key: string): void {
  const container = document.createElement('div');
  container.id = `of-the-page-${type}`;
  document.body.append(container);
  const Constructor = window.MercadoPago as new (key: string) => {
    fields: { create(type: FieldType): { mount(id: string): void } };
  };
  new Constructor(key).fields.create(type).mount(container.id);
  afterTest(() => container.remove());
}

describe('a page with a Secure Field of its own', () => {
  for (const type of ['securityCode', 'cardNumber'] as const) {
    it(`(${type}) that was mounted first is a fault before anything is typed, and diagnose() names it`, async () => {
      const key = nextKey();
      const widget = await mount(
        html`<mp-saved-cards locale="es-AR" public-key=${key} .cards=${[visa]}></mp-saved-cards>`,
        { before: () => pageMounts(type, key) },
      );
      const [detail] = await widget.events.times<{ error: MpError }>('card-error');
      expect(detail?.error.code).to.equal('configuration');
      expect(detail?.error.message).to.include(type);
      await widget.settled();
      expect(widget.element.state).to.equal('error');
      expect(widget.notice).not.to.equal('');
      const { checks } = await widget.element.diagnose();
      expect(checks.find(({ id }) => id === 'field')).to.deep.include({ ok: false });
      await widget.expectTokenError('configuration');
    });
  }

  it('that is mounted after ours and empty is blamed when Pay is pressed, and named by diagnose()', async () => {
    const key = nextKey();
    const shared = () => {
      // One object for both, as with `configureSdk({instance})`: they have one set of fields.
      const mp = new (window.MercadoPago as MercadoPagoConstructor)(key);
      window.MercadoPago = function () {
        return mp;
      };
    };
    const widget = await ready(
      html`<mp-saved-cards locale="es-AR" public-key=${key} .cards=${[visa]}></mp-saved-cards>`,
      { before: shared },
    );
    pageMounts('cardNumber', key);
    await widget.standIn.ready('cardNumber');
    const { checks } = await widget.element.diagnose();
    expect(checks.find(({ id }) => id === 'field')?.message).to.include('cardNumber');
    await widget.type(CODE);
    await widget.expectTokenError('configuration');
  });

  it('that is mounted after ours, of another type and another MercadoPago object, does no harm', async () => {
    const key = nextKey();
    const widget = await ready(
      html`<mp-saved-cards locale="es-AR" public-key=${key} .cards=${[visa]}></mp-saved-cards>`,
    );
    pageMounts('cardNumber', key);
    await widget.standIn.ready('cardNumber');
    expect((await widget.tokenize()).cardId).to.equal('1001');
  });
});

describe('a list in an accordion that is closed', () => {
  const closings: [name: string, closed: string][] = [
    ['max-height: 0', 'max-height: 0; overflow: hidden'],
    ['height: 0', 'height: 0; overflow: hidden'],
    ['height: 0 with clip', 'height: 0; overflow: clip'],
    ['width: 0', 'width: 0; overflow: hidden'],
    ['a grid row of 0fr', 'display: grid; grid-template-rows: 0fr; overflow: hidden; height: 0'],
  ];
  for (const [name, closed] of closings) {
    it(`by ${name} takes no part: the form posts without it, and the focus stays`, async () => {
      const { widget, form, pay, submits } = await readyCheckout({ required: true });
      const accordion = widget.page.querySelector('fieldset')!;
      accordion.style.cssText = `border: 0; padding: 0; min-width: 0; ${closed}`;
      pay.focus();
      pay.click();
      await widget.events.submitted();
      expect(Object.keys(submits[0] ?? {})).not.to.include('token');
      expect(document.activeElement).to.equal(pay);
      expect(form.checkValidity()).to.equal(true);
    });

    it(`by ${name} takes part again once it is open, without a press`, async () => {
      const { widget, form } = await readyCheckout({ required: true });
      const accordion = widget.page.querySelector('fieldset')!;
      accordion.style.cssText = `border: 0; padding: 0; min-width: 0; ${closed}`;
      while (!form.checkValidity()) await nextFrame();
      accordion.style.cssText = '';
      while (form.checkValidity()) await nextFrame();
      await widget.type(CODE);
      expect((await widget.element.tokenize()).cardId).to.equal('1001');
    });
  }

  // What the page has above the list in the box that clips it: the header of an accordion, another tab, the other steps.
  const outOfSight: readonly [name: string, box: string, before: string][] = [
    ['closed to its header', 'max-height: 40px; overflow: hidden', 'height: 60px'],
    ['closed to its header by clip', 'height: 40px; overflow: clip', 'height: 40px'],
    ['closed to its header in one axis', 'block-size: 40px; overflow-x: visible; overflow-y: clip', 'height: 60px'],
    [
      'a grid whose second row is closed',
      'display: grid; grid-template-rows: 60px 0; overflow: hidden',
      'height: 60px',
    ],
    ['with one pixel of the list left', 'height: 61px; overflow: hidden', 'height: 60px'],
    ['cut to lines of text', 'max-height: 2lh; overflow: hidden', 'height: 80px'],
    ['closed to the side', 'display: flex; width: 48px; overflow: hidden', 'flex: none; width: 48px'],
  ];
  it('to what is before the list takes no part, and takes part again once it is open', async () => {
    const { widget, form, pay, submits } = await readyCheckout({ required: true });
    const box = widget.page.querySelector('fieldset')!;
    const before = document.createElement('div');
    widget.element.style.flex = 'none';
    for (const [index, [name, closed, size]] of outOfSight.entries()) {
      box.style.cssText = `border: 0; padding: 0; min-width: 0; ${closed}`;
      before.style.cssText = size;
      box.prepend(before);
      pay.focus();
      pay.click();
      await widget.events.submitted(index + 1);
      expect(Object.keys(submits[index] ?? {}), name).not.to.include('token');
      expect(document.activeElement === pay, `the focus: ${name}`).to.equal(true);
      await nextFrame();
      await nextFrame();
      box.style.cssText = '';
      await waitUntil(() => !form.checkValidity(), `open again, without a press: ${name}`);
      box.style.cssText = `border: 0; padding: 0; min-width: 0; ${closed}`;
      await waitUntil(() => form.checkValidity(), `closed again, without a press: ${name}`);
      before.remove();
    }
  });

  // The shopper gets to see these by scrolling, or has seen them.
  const inReach: readonly [name: string, box: string, before: string][] = [
    ['a box that scrolls', 'max-height: 40px; overflow: auto', 'height: 60px'],
    ['a box that scrolls down only', 'max-height: 40px; overflow: clip scroll', 'height: 60px'],
    ['a box that scrolls to the side', 'display: flex; width: 48px; overflow: scroll', 'flex: none; width: 48px'],
    ['a page that is locked under a dialog', 'height: 100vh; overflow: hidden', 'height: 200vh'],
    ['a wizard whose step slid away', 'position: relative; overflow: hidden', 'margin-left: -120%'],
    ['a box with a frame', 'border: 9px solid; height: 40px; overflow: hidden', 'height: 35px'],
    ['a box that is high enough for its first lines', 'height: 70px; overflow: hidden', 'height: 60px'],
  ];
  it('but can be scrolled to, or was seen, takes part', async () => {
    const { widget, form, pay, submits } = await readyCheckout({ required: true });
    const box = widget.page.querySelector('fieldset')!;
    const before = document.createElement('div');
    for (const [name, open, size] of inReach) {
      box.style.cssText = `border: 0; padding: 0; min-width: 0; ${open}`;
      before.style.cssText = size;
      widget.element.style.cssText = name.includes('wizard') ? size : 'flex: none';
      if (!name.includes('wizard')) box.prepend(before);
      await nextFrame();
      await nextFrame();
      pay.click();
      await waitUntil(() => submits.length > 0 || !form.checkValidity(), name);
      expect(submits, name).to.be.empty;
      before.remove();
      widget.element.style.cssText = box.style.cssText = '';
    }
  });

  const nothingSeen: readonly string[] = [
    'transform: scale(0)',
    'transform: scaleY(0)',
    'transform: rotateY(90deg)',
    'scale: 0',
    'clip-path: inset(100%)',
    'clip-path: inset(50%)',
    'clip-path: inset(0 0 100% 0)',
    'clip-path: inset(50% 0)',
    'clip-path: circle(0)',
    'clip-path: ellipse(0 0)',
    'clip-path: polygon(0 0, 0 0, 0 0)',
    'position: absolute; clip: rect(0, 0, 0, 0)',
    'position: absolute; clip: rect(1px, 1px, 1px, 1px)',
    'position: absolute; width: 1px; height: 1px; overflow: hidden',
    'max-block-size: 0; overflow-y: clip',
    'content-visibility: hidden',
    'visibility: hidden',
    'visibility: collapse',
    'position: absolute; left: -9999px',
    'position: absolute; top: -999em',
    'margin-left: -10000px',
    'transform: translateY(-10000px)',
  ];
  for (const where of ['around it', 'on it']) {
    it(`by what leaves nothing to see ${where} takes no part, and takes part again once it is open`, async () => {
      const { widget, form, pay, submits } = await readyCheckout({ required: true });
      const target = where === 'on it' ? widget.element : widget.page.querySelector('fieldset')!;
      for (const [index, closed] of nothingSeen.entries()) {
        target.style.cssText = `border: 0; padding: 0; min-width: 0; ${closed}`;
        pay.focus();
        pay.click();
        await widget.events.submitted(index + 1);
        expect(Object.keys(submits[index] ?? {}), closed).not.to.include('token');
        expect(document.activeElement === pay, `the focus: ${closed}`).to.equal(true);
        expect(form.checkValidity(), closed).to.equal(true);
        target.style.cssText = '';
        pay.click();
        await waitUntil(() => !form.checkValidity(), `open again: ${closed}`);
      }
      await widget.type(CODE);
      pay.click();
      await widget.events.submitted(nothingSeen.length + 1);
      expect(submits.at(-1)).to.include({ card_id: '1001' });
    });
  }

  const stillSeen: readonly string[] = [
    'display: contents',
    'clip-path: inset(10%)',
    'clip-path: inset(0 50% 0 0)',
    'clip-path: circle(50%)',
    'clip-path: polygon(0 0, 100% 0, 100% 100%)',
    'position: absolute; clip: rect(0, 300px, 300px, 0)',
    'height: 0; padding-bottom: 50%; overflow: hidden',
    'transform: scale(0.5)',
    'zoom: 0.5',
    'content-visibility: auto',
    'contain: paint',
    // A page may fade what it sends only later.
    'opacity: 0',
    // A step of a wizard that slid away: Pay is in the last one.
    'transform: translateX(-400%)',
    // What is far up in a page that is scrolled down.
    'display: block; max-height: 50px; overflow: auto',
  ];
  it('but is seen at least in part takes part', async () => {
    const { widget, form, pay, submits } = await readyCheckout({ required: true });
    const below = document.createElement('div');
    below.style.height = '20000px';
    widget.page.querySelector('fieldset')!.append(below);
    for (const target of [widget.element, widget.page.querySelector('fieldset')!]) {
      for (const open of stillSeen) {
        target.style.cssText = open;
        target.scrollTop = 15_000;
        pay.click();
        // WebKit gives zoomed text another computed size: the empty field is mounted again, and the press waits for it.
        await waitUntil(() => submits.length > 0 || !form.checkValidity(), `${target.localName}: ${open}`);
        expect(submits, `${target.localName}: ${open}`).to.be.empty;
        target.style.cssText = '';
      }
    }
  });

  it('by a part of the page that is inert around a shadow root takes no part', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    afterTest(() => host.remove());
    const form = document.createElement('form');
    const element = document.createElement('mp-saved-cards');
    Object.assign(element, { publicKey: nextKey(), cards: [visa], required: true });
    host.attachShadow({ mode: 'open' }).append(form);
    form.append(element);
    const place = async () => (await element.diagnose()).checks.find(({ id }) => id === 'place')?.ok;
    await element.updateComplete;
    expect(await place()).to.equal(true);
    host.inert = true;
    expect(await place()).to.equal(null);
  });

  it('is shown, with its field, by a page that gives it no box (display: contents)', async () => {
    const style = document.createElement('style');
    style.textContent = 'mp-saved-cards { display: contents }';
    document.head.append(style);
    afterTest(() => style.remove());
    const widget = await mountReady([visa]);
    expect((await widget.tokenize()).cardId).to.equal('1001');
  });

  const visible: [name: string, around: string, own: string][] = [
    ['that overflows a box without height', 'height: 0', ''],
    ['that is placed outside of it', 'height: 0; overflow: hidden', 'position: absolute; inset: 0'],
    ['that is fixed to the window', 'height: 0; overflow: hidden', 'position: fixed; inset: 0'],
  ];
  for (const [name, around, own] of visible) {
    it(`but is seen, since it is one ${name}, takes part`, async () => {
      const { widget, form } = await readyCheckout({ required: true });
      const box = widget.page.querySelector('fieldset')!;
      box.style.cssText = `border: 0; padding: 0; ${around}`;
      widget.element.style.cssText = own;
      await nextFrame();
      await nextFrame();
      expect(form.checkValidity()).to.equal(false);
    });
  }
});

for (const tag of ['mp-saved-cards', 'mp-add-card'] as const) {
  describe(`<${tag}> that was never in the page`, () => {
    it('rejects tokenize() and says why', async () => {
      const error = await errorOf(document.createElement(tag).tokenize());
      expect(error.code).to.equal('field-lost');
      expect(error.message).to.include('not in the page');
    });

    it('bears focus(), reset(), reload and checkValidity()', () => {
      const element = document.createElement(tag);
      element.focus();
      element.reset();
      element.checkValidity();
      element.reportValidity();
      element.paymentRejected('cc_rejected_other_reason');
      element.paymentResult({ status: 'approved' });
      if ('reload' in element) element.reload();
      expect(element.isConnected).to.equal(false);
    });

    it('is diagnosed all the same: what it lacks is named, what depends on its place is not known', async () => {
      const { ok, checks } = await document.createElement(tag).diagnose();
      expect(ok).to.equal(false);
      expect(checks.find(({ id }) => id === 'public-key')).to.include({ ok: false });
      expect(checks.find(({ id }) => id === 'place')?.ok).not.to.equal(true);
    });

    it('works once it is, as if nothing had been asked of it', async () => {
      const element = document.createElement(tag);
      element.focus();
      element.reset();
      element.reportValidity();
      element.paymentRejected('cc_rejected_other_reason');
      await element.diagnose();
      await errorOf(element.tokenize());
      Object.assign(element, { publicKey: nextKey(), cards: [visa], open: true, intent: 'pay', locale: 'es-AR' });
      const widget = await mount(
        html`<div>${element}<mp-saved-cards mode="manage" .cards=${[]}></mp-saved-cards></div>`,
      );
      await widget.standIn.ready('securityCode');
      expect(widget.standIn.fields.length).to.be.greaterThan(0);
    });
  });
}

it('<mp-add-card> that was never in the page rejects save()', async () => {
  expect((await errorOf(document.createElement('mp-add-card').save())).code).to.equal('field-lost');
});

describe('a list that leaves the page for good while a token is asked for', () => {
  const LEFT = 'left the page';

  it('and its list is still loading rejects', async () => {
    const shop = new ScriptedMerchant().silence();
    const widget = await mount(
      html`<mp-saved-cards public-key=${nextKey()} endpoint="/api/cards" .fetch=${shop.fetch}></mp-saved-cards>`,
    );
    const failed = errorOf(widget.element.tokenize());
    widget.element.remove();
    expect((await failed).message).to.include(LEFT);
  });

  it('and its frame is still loading rejects', async () => {
    const widget = await mount(html`<mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`, {
      before: (standIn) => void standIn.hold('ready'),
    });
    await widget.settled();
    const failed = errorOf(widget.element.tokenize());
    await aTimeout(0);
    widget.element.remove();
    expect((await failed).message).to.include(LEFT);
  });

  it('and Mercado Pago is slow rejects, and says that it left', async () => {
    const widget = await mountReady([visa]);
    widget.standIn.hold('token');
    await widget.type(CODE);
    const failed = errorOf(widget.element.tokenize());
    await widget.settled();
    widget.element.remove();
    const error = await failed;
    expect(error.code).to.equal('aborted');
    expect(error.message).to.include(LEFT);
  });

  it('leaves the form to the element that takes its place', async () => {
    const shop = new ScriptedMerchant().silence();
    const key = nextKey();
    const widget = await mount(html`
      <div>
        <iframe name="shop" hidden></iframe>
        <form action="about:blank" target="shop" method="post">
          <mp-saved-cards public-key=${key} endpoint="/api/cards" .fetch=${shop.fetch}></mp-saved-cards>
          <button>Pay</button>
        </form>
      </div>
    `);
    const pay = widget.page.querySelector('button')!;
    pay.click();
    await widget.settled();
    const element = document.createElement('mp-saved-cards');
    Object.assign(element, { publicKey: key, cards: [visa, mastercard] });
    widget.element.replaceWith(element);
    const next = widget.of(element);
    await aTimeout(0);
    await next.ready();
    await next.type(CODE);
    pay.click();
    await next.events.submitted();
    expect(new FormData(widget.page.querySelector('form')!).get('card_id') ?? '1001').to.equal('1001');
    expect(next.standIn.tokens).to.have.length(1);
  });
});

it('a form for a new card that leaves the page while its frames are loading rejects', async () => {
  const widget = await mount(
    html`<div>
      <mp-saved-cards mode="manage" .cards=${[]}></mp-saved-cards>
      <mp-add-card open intent="pay" public-key=${nextKey()}></mp-add-card>
    </div>`,
    { before: (standIn) => void standIn.hold('ready') },
  );
  const form = widget.page.querySelector('mp-add-card')!;
  await form.updateComplete;
  const failed = errorOf(form.tokenize());
  await aTimeout(0);
  form.remove();
  expect((await failed).message).to.include('left the page');
});

describe('a page that hides what is empty (:empty {display: none})', () => {
  const hideEmpty = () => {
    const style = document.createElement('style');
    style.textContent = ':empty { display: none }';
    document.head.append(style);
    afterTest(() => style.remove());
  };

  it('shows the list, and a token can be made', async () => {
    hideEmpty();
    const widget = await mountReady([visa]);
    expect(widget.element.checkVisibility()).to.equal(true);
    expect((await widget.tokenize()).cardId).to.equal('1001');
  });

  it('shows a list without cards, an error and a list to manage', async () => {
    hideEmpty();
    const shop = new ScriptedMerchant().status(500);
    const widget = await mount(html`
      <div>
        <mp-saved-cards public-key=${nextKey()} .cards=${[]}></mp-saved-cards>
        <mp-saved-cards endpoint="/api/cards" mode="manage" .fetch=${shop.fetch}></mp-saved-cards>
        <mp-add-card public-key=${nextKey()}></mp-add-card>
      </div>
    `);
    await widget.events.times('card-error');
    for (const element of widget.page.children)
      expect(element.getBoundingClientRect().height, element.localName).to.be.greaterThan(10);
  });

  it('from some time on shows a list to manage, a list without cards and a closed form', async () => {
    const widget = await mount(html`
      <div>
        <mp-saved-cards public-key=${nextKey()} .cards=${[]}></mp-saved-cards>
        <mp-saved-cards mode="manage" .cards=${[visa]}></mp-saved-cards>
        <mp-add-card public-key=${nextKey()}></mp-add-card>
      </div>
    `);
    await nextFrame();
    await nextFrame();
    hideEmpty();
    for (const element of widget.page.children)
      await waitUntil(() => element.getBoundingClientRect().height > 10, element.outerHTML);
  });

  it('shows the list again after the page wiped it', async () => {
    hideEmpty();
    const widget = await mountReady([visa]);
    widget.element.innerHTML = '';
    await widget.ready();
    expect((await widget.tokenize()).cardId).to.equal('1001');
  });
});
