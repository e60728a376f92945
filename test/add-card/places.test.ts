import { expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { MpAddCardElement, MpSavedCardsElement } from '../../src/elements.js';
import { AddCard, mountForm, readyForm, savedVisa } from '../support/add-card-harness.js';
import { visa } from '../support/cards.js';
import { ScriptedMerchant } from '../support/merchant.js';
import '../support/outer-app.js';
import type { OuterApp, Nesting } from '../support/outer-app.js';
import { afterTest, mountPage, nextKey } from '../support/saved-cards-harness.js';

const aTurn = () => new Promise((resolve) => setTimeout(resolve));

/** An open form inside these shadow roots. */
async function nested(nesting: Nesting): Promise<AddCard> {
  const element = document.createElement('mp-add-card');
  const merchant = new ScriptedMerchant().cards(savedVisa);
  Object.assign(element, { publicKey: nextKey(), locale: 'es-AR', open: true, endpoint: '/c', fetch: merchant.fetch });
  let inner: HTMLElement = element;
  for (const name of [...nesting].reverse()) {
    const app = document.createElement(name) as OuterApp;
    app.content = inner;
    inner = app;
  }
  afterTest(() => element.remove());
  const form = new AddCard(element, await mountPage(html`<div>${inner}</div>`));
  await form.ready();
  return form;
}

describe('the place of a form for a new card', () => {
  for (const nesting of [['outer-app'], ['outer-app', 'closed-app']] as Nesting[]) {
    it(`is inside ${nesting.join(' in ')}`, async () => {
      const form = await nested(nesting);
      await form.typeCard();
      expect((await form.element.save()).id).to.equal('2001');
    });
  }

  it('is another place than before: its fields come along', async () => {
    const form = await readyForm();
    await form.typeCard();
    const place = document.createElement('section');
    document.body.append(place);
    afterTest(() => place.remove());
    place.append(form.element);
    await waitUntil(() => form.errors.length === 3); // a frame that is moved loads again, one after the other
    expect(form.events.of('card-error')).to.have.length(1);
    expect(form.errors).to.deep.equal([
      'Ingresá el número de la tarjeta.',
      'Ingresá el mes y el año de vencimiento.',
      'Ingresá los 3 dígitos del código de seguridad.',
    ]);
    await form.typeCard();
    await form.element.save();
  });

  it('is the page again after it was away: what was typed into plain fields is still there', async () => {
    const form = await readyForm();
    await form.fill('cardholderName', 'Ana');
    const parent = form.element.parentElement!;
    form.element.remove();
    await aTurn();
    expect(form.standIn.fields).to.deep.equal([]);
    parent.append(form.element);
    await form.ready();
    expect(form.input('cardholderName').value).to.equal('Ana');
    expect(form.element.state).to.equal('ready');
  });

  it('is a hidden part of the page: its fields wait until it is shown', async () => {
    const form = await mountForm(html`
      <div hidden><mp-add-card open locale="es-AR" public-key=${nextKey()}></mp-add-card></div>
    `);
    await nextFrame();
    expect(form.standIn.fields).to.deep.equal([]);
    form.page.hidden = false;
    await form.ready();
    expect(form.element.state).to.equal('ready');
  });

  it('may be known before its class is: what the page has set counts', async () => {
    const plain = document.createElement('div');
    plain.innerHTML = '<x-add-card></x-add-card>';
    const early = plain.firstElementChild as MpAddCardElement;
    Object.assign(early, { publicKey: nextKey(), open: true, cardholderName: 'Ana', locale: 'pt-BR' });
    const page = await mountPage(html`${plain}`);
    class Late extends (customElements.get('mp-add-card') as typeof MpAddCardElement) {}
    customElements.define('x-add-card', Late);
    const form = new AddCard(early, page);
    await form.ready();
    expect([form.input('cardholderName').value, form.asked[0]]).to.deep.equal(['Ana', 'Número do cartão']);
  });

  it('is rendered again and again by a framework, with equal objects that are new', async () => {
    const form = await readyForm();
    await form.typeCard();
    const mounts = form.standIn.callsOf('field.mount').length;
    for (const messages of [{}, {}]) {
      form.element.messages = messages;
      form.element.requestHeaders = { 'X-CSRF-Token': 'x' };
      await form.settled();
    }
    expect(form.standIn.callsOf('field.mount')).to.have.length(mounts);
    await form.element.save();
  });
});

describe('a form on a page that keeps removing its fields', () => {
  it('blames the page, not the code, and opens them at a press', async () => {
    const form = await readyForm();
    while (form.element.state !== 'error') {
      form.element.replaceChildren();
      await form.settled();
    }
    const sentence = 'Hubo un problema en la tienda. Probá más tarde.';
    expect(form.notice).to.equal(sentence);
    await form.click();
    await form.settled();
    expect(form.notice).to.equal(sentence);
    expect(form.liveRegion).to.not.contain('código');
    await form.click('.notice button');
    await form.ready();
    await form.typeCard();
    await form.element.save();
  });
});

describe('a form that names its list', () => {
  const merchant = () => new ScriptedMerchant().cards(savedVisa);
  const list = (key: string, fetch: typeof globalThis.fetch) => html`
    <mp-saved-cards id="cards" locale="pt-BR" public-key=${key} endpoint="/api/cards" .cards=${[visa]} .fetch=${fetch}>
    </mp-saved-cards>
  `;

  it('takes from it what it does not have itself', async () => {
    const form = await mountForm(
      html`<div>${list(nextKey(), merchant().fetch)}<mp-add-card for="cards" open></mp-add-card></div>`,
    );
    await form.click('.notice button'); // the list has the fields
    await form.ready();
    expect(form.asked[0]).to.equal('Número do cartão');
    await form.typeCard();
    await form.element.save();
    const cards = form.page.querySelector<MpSavedCardsElement>('mp-saved-cards');
    expect(cards?.cardId).to.equal('2001');
    expect(form.isOpen).to.equal(false);
  });

  it('finds it however late it comes', async () => {
    const form = await mountForm(html`<div><mp-add-card for="cards" locale="es-AR"></mp-add-card></div>`);
    const late = document.createElement('mp-saved-cards');
    Object.assign(late, {
      id: 'cards',
      publicKey: nextKey(),
      endpoint: '/api/cards',
      cards: [visa],
      fetch: merchant().fetch,
    });
    form.page.append(late);
    await waitUntil(() => form.root.querySelector('.opener'));
    await form.standIn.ready('securityCode');
    await form.click('.opener');
    await form.ready();
    await form.typeCard();
    await form.element.save();
    expect(late.cardId).to.equal('2001');
  });

  it('goes over to the one that takes its place', async () => {
    const form = await mountForm(
      html`<div>${list(nextKey(), merchant().fetch)}<mp-add-card for="cards"></mp-add-card></div>`,
    );
    await form.standIn.ready('securityCode');
    const before = form.page.querySelector('mp-saved-cards')!;
    const after = before.cloneNode() as MpSavedCardsElement;
    Object.assign(after, { cards: [visa], fetch: merchant().fetch });
    before.replaceWith(after);
    await aTurn();
    await form.click('.opener');
    await form.ready();
    await form.typeCard();
    await form.element.save();
    expect(after.cardId).to.equal('2001');
  });
});
