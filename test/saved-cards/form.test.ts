import { expect, html } from '@open-wc/testing';
import { mastercard, visa } from '../support/cards.js';
import { driveTime } from '../support/clock.js';
import { type Checkout, checkout, readyCheckout } from '../support/checkout.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { CODE, mountReady, nextKey, ready } from '../support/saved-cards-harness.js';

describe('a form with <mp-saved-cards>', () => {
  it('posts what a payment needs', async () => {
    const { widget, pay, submits } = await readyCheckout();
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    const [token] = widget.standIn.tokens;
    expect(submits).to.deep.equal([
      {
        token: token?.id,
        card_id: '1001',
        payment_method_id: 'visa',
        payment_type_id: 'credit_card',
        issuer_id: '310',
        installments: '1',
      },
    ]);
  });

  it('posts it under a prefix when the element has a name', async () => {
    const { widget, pay, submits } = await readyCheckout({ name: 'payment' });
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    expect(Object.keys(submits[0] ?? {})).to.include.members(['payment[token]', 'payment[card_id]']);
  });

  const progress: [what: string, act: (page: Checkout) => unknown][] = [
    ['hides it', ({ widget }) => (widget.element.hidden = true)],
    [
      'hides the part of the page that it is in',
      ({ form }) => (form.querySelector('fieldset')!.style.display = 'none'),
    ],
    ['disables it', ({ widget }) => (widget.element.disabled = true)],
    ['disables its fieldset', ({ form }) => (form.querySelector('fieldset')!.disabled = true)],
  ];
  for (const [what, act] of progress) {
    it(`posts its token when the page shows progress and ${what}`, async () => {
      const page = await readyCheckout({ name: 'card' });
      const { widget, pay, submits } = page;
      await widget.type('739');
      widget.element.addEventListener('state-change', ({ detail }) => detail.state === 'tokenizing' && act(page));
      pay.click();
      await widget.events.submitted();
      expect(submits).to.have.length(1);
      expect(submits[0]).to.include({ 'card[token]': widget.standIn.tokens[0]?.id, 'card[card_id]': '1001' });
    });
  }

  it('posts a token that was made while the element was disabled, under the name that it has by then', async () => {
    const { widget, pay, submits } = await readyCheckout({ name: 'payment' });
    await widget.type(CODE);
    widget.element.disabled = true;
    await widget.element.tokenize();
    widget.element.disabled = false;
    widget.element.name = 'card';
    await widget.settled();
    pay.click();
    await widget.events.submitted();
    expect(Object.keys(submits[0] ?? {})).to.include('card[token]');
  });

  it('has no entries before there is a token, and none after it left', async () => {
    const { widget, pay, form } = await readyCheckout();
    const entries = () => [...new FormData(form)].map(([name]) => name);
    await widget.type(CODE);
    expect(entries()).to.deep.equal([]);
    pay.click();
    await widget.events.submitted();
    expect(entries()).to.deep.equal([]);
    expect(widget.events.of('token-invalidated')).to.deep.equal([]);
  });

  it('is submitted once, with one token, by clicks in quick succession', async () => {
    const { widget, pay, submits } = await readyCheckout();
    await widget.type(CODE);
    pay.click();
    pay.click();
    await widget.events.submitted();
    pay.click();
    await widget.settled();
    expect(submits).to.have.length(1);
    expect(widget.standIn.tokens).to.have.length(1);
  });

  it('may be submitted again after another card was chosen, with a fresh token', async () => {
    const { widget, pay, submits } = await readyCheckout();
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    await widget.choose(1);
    await widget.ready();
    await widget.type('418');
    pay.click();
    await widget.events.submitted(2);
    expect(submits.map(({ card_id }) => card_id)).to.deep.equal(['1001', '1002']);
    expect(submits[0]?.['token']).not.to.equal(submits[1]?.['token']);
  });

  it('whose page pays by itself gets the same token at each submit, until the code is typed again', async () => {
    const { widget, pay, form, submits } = await readyCheckout();
    form.addEventListener('submit', (event) => event.preventDefault());
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    expect(widget.text('.again')).to.equal('');
    pay.click();
    await widget.events.submitted(2);
    await widget.settled();
    expect(widget.text('.again')).to.equal(esAr.retypeCode(3, 'back'));
    expect(widget.standIn.tokens).to.have.length(1);
    await widget.standIn.clear('securityCode');
    await widget.type('738');
    expect(widget.text('.again')).to.equal('');
    pay.click();
    await widget.events.submitted(3);
    expect(submits.map(({ token }) => token)).to.deep.equal([
      widget.standIn.tokens[0]?.id,
      widget.standIn.tokens[0]?.id,
      widget.standIn.tokens[1]?.id,
    ]);
  });

  it('takes the token that the page had made before', async () => {
    const { widget, pay, submits } = await readyCheckout();
    const { token } = await widget.tokenize();
    pay.click();
    await widget.events.submitted();
    expect(submits[0]?.['token']).to.equal(token);
    expect(widget.standIn.tokens).to.have.length(1);
  });

  it('does not take a token whose time is over', async () => {
    const { widget, pay, submits } = await readyCheckout();
    const { token, expiresAt } = await widget.tokenize();
    driveTime(Date.parse(expiresAt) + 1);
    pay.click();
    await widget.events.submitted();
    expect(widget.events.of<{ reason: string }>('token-invalidated').map(({ reason }) => reason)).to.deep.equal([
      'expired',
    ]);
    expect(submits[0]?.['token']).not.to.equal(token);
  });

  it('is not submitted without a token when a listener of token-ready chooses another card', async () => {
    const { widget, pay, submits } = await readyCheckout();
    widget.element.addEventListener('token-ready', () => widget.element.reset());
    await widget.type(CODE);
    pay.click();
    await widget.events.times('card-error');
    await widget.settled();
    expect(submits).to.deep.equal([]);
  });

  it('is not submitted when no token is made: focus goes to what corrects it, and the next press pays', async () => {
    const { widget, pay, submits } = await readyCheckout();
    await widget.type(CODE);
    pay.focus();
    widget.standIn.nextToken = 'network-string';
    pay.click();
    await widget.events.times('card-error');
    await widget.standIn.focus('securityCode');
    expect(submits).to.deep.equal([]);
    expect(widget.notice).to.equal(esAr.notCharged);
    expect(document.activeElement).to.equal(widget.frame);
    pay.click();
    await widget.events.submitted();
    expect(submits).to.have.length(1);
  });

  it('waits for a list that is still loading, then for the code', async () => {
    const merchant = new ScriptedMerchant();
    const answer = merchant.delayed([visa]);
    const { widget, pay, submits } = await checkout(
      html`<mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        endpoint="/cards"
        .fetch=${merchant.fetch}
      ></mp-saved-cards>`,
    );
    pay.click();
    await widget.settled();
    answer();
    await widget.events.times('card-error');
    await widget.settled();
    expect(widget.codeError).to.equal(esAr.enterCode(3));
    expect(submits).to.deep.equal([]);
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    expect(submits).to.have.length(1);
  });

  it('leads to the retry when a list that it needs did not come', async () => {
    const merchant = new ScriptedMerchant().status(500);
    const { widget, pay, submits } = await checkout(
      html`<mp-saved-cards
        required
        public-key=${nextKey()}
        endpoint="/cards"
        .fetch=${merchant.fetch}
      ></mp-saved-cards>`,
    );
    await widget.events.times('card-error');
    await widget.settled();
    pay.click();
    expect(submits).to.deep.equal([]);
    expect(widget.root.activeElement).to.equal(widget.root.querySelector('[part=notice] button'));
  });

  const withoutToken: [what: string, prepare: (page: Checkout) => unknown][] = [
    ['nothing is chosen and nothing is required', ({ widget }) => (widget.element.cardId = null)],
    ['the element is disabled', ({ widget }) => (widget.element.disabled = true)],
    ['its fieldset is disabled', ({ widget }) => (widget.element.closest('fieldset')!.disabled = true)],
    ['it is in a hidden part of the page', ({ widget }) => (widget.element.closest('fieldset')!.hidden = true)],
  ];
  for (const [what, prepare] of withoutToken) {
    it(`is submitted at once, without entries, when ${what}`, async () => {
      const page = await readyCheckout();
      await prepare(page);
      await page.widget.settled();
      await page.rendered();
      page.pay.click();
      expect(page.submits).to.deep.equal([{}]);
      expect(page.widget.standIn.tokens).to.deep.equal([]);
    });
  }

  it('cannot be used, nor its frame, while it is disabled', async () => {
    const { widget } = await readyCheckout();
    widget.element.disabled = true;
    await widget.settled();
    expect(widget.root.querySelector('div')?.inert).to.equal(true);
    widget.element.disabled = false;
    await widget.settled();
    expect(widget.root.querySelector('div')?.inert).to.equal(false);
  });
});

describe('Enter', () => {
  it('on a radio presses the form’s first submit button', async () => {
    const page = await readyCheckout({}, html`<button>Save</button>`);
    await page.widget.type(CODE);
    await page.widget.press('Enter', 0);
    await page.widget.events.submitted();
    expect(page.pressed).to.equal(page.pay);
    expect(page.submits[0]).to.include({ card_id: '1001' });
  });

  it('on a radio does nothing when that button is disabled', async () => {
    const { widget, pay, submits } = await readyCheckout();
    await widget.type(CODE);
    pay.disabled = true;
    await widget.press('Enter', 0);
    expect(widget.element.state).to.equal('ready');
    expect(submits).to.deep.equal([]);
  });

  it('in the page’s own input pays too', async () => {
    const { widget, form, submits } = await readyCheckout({}, html`<input name="email" value="a@b.c" />`);
    await widget.type(CODE);
    form.querySelector('input')?.focus();
    await widget.press('Enter');
    await widget.events.submitted();
    expect(submits[0]).to.include({ email: 'a@b.c', card_id: '1001' });
  });

  it('on a radio of an element without a form does nothing', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.press('Enter', 0);
    expect(widget.snapshot.state).to.equal('ready');
  });

  it('posts no token while the element is in a hidden part of the page', async () => {
    const { widget, form } = await readyCheckout();
    await widget.tokenize();
    widget.element.style.display = 'none';
    await new Promise((resolve) => new ResizeObserver(resolve).observe(widget.element));
    expect([...new FormData(form).keys()]).to.deep.equal([]);
  });

  it('goes back to the first choice when it is reset', async () => {
    const cards = [visa, mastercard];
    const widget = await ready(
      html`<mp-saved-cards public-key=${nextKey()} card-id="1002" .cards=${cards}></mp-saved-cards>`,
    );
    await widget.choose(0);
    widget.element.reset();
    await widget.settled();
    expect(widget.element.cardId).to.equal('1002');
  });
});
