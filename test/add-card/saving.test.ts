import { expect, html } from '@open-wc/testing';
import { TIMEOUT } from '../../src/timeouts.js';
import { VISA, mountForm, readyForm, savedVisa, type AddCard } from '../support/add-card-harness.js';
import { driveTime } from '../support/clock.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { nextKey } from '../support/saved-cards-harness.js';

const keysOf = (merchant: ScriptedMerchant) =>
  merchant.requests
    .filter(({ init }) => init.method === 'POST')
    .map(({ init }) => new Headers(init.headers).get('X-Idempotency-Key'));
const tokensOf = (merchant: ScriptedMerchant) =>
  merchant.requests
    .filter(({ init }) => init.method === 'POST')
    .map(({ init }) => (JSON.parse(init.body as string) as { token: string }).token);

/** Presses "save" until there is an answer: a card or an error. */
async function press(form: AddCard): Promise<void> {
  const done = form.events.of('card-error').length + form.events.of('card-added').length;
  await form.click();
  while (form.events.of('card-error').length + form.events.of('card-added').length === done)
    await new Promise((resolve) => setTimeout(resolve));
  await form.settled();
}

describe('saving a new card', () => {
  it('gives the shop a token, never the card', async () => {
    const merchant = new ScriptedMerchant().cards(savedVisa);
    const form = await readyForm(merchant);
    await form.typeCard();
    await press(form);
    const [added] = form.events.of<{ card: { id: string } }>('card-added');
    expect(added?.card.id).to.equal('2001');
    expect(merchant.requests).to.have.length(1);
    const [{ url, init }] = merchant.requests as [{ url: string; init: RequestInit }];
    expect([url, init.method]).to.deep.equal(['/api/cards', 'POST']);
    expect(JSON.parse(init.body as string)).to.deep.equal({
      token: form.standIn.tokens[0]?.id,
      payment_method_id: 'visa',
      issuer_id: '25',
    });
    expect(form.events.of('token-ready')).to.deep.equal([]);
  });

  it('closes, says so, and is empty when it is opened again', async () => {
    const form = await readyForm();
    await form.typeCard();
    await press(form);
    expect([form.isOpen, form.element.open, form.element.state]).to.deep.equal([false, false, 'closed']);
    expect(form.notice).to.contain('Visa terminada en 3704');
    expect(form.liveRegion).to.equal(form.notice);
    expect(form.focused).to.equal('opener');
    expect(form.standIn.fields).to.deep.equal([]);
    await form.click('.opener');
    await form.ready();
    expect(form.input('cardholderName').value).to.equal('');
    expect(form.notice).to.equal('');
  });

  it('saves a second card with a token and a key of its own', async () => {
    const merchant = new ScriptedMerchant().cards(savedVisa);
    const form = await readyForm(merchant);
    for (let count = 1; count <= 2; count++) {
      await form.typeCard();
      await press(form);
      await form.click('.opener');
      await form.ready();
    }
    expect(new Set(keysOf(merchant)).size).to.equal(2);
    expect(new Set(tokensOf(merchant)).size).to.equal(2);
  });

  it('is not sent twice by a second press', async () => {
    const merchant = new ScriptedMerchant();
    const release = merchant.delayed(savedVisa);
    const form = await readyForm(merchant);
    await form.typeCard();
    const first = form.element.save();
    expect(form.element.save()).to.equal(first);
    expect(form.element.state).to.equal('saving');
    await form.settled();
    expect(form.button().getAttribute('aria-busy')).to.equal('true');
    form.button().click();
    release();
    await first;
    expect(merchant.requests).to.have.length(1);
  });

  const unknown: [name: string, answer: (merchant: ScriptedMerchant) => ScriptedMerchant][] = [
    ['500', (merchant) => merchant.status(500)],
    ['408', (merchant) => merchant.status(408)],
    ['a dropped connection', (merchant) => merchant.offline()],
    ['HTML', (merchant) => merchant.html()],
  ];
  for (const [name, answer] of unknown) {
    it(`says after ${name} that it is not known, and sends the same token with the same key`, async () => {
      const merchant = answer(new ScriptedMerchant()).cards(savedVisa);
      const form = await readyForm(merchant);
      await form.typeCard();
      await press(form);
      expect(form.notice).to.equal(esAr.saveUnknown);
      expect(form.isOpen).to.equal(true);
      expect(form.input('cardholderName').value).to.equal('APRO');
      await press(form);
      expect(form.events.of('card-added')).to.have.length(1);
      expect(new Set(keysOf(merchant)).size).to.equal(1);
      expect(new Set(tokensOf(merchant)).size).to.equal(1);
    });
  }

  it('waits for the shop as long as it may, and no longer', async () => {
    const merchant = new ScriptedMerchant().silence().cards(savedVisa);
    const form = await readyForm(merchant);
    await form.typeCard();
    const clock = driveTime();
    const code = form.codeOf(form.element.save());
    while (merchant.requests.length === 0) await clock.tickAsync(0);
    await clock.tickAsync(TIMEOUT.merchant);
    expect(await code).to.equal('endpoint-timeout');
    expect(form.notice).to.contain('No sabemos');
    await form.element.save();
    expect(new Set(keysOf(merchant)).size).to.equal(1);
  });

  it('asks the list when the token that was sent again is used up', async () => {
    const merchant = new ScriptedMerchant().status(500).status(400).cards([savedVisa]);
    const form = await readyForm(merchant);
    await form.typeCard();
    await press(form);
    await press(form);
    expect(form.events.of('card-added')).to.have.length(1);
    expect(merchant.requests.map(({ init }) => init.method ?? 'GET')).to.deep.equal(['POST', 'POST', 'GET']);
  });

  it('takes a fresh token for what was typed since, once the list does not have the card', async () => {
    const merchant = new ScriptedMerchant().status(500).cards([]).cards(savedVisa);
    const form = await readyForm(merchant);
    await form.typeCard();
    await press(form);
    await form.fill('cardholderName', 'OTHE');
    await press(form);
    expect(merchant.requests.map(({ init }) => init.method ?? 'GET')).to.deep.equal(['POST', 'GET', 'POST']);
    expect(new Set(tokensOf(merchant)).size).to.equal(2);
  });

  const refusals: [status: number, cause: unknown, sentence: RegExp][] = [
    [401, undefined, /sesión terminó/],
    // The form of this card has no field for the bank.
    [400, [[{ code: 'card-108', description: 'x' }]], /No pudimos usar esta tarjeta/],
    [400, [{ code: 'card-120', description: 'x' }], /documento/],
    [400, [{ code: '123' }], /No pudimos usar esta tarjeta/],
    [400, [{ code: 124 }], /No pudimos usar esta tarjeta/],
    [400, [{ code: '127' }], /No pudimos usar esta tarjeta/],
    [400, [{ code: '129' }], /Ya tenés el máximo de tarjetas guardadas/],
    [409, undefined, /Ya tenés guardada esta tarjeta/],
    [400, undefined, /No pudimos usar esta tarjeta/],
  ];
  for (const [status, cause, sentence] of refusals) {
    it(`says why the shop refused with ${status} ${JSON.stringify(cause ?? '')}, and tries again at the next press`, async () => {
      const merchant = new ScriptedMerchant()
        .status(status, JSON.stringify({ message: '<b>no</b>', cause }))
        .cards(savedVisa);
      const form = await readyForm(merchant);
      await form.typeCard();
      await press(form);
      expect(form.notice).to.match(sentence);
      expect(form.liveRegion).to.match(sentence);
      await press(form);
      expect(form.events.of('card-added')).to.have.length(1);
    });
  }

  it('is cancelled when the element leaves the page', async () => {
    const merchant = new ScriptedMerchant().silence();
    const form = await readyForm(merchant);
    await form.typeCard();
    const saving = form.element.save();
    while (merchant.requests.length === 0) await new Promise((resolve) => setTimeout(resolve));
    form.element.remove();
    expect(await form.codeOf(saving)).to.equal('aborted');
    expect(form.events.of('card-error')).to.deep.equal([]);
    expect(merchant.requests[0]?.init.signal?.aborted).to.equal(true);
  });

  it('needs an endpoint, and says so before anything is asked of Mercado Pago', async () => {
    const form = await mountForm(html`<mp-add-card open locale="es-AR" public-key=${nextKey()}></mp-add-card>`);
    await form.ready();
    await form.typeCard(VISA);
    expect(await form.codeOf(form.element.save())).to.equal('configuration');
    expect(form.notice).to.equal('Hubo un problema en la tienda. Probá más tarde.');
    expect(form.log.of('error').join()).to.contain('endpoint');
    expect(form.standIn.tokens).to.have.length(0);
  });

  it('lets the page stop it before a token is made', async () => {
    const form = await readyForm();
    await form.typeCard();
    form.element.addEventListener('before-tokenize', (event) => event.preventDefault(), { once: true });
    expect(await form.codeOf(form.element.save())).to.equal('aborted');
    expect([form.notice, form.standIn.tokens.length]).to.deep.equal(['', 0]);
    await form.element.save();
  });

  it('goes on without the payment method when Mercado Pago could not be asked for it', async () => {
    const merchant = new ScriptedMerchant().cards(savedVisa);
    const form = await readyForm(merchant, {
      standIn: { answers: { getPaymentMethods: () => Promise.reject(new Error('Request timed out')) } },
    });
    await form.typeCard();
    await press(form);
    expect(form.events.of('card-added')).to.have.length(1);
    const body = JSON.parse(merchant.requests[0]?.init.body as string) as Record<string, unknown>;
    expect(Object.keys(body)).to.deep.equal(['token', 'payment_method_id', 'issuer_id']);
    expect(body['payment_method_id']).to.equal(null);
  });
});
