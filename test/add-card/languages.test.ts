import { expect, html, waitUntil } from '@open-wc/testing';
import { mountForm, readyForm } from '../support/add-card-harness.js';
import { nextKey } from '../support/saved-cards-harness.js';

describe('the language of a form for a new card', () => {
  for (const [locale, opener] of [
    ['es-AR', 'Agregar tarjeta'],
    ['es-MX', 'Agregar tarjeta'],
    ['pt-BR', 'Adicionar cartão'],
    ['en-US', 'Add card'],
  ] as const) {
    it(`is that of ${locale}`, async () => {
      const form = await mountForm(html`<mp-add-card locale=${locale} public-key=${nextKey()}></mp-add-card>`);
      expect(form.button('.opener').textContent?.trim()).to.equal(opener);
    });
  }

  it('is that of the page around it', async () => {
    const form = await mountForm(html`<div lang="pt"><mp-add-card public-key=${nextKey()}></mp-add-card></div>`);
    expect(form.button('.opener').textContent?.trim()).to.equal('Adicionar cartão');
  });

  it('changes while the form is empty, its frames’ too', async () => {
    const form = await readyForm();
    form.element.locale = 'pt-BR';
    await form.settled();
    await form.ready();
    expect(form.asked[0]).to.equal('Número do cartão');
    expect(form.standIn.input('cardNumber').getAttribute('aria-label')).to.equal('Número do cartão');
  });

  it('changes without taking what was typed', async () => {
    const form = await readyForm();
    await form.typeCard();
    form.element.locale = 'pt-BR';
    await form.settled();
    await waitUntil(() => form.standIn.fields[0]?.iframe.title === 'Número do cartão');
    expect(form.standIn.fields[2]?.iframe.title).to.equal('Código de segurança');
    expect(form.asked[0]).to.equal('Número do cartão');
    expect(form.element.complete).to.equal(true);
    await form.element.save();
  });

  it('takes the page’s own words', async () => {
    const form = await mountForm(
      html`<mp-add-card public-key=${nextKey()} .messages=${{ addCard: 'Nueva tarjeta' }}></mp-add-card>`,
    );
    expect(form.button('.opener').textContent?.trim()).to.equal('Nueva tarjeta');
  });
});
