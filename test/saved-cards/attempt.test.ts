import { expect, html, waitUntil } from '@open-wc/testing';
import { visa, withoutCode } from '../support/cards.js';
import { readyCheckout, type Checkout } from '../support/checkout.js';
import { esAr } from '../support/messages.js';
import { afterTest, CODE, nextKey, ready } from '../support/saved-cards-harness.js';

const NAMES = ['token', 'card_id', 'payment_method_id', 'payment_type_id', 'issuer_id', 'installments'];

/** What reads `form.elements`, as jQuery's `serialize()` does. */
const serialized = (form: HTMLFormElement): [string, string][] =>
  [...form.querySelectorAll<HTMLTextAreaElement>('input, textarea')]
    .filter((control) => control.name && !control.matches(':disabled'))
    .map(({ name, value }) => [name, value]);

const prevent = ({ form }: Checkout) => form.addEventListener('submit', (event) => event.preventDefault());

/** Whether the engine sends a form for a submit event that a script made. */
function sendsForMadeEvents(): boolean {
  const place = document.createElement('div');
  place.innerHTML =
    '<iframe name="probe" hidden></iframe><form action="about:blank" target="probe" method="post"></form>';
  document.body.append(place);
  const form = place.querySelector('form');
  let isSent = false;
  form?.addEventListener('formdata', () => (isSent = true));
  form?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  place.remove();
  return isSent;
}

describe('the entries of an attempt', () => {
  it('are there once for every reader: form data, and what reads the controls', async () => {
    const { widget, form } = await readyCheckout();
    const { token } = await widget.tokenize();
    expect([...new FormData(form).keys()]).to.deep.equal(NAMES);
    expect(serialized(form).map(([name]) => name)).to.deep.equal(NAMES);
    expect(Object.fromEntries(serialized(form))).to.include({ token, card_id: '1001' });
    expect(form.innerHTML).not.to.contain(token);
  });

  const meddling: [what: string, act: (controls: HTMLTextAreaElement[]) => void][] = [
    ['disabled', (controls) => controls.forEach((control) => (control.disabled = true))],
    ['removed', (controls) => controls.forEach((control) => control.remove())],
    ['emptied', (controls) => controls.forEach((control) => (control.value = ''))],
    ['doubled', ([first]) => first?.after(Object.assign(first.cloneNode(), { value: 'another' }))],
  ];
  for (const [what, act] of meddling) {
    it(`are in form data once although the page ${what} their controls`, async () => {
      const { widget, form } = await readyCheckout();
      const { token } = await widget.tokenize();
      act([...form.querySelectorAll('textarea')]);
      const data = new FormData(form);
      expect([...data.keys()].sort()).to.deep.equal([...NAMES].sort());
      expect(data.getAll('token')).to.deep.equal([token]);
    });
  }

  it('are controls of the form that the element names', async () => {
    const widget = await ready(html`
      <div>
        <form id="far" method="post"></form>
        <mp-saved-cards form="far" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>
      </div>
    `);
    await widget.tokenize();
    const form = widget.page.querySelector('form');
    expect([...(form?.elements ?? [])].map((control) => (control as HTMLInputElement).name)).to.include('token');
  });

  it('contain the id of the device when Mercado Pago’s script has found one', async () => {
    const page = window as { MP_DEVICE_SESSION_ID?: string };
    page.MP_DEVICE_SESSION_ID = 'armor.0123456789abcdef';
    afterTest(() => void delete page.MP_DEVICE_SESSION_ID);
    const { widget, form } = await readyCheckout({ name: 'card' });
    await widget.tokenize();
    expect(new FormData(form).get('card[device_id]')).to.equal('armor.0123456789abcdef');
  });

  const ends: [what: string, act: (page: Checkout) => unknown][] = [
    ['another card is chosen', ({ widget }) => widget.choose(1)],
    ['the code is typed again', ({ widget }) => widget.standIn.clear('securityCode')],
    ['the form is reset', ({ form }) => form.reset()],
    ['the outcome is reported', ({ widget }) => widget.element.paymentResult({ status: 'approved' })],
    ['the page is left', () => window.dispatchEvent(new PageTransitionEvent('pagehide'))],
    ['the element is removed', ({ widget }) => widget.element.remove()],
  ];
  for (const [what, act] of ends) {
    it(`are gone when ${what}`, async () => {
      const page = await readyCheckout();
      await page.widget.tokenize();
      await act(page);
      await page.widget.settled();
      expect(serialized(page.form)).to.deep.equal([]);
      expect([...new FormData(page.form).keys()]).to.deep.equal([]);
      window.dispatchEvent(new PageTransitionEvent('pageshow'));
    });
  }

  it('are not in a copy of the form, whose element is another one', async () => {
    const { widget, form } = await readyCheckout();
    const { token } = await widget.tokenize();
    const copy = form.cloneNode(true) as HTMLFormElement;
    expect(serialized(copy)).to.deep.equal([]);
    expect(copy.innerHTML).not.to.contain(token);
  });

  for (const event of ['turbo:before-cache', 'htmx:beforeHistorySave']) {
    it(`are out of the page while a library keeps it as markup (${event})`, async () => {
      const { widget, form } = await readyCheckout();
      await widget.tokenize();
      let seen: unknown;
      document.addEventListener(event, () => (seen = serialized(form)), { once: true });
      document.dispatchEvent(new CustomEvent(event));
      expect(seen).to.deep.equal([]);
    });
  }
});

describe('one attempt', () => {
  it('gives the first token to a submit that the page let pass later', async () => {
    const page = await readyCheckout({}, html`<input type="checkbox" id="terms" />`);
    const { widget, form, pay, submits } = page;
    const terms = form.querySelector<HTMLInputElement>('#terms');
    form.addEventListener('submit', (event) => {
      if (!terms?.checked) event.preventDefault();
    });
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    terms?.click();
    pay.click();
    await widget.events.submitted(2);
    expect(submits.map(({ token }) => token)).to.deep.equal([
      widget.standIn.tokens[0]?.id,
      widget.standIn.tokens[0]?.id,
    ]);
    expect(widget.events.of('token-invalidated')).to.be.empty;
  });

  it('gives the same token to tokenize() as to the submit', async () => {
    const page = await readyCheckout();
    prevent(page);
    await page.widget.type(CODE);
    page.pay.click();
    await page.widget.events.submitted();
    const { token } = await page.widget.element.tokenize();
    expect(page.submits[0]?.['token']).to.equal(token);
  });

  it('is not over because something else of the form is typed', async () => {
    const page = await readyCheckout({}, html`<input name="email" />`);
    const { token } = await page.widget.tokenize();
    page.form.querySelector('input')?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect((await page.widget.element.tokenize()).token).to.equal(token);
  });

  it('that went to the shop is not sent again, and the shopper reads how to try again', async () => {
    const { widget, pay, submits } = await readyCheckout();
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    pay.click();
    await widget.settled();
    expect(submits).to.have.length(1);
    expect(widget.text('.again')).to.equal(esAr.retypeCode(3, 'back'));
    expect(widget.liveRegion.trim()).to.equal(esAr.retypeCode(3, 'back'));
    await widget.expectAccessible();
    await widget.standIn.clear('securityCode');
    await widget.type('418');
    pay.click();
    await widget.events.submitted(2);
    expect(new Set(submits.map(({ token }) => token)).size).to.equal(2);
  });

  it('of a card without a code is begun again by a button', async () => {
    const page = await readyCheckout();
    const { widget, pay } = page;
    prevent(page);
    widget.element.cards = [withoutCode];
    await widget.events.times('cards-ready', 2);
    await widget.ready();
    for (const times of [1, 2]) {
      pay.click();
      await widget.events.submitted(times);
    }
    await widget.settled();
    expect(widget.text('.again')).to.contain(esAr.retryWithoutCode);
    await widget.expectAccessible();
    await widget.pressButton(esAr.startAgain);
    await widget.ready();
    pay.click();
    await widget.events.submitted(3);
    expect(widget.standIn.tokens).to.have.length(2);
  });

  it('that is submitted and expires asks for the code again', async () => {
    const page = await readyCheckout();
    prevent(page);
    const { widget, pay, submits } = page;
    await widget.type(CODE);
    const due = new Date(Date.now() + 60_000).toISOString();
    widget.element.addEventListener('token-ready', ({ detail }) => Object.assign(detail, { expiresAt: due }));
    pay.click();
    await widget.events.submitted();
    Object.assign(widget.events.of<object>('token-ready')[0] ?? {}, { expiresAt: '2000-01-01T00:00:00Z' });
    pay.click();
    await widget.events.times('card-error');
    expect(submits).to.have.length(1);
    expect(widget.events.of('token-invalidated')).to.deep.equal([{ cardId: '1001', reason: 'expired' }]);
    expect(widget.codeInput.value).to.equal('');
  });
});

describe('a script that sends the form', () => {
  it('by form.submit() waits for the token', async () => {
    const { widget, form } = await readyCheckout();
    const posted = posts(form);
    await widget.type(CODE);
    form.submit();
    expect(posted).to.be.empty;
    await widget.events.times('token-ready');
    await new Promise((resolve) => setTimeout(resolve));
    expect(posted.map(({ token }) => token)).to.deep.equal([widget.standIn.tokens[0]?.id]);
  });

  it('by form.submit() posts at once when the token is there', async () => {
    const { widget, form } = await readyCheckout();
    const posted = posts(form);
    const { token } = await widget.tokenize();
    form.submit();
    expect(posted.map((entries) => entries['token'])).to.deep.equal([token]);
    form.submit();
    expect(posted).to.have.length(1);
  });

  it('by form.submit() without a code shows what is missing, and posts nothing', async () => {
    const { widget, form } = await readyCheckout();
    const posted = posts(form);
    form.submit();
    const [failure] = await widget.events.times<{ error: { code: string }; phase: string }>('card-error');
    expect([failure?.error.code, failure?.phase]).to.deep.equal(['code-incomplete', 'token']);
    expect(posted).to.be.empty;
  });

  it('gets an event when a send is given up, to take its overlay away', async () => {
    const { widget, form } = await readyCheckout();
    const release = widget.standIn.hold('token');
    await widget.type(CODE);
    form.submit();
    await widget.settled();
    await widget.choose(1);
    release();
    const [failure] = await widget.events.times<{ error: { code: string } }>('card-error');
    expect(failure?.error.code).to.equal('aborted');
    expect(widget.part('notice')).to.equal(null);
  });

  it('sends a form without an active element of ours as ever', async () => {
    const { widget, form } = await readyCheckout();
    const posted = posts(form);
    widget.element.disabled = true;
    await widget.settled();
    form.submit();
    expect(posted).to.deep.equal([{}]);
  });
});

/** What the browser posts, also for a submit that causes no event. */
function posts(form: HTMLFormElement): Record<string, FormDataEntryValue>[] {
  const seen: Record<string, FormDataEntryValue>[] = [];
  form.addEventListener('formdata', ({ formData }) => seen.push(Object.fromEntries(formData)));
  return seen;
}

describe('a form that cannot carry a token', () => {
  const withMethod = async (method: string | null) => {
    const page = await readyCheckout();
    if (method) page.form.setAttribute('method', method);
    else page.form.removeAttribute('method');
    await page.widget.type(CODE);
    return page;
  };

  for (const method of ['get', null]) {
    it(`${method ? 'by GET' : 'without a method'} is stopped, with the way out`, async () => {
      const { widget, form, pay } = await withMethod(method);
      const posted = posts(form);
      pay.click();
      const [failure] = await widget.events.times<{ error: { code: string } }>('card-error');
      expect(failure?.error.code).to.equal('configuration');
      expect(posted.filter(({ token }) => token).length).to.equal(1); // read by the page's own listener
      await widget.settled();
      expect(widget.notice).to.equal(esAr.unavailable);
      expect(widget.log.of('error').join()).to.contain('method="post"');
    });
  }

  it('by GET is not refused when the page prevents the submit, as an app does', async () => {
    const page = await withMethod(null);
    prevent(page);
    page.pay.click();
    await page.widget.events.submitted();
    expect(page.submits[0]).to.have.property('token');
    expect(page.widget.events.of('card-error')).to.be.empty;
  });

  it('by GET posts no token even if the submit is kept from our listeners', async () => {
    const { widget, form, pay } = await withMethod('get');
    form.addEventListener('submit', (event) => event.stopPropagation());
    const posted = posts(form);
    pay.click();
    await widget.events.times('card-error');
    expect(posted.at(-1)).not.to.have.property('token');
  });

  it('is refused at once when form.submit() would GET it', async () => {
    const { widget, form } = await withMethod('get');
    const posted = posts(form);
    form.submit();
    expect(posted).to.be.empty;
    expect(widget.events.of('card-error')).to.have.length(1);
    expect(widget.standIn.tokens).to.be.empty;
  });

  it('is refused while a control of the page has one of our names', async () => {
    const { widget, pay, submits } = await readyCheckout({}, html`<input name="token" />`);
    await widget.type(CODE);
    pay.click();
    const [failure] = await widget.events.times<{ error: { code: string; message: string } }>('card-error');
    expect(failure?.error.code).to.equal('configuration');
    expect(failure?.error.message).to.contain('name="card"');
    expect(submits).to.be.empty;
  });
});

describe('a form whose controls hide its properties', () => {
  for (const name of ['elements', 'submit', 'method', 'requestSubmit', 'getRootNode', 'checkValidity']) {
    it(`(${name}) pays all the same`, async () => {
      const { widget, pay } = await readyCheckout({}, html`<input name=${name} value="" />`);
      await widget.type(CODE);
      pay.click();
      await widget.events.submitted();
      expect(widget.standIn.tokens).to.have.length(1);
    });
  }
});

describe('a form that is read early', () => {
  it('is reported once on the console and by diagnose()', async () => {
    const { widget, form } = await readyCheckout();
    const check = async () => (await widget.element.diagnose()).checks.find(({ id }) => id === 'sending');
    expect((await check())?.ok).to.equal(true);
    new FormData(form);
    new FormData(form);
    expect(widget.log.of('warn').filter((line) => line.includes('tokenize()'))).to.have.length(1);
    expect((await check())?.ok).to.equal(false);
  });
});

describe('a page that shows progress', () => {
  const ways: [what: string, hide: (section: HTMLFieldSetElement) => void][] = [
    ['disables its section', (section) => (section.disabled = true)],
    ['hides its section', (section) => (section.hidden = true)],
    ['makes its section inert', (section) => (section.inert = true)],
  ];
  for (const [what, hide] of ways) {
    it(`and ${what} gets the same token with every further press`, async () => {
      const { widget, form, pay } = await readyCheckout();
      const tokens: unknown[] = [];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        hide(form.querySelector('fieldset')!);
        tokens.push(new FormData(form).get('token'));
      });
      await widget.type(CODE);
      for (const times of [1, 2, 3]) {
        pay.click();
        await widget.events.submitted(times);
      }
      expect(tokens).to.deep.equal(Array(3).fill(widget.standIn.tokens[0]?.id));
    });

    it(`and ${what} when Pay is pressed posts with the token`, async () => {
      const page = await readyCheckout();
      const { widget, form, pay, submits } = page;
      pay.addEventListener('click', () => hide(form.querySelector('fieldset')!));
      await widget.type(CODE);
      pay.click();
      await widget.events.submitted();
      expect(submits[0]).to.have.property('token');
    });

    for (const send of ['submit', 'requestSubmit'] as const) {
      it(`and ${what} when a button that submits nothing is pressed, and calls ${send}(), posts with the token`, async () => {
        const { widget, form } = await readyCheckout();
        const posted = posts(form);
        const button = Object.assign(document.createElement('button'), { type: 'button' });
        button.addEventListener('click', () => {
          hide(form.querySelector('fieldset')!);
          form[send]();
        });
        form.after(button);
        await widget.type(CODE);
        button.click();
        await waitUntil(() => posted.length > 0);
        // The test's own listener reads the entries as well.
        expect(new Set(posted.map(({ token }) => token))).to.deep.equal(new Set([widget.standIn.tokens[0]?.id]));
      });
    }

    it(`and ${what} while it waits for a captcha sends the token by form.submit()`, async () => {
      const page = await readyCheckout();
      const { widget, form, pay } = page;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        hide(form.querySelector('fieldset')!);
      });
      await widget.type(CODE);
      pay.click();
      await widget.events.submitted();
      const posted = posts(form);
      document.body.click();
      form.submit();
      form.submit();
      expect(posted.map(({ token }) => token)).to.deep.equal([widget.standIn.tokens[0]?.id]);
    });
  }

  it('and asks in a dialog, with the form inert behind it, posts with the token', async () => {
    const { widget, form, submits } = await readyCheckout();
    await widget.type(CODE);
    form.inert = true;
    form.requestSubmit();
    await widget.events.submitted();
    expect(submits[0]).to.have.property('token');
  });
});

describe('a page that wraps requestSubmit() after us', () => {
  it('sees one submit', async () => {
    const { requestSubmit } = HTMLFormElement.prototype;
    let calls = 0;
    const { widget, pay, submits } = await readyCheckout();
    HTMLFormElement.prototype.requestSubmit = function (...options) {
      if (calls++ < 10) setTimeout(() => requestSubmit.apply(this, options));
    };
    afterTest(() => void (HTMLFormElement.prototype.requestSubmit = requestSubmit));
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    expect(submits).to.have.length(1);
    expect(calls).to.equal(0);
  });
});

describe('a send of the same turn', () => {
  it('waits for what the page has just set', async () => {
    const { widget, form } = await readyCheckout();
    const posted = posts(form);
    await widget.tokenize();
    widget.element.cardId = '1002';
    form.submit();
    expect(posted).to.be.empty;
    await widget.events.times('card-error'); // the code of the other card is missing
    expect(posted).to.be.empty;
  });

  it('by an event that a script made stays an event', async () => {
    const { widget, form } = await readyCheckout();
    const posted = posts(form);
    const seen: unknown[] = [];
    form.addEventListener('submit', () => seen.push(new FormData(form).get('token')));
    await widget.type(CODE);
    form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    await widget.events.submitted();
    expect(seen).to.deep.equal([widget.standIn.tokens[0]?.id]);
    await widget.settled();
    // Read by the two listeners; Firefox itself sends a form for such an event, other engines do not.
    expect(posted).to.have.length(sendsForMadeEvents() ? 3 : 2);
    expect(new Set(posted.map(({ token }) => token)).size).to.equal(1);
  });

  it('to save for later while the token is made sends no payment after it', async () => {
    const { widget, pay, form, submits } = await readyCheckout(
      {},
      html`<button id="later" formnovalidate>Later</button>`,
    );
    form.addEventListener('submit', (event) => event.preventDefault());
    const release = widget.standIn.hold('token');
    await widget.type(CODE);
    pay.click();
    await widget.settled();
    form.querySelector<HTMLButtonElement>('#later')?.click();
    release();
    await widget.events.times('token-ready');
    await widget.settled();
    expect(submits).to.deep.equal([{}]);
  });
});

describe('an attempt whose form changes', () => {
  it('takes its entries along', async () => {
    const widget = await ready(html`
      <div>
        <form id="one" method="post"></form>
        <form id="two" method="post"></form>
        <mp-saved-cards form="one" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>
      </div>
    `);
    await widget.tokenize();
    widget.element.setAttribute('form', 'two');
    const [one, two] = widget.page.querySelectorAll('form');
    expect([one, two].map((form) => [...new FormData(form)].length)).to.deep.equal([0, NAMES.length]);
  });
});
