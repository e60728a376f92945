import { expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { AMEX, VISA, mountForm, savedVisa, type AddCard } from '../support/add-card-harness.js';
import { driveTime } from '../support/clock.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { expectNoSecrets } from '../support/secrets.js';
import { nextKey } from '../support/saved-cards-harness.js';

type Posted = Record<string, FormDataEntryValue>;

const merchant = () => new ScriptedMerchant().cards(savedVisa);

/** A checkout of nothing but a form for a new card, and what it posted. */
async function checkout(
  attributes: { name?: string; fetch?: typeof fetch; novalidate?: boolean } = {},
  more?: TemplateResult,
): Promise<{ form: AddCard; posted: Posted[]; pay: () => Promise<void> }> {
  const form = await mountForm(html`
    <div>
      <iframe name="shop" hidden></iframe>
      <form action="about:blank" target="shop" method="post" ?novalidate=${attributes.novalidate}>
        <mp-add-card
          open
          intent="pay"
          locale="es-AR"
          public-key=${nextKey()}
          endpoint="/api/cards"
          name=${attributes.name ?? ''}
          .fetch=${attributes.fetch ?? merchant().fetch}
        ></mp-add-card>
        ${more}
        <button name="act" value="pay">Pay</button>
      </form>
    </div>
  `);
  await form.ready();
  const posted: Posted[] = [];
  const element = form.page.querySelector('form')!;
  element.addEventListener('submit', () => posted.push(Object.fromEntries(new FormData(element))));
  const pay = async () => {
    element.querySelector('button')?.click();
    await nextFrame();
    await form.settled();
  };
  return { form, posted, pay };
}

const tick = async (form: AddCard): Promise<void> => {
  const box = form.input('saveCard');
  box.click();
  await form.settled();
};

describe('paying with a new card', () => {
  for (const what of ['hidden', 'disabled'] as const) {
    it(`posts its tokens when the page shows progress and it is ${what}`, async () => {
      const { form, posted, pay } = await checkout({ name: 'card' });
      await form.typeCard();
      await tick(form);
      form.element.addEventListener('state-change', ({ detail }) => {
        if (detail.state === 'tokenizing') form.element[what] = true;
      });
      await pay();
      await waitUntil(() => posted.length === 1);
      const [token, saveToken] = form.standIn.tokens.map(({ id }) => id);
      expect(posted[0]).to.include({ 'card[token]': token, 'card[save_token]': saveToken, 'card[save_card]': 'true' });
    });
  }

  it('posts a token once, and no second one without the box', async () => {
    const { form, posted, pay } = await checkout();
    await form.typeCard();
    await pay();
    await waitUntil(() => posted.length === 1);
    expect(posted).to.deep.equal([
      {
        token: form.standIn.tokens[0]?.id,
        payment_method_id: 'visa',
        payment_type_id: 'credit_card',
        issuer_id: '25',
        installments: '1',
      },
    ]);
    expect(form.standIn.tokens).to.have.length(1);
    expectNoSecrets(form, form.standIn.tokens[0]!.id, VISA.number, VISA.number.slice(-12));
  });

  it('posts a second token to save the card with when the box is ticked', async () => {
    const { form, posted, pay } = await checkout({ name: 'card' });
    await form.typeCard();
    await tick(form);
    await pay();
    await waitUntil(() => posted.length === 1);
    const [first, second] = form.standIn.tokens;
    expect(posted[0]).to.include({
      'card[token]': first?.id,
      'card[save_card]': 'true',
      'card[save_token]': second?.id,
    });
    expect(form.events.of<{ saveCard: boolean }>('token-ready').map(({ saveCard }) => saveCard)).to.deep.equal([true]);
  });

  it('goes on when the box is ticked while a token is made', async () => {
    const { form, posted, pay } = await checkout();
    await form.typeCard();
    const release = form.standIn.hold('token');
    await pay();
    expect(form.element.state).to.equal('tokenizing');
    await tick(form);
    release();
    await waitUntil(() => posted.length === 1);
    const [first, second] = form.standIn.tokens;
    expect(posted[0]).to.include({ token: first?.id, save_card: 'true', save_token: second?.id });
  });

  it('goes on when the box is cleared while the second token is made', async () => {
    const { form, posted, pay } = await checkout();
    await form.typeCard();
    await tick(form);
    let release = () => {};
    form.element.addEventListener('token-ready', () => (release = form.standIn.hold('token')));
    await pay();
    await waitUntil(() => form.standIn.callsOf('fields.createCardToken').length === 2);
    await tick(form);
    release();
    await waitUntil(() => posted.length === 1);
    expect(posted[0]).to.include({ token: form.standIn.tokens[0]?.id });
    expect(posted[0]).to.not.have.any.keys('save_card', 'save_token');
  });

  it('is paid all the same when there is no second token', async () => {
    const { form, posted, pay } = await checkout();
    await form.typeCard();
    await tick(form);
    form.element.addEventListener('token-ready', () => (form.standIn.nextToken = 'server-error'));
    await pay();
    await waitUntil(() => posted.length === 1);
    expect(posted[0]).to.include({ token: form.standIn.tokens[0]?.id, save_card: 'true' });
    expect(posted[0]).to.not.have.property('save_token');
    expect(form.events.of('card-error')).to.deep.equal([]);
  });

  it('is saved after the payment with a second token of what is still in the fields', async () => {
    const shop = merchant();
    const { form } = await checkout({ fetch: shop.fetch });
    await form.typeCard();
    const { token } = await form.element.tokenize();
    await form.element.save();
    const sent = JSON.parse(shop.requests[0]?.init.body as string) as { token: string };
    expect(sent.token).to.equal(form.standIn.tokens[1]?.id);
    expect(sent.token).to.not.equal(token);
    expect(form.events.of('token-ready')).to.have.length(1);
  });

  it('cannot be saved after the payment when the fields are gone', async () => {
    const { form } = await checkout();
    await form.tokenize();
    form.element.open = false;
    await form.settled();
    expect(await form.codeOf(form.element.save())).to.equal('field-lost');
  });

  it('is stopped with what is wrong, by the browser’s own check and without it', async () => {
    for (const novalidate of [false, true]) {
      const { form, posted, pay } = await checkout({ novalidate });
      await pay();
      await form.focusOn('cardNumber');
      expect(form.errors).to.have.length(5);
      expect(posted).to.deep.equal([]);
      form.page.remove();
      await new Promise((resolve) => setTimeout(resolve));
    }
  });

  it('is tried again by one more press after Mercado Pago failed', async () => {
    const { form, posted, pay } = await checkout();
    await form.typeCard();
    form.standIn.nextToken = 'server-error';
    await pay();
    await form.events.times('card-error');
    await form.settled();
    expect(form.notice).to.equal('No te cobramos nada. Revisá tu conexión y probá de nuevo.');
    await nextFrame(); // the submit that failed is over
    await pay();
    await waitUntil(() => posted.length === 1);
  });

  it('presses the page’s Pay by Enter in a plain field', async () => {
    const { form, posted } = await checkout();
    await form.typeCard();
    form.input('cardholderName').focus();
    await form.press('Enter');
    await waitUntil(() => posted.length === 1);
  });

  it('makes one token for two calls, and none of what changed meanwhile', async () => {
    const { form } = await checkout();
    await form.typeCard();
    const release = form.standIn.hold('token');
    const first = form.element.tokenize();
    expect(form.element.tokenize()).to.equal(first);
    await waitUntil(() => form.standIn.callsOf('fields.createCardToken').length === 1);
    await form.fill('cardholderName', 'OTHE');
    release();
    expect(await form.codeOf(first)).to.equal('aborted');
    expect(form.events.of('card-error')).to.deep.equal([]);
    await form.element.tokenize();
  });

  it('makes a new token when the one that it has is too old', async () => {
    const { form, posted, pay } = await checkout();
    const { expiresAt } = await form.tokenize();
    driveTime(Date.parse(expiresAt) + 1);
    await pay();
    while (posted.length === 0) await nextFrame();
    expect(posted[0]?.['token']).to.equal(form.standIn.tokens[1]?.id);
  });

  it('waits for what the page wants to do first', async () => {
    const { form } = await checkout();
    await form.typeCard();
    let agree = () => {};
    form.element.addEventListener('before-tokenize', (event) =>
      event.waitUntil(new Promise<void>((resolve) => (agree = resolve))),
    );
    const token = form.element.tokenize();
    await form.settled();
    expect(form.standIn.callsOf('fields.createCardToken')).to.have.length(0);
    agree();
    expect((await token).lastFourDigits).to.equal('3704');
  });

  it('takes no part while it is closed, disabled or hidden', async () => {
    for (const change of [{ open: false }, { disabled: true }, { hidden: true }]) {
      const { form, posted, pay } = await checkout();
      Object.assign(form.element, change);
      await form.settled();
      await nextFrame();
      await nextFrame();
      expect(form.element.checkValidity()).to.equal(true);
      await pay();
      expect(posted).to.deep.equal([{}]);
      form.page.remove();
      await new Promise((resolve) => setTimeout(resolve));
    }
  });

  it('offers to save the card only where it can be saved', async () => {
    const form = await mountForm(html`<mp-add-card open intent="pay" public-key=${nextKey()}></mp-add-card>`);
    expect(form.root.querySelector('#saveCard')).to.equal(null);
  });

  it('keeps every secret of an American Express, too', async () => {
    const { form } = await checkout();
    const { token } = await form.tokenize(AMEX);
    expectNoSecrets(form, token, AMEX.number, AMEX.number.slice(0, 12));
  });
});
