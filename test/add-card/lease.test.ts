import { expect, html } from '@open-wc/testing';
import { mountForm, VISA, type AddCard } from '../support/add-card-harness.js';
import { visa } from '../support/cards.js';
import { nextKey } from '../support/saved-cards-harness.js';
import type { StandInOptions } from '../../src/testing/index.js';

/** A list that has the Secure Fields, and an open form beside it. */
async function beside(standIn: StandInOptions = {}): Promise<AddCard> {
  const key = nextKey();
  const form = await mountForm(
    html`<div>
      <mp-saved-cards locale="es-AR" public-key=${key} .cards=${[visa]}></mp-saved-cards>
      <mp-add-card open locale="es-AR" public-key=${key} intent="pay"></mp-add-card>
    </div>`,
    { standIn },
  );
  await form.standIn.ready('securityCode');
  await form.settled();
  return form;
}

const shown = (form: AddCard) => form.standIn.fields.map(({ type }) => type);
const chooseSaved = async (form: AddCard) => {
  form.page.querySelector('mp-saved-cards')?.shadowRoot?.querySelector<HTMLElement>('.notice button')?.click();
  await form.standIn.ready('securityCode');
  await form.settled();
};

for (const [name, standIn] of [
  ['', {}],
  [', in a build with listeners for the whole page', { legacyListeners: true }],
] as [string, StandInOptions][]) {
  describe(`a form whose fields another element has${name}`, () => {
    it('says so, and takes them at a press', async () => {
      const form = await beside(standIn);
      expect(shown(form)).to.deep.equal(['securityCode']);
      expect(form.notice).to.not.equal('');
      await form.expectAccessible();
      await form.click('.notice button');
      await form.ready();
      expect(shown(form)).to.deep.equal(['cardNumber', 'expirationDate', 'securityCode']);
      expect(form.notice).to.equal('');
      await form.tokenize();
    });

    it('takes them when something is typed into it', async () => {
      const form = await beside(standIn);
      await form.fill('cardholderName', 'APRO');
      await form.ready();
      expect(shown(form)).to.have.length(3);
      expect(form.input('cardholderName').value).to.equal('APRO');
    });

    it('takes them when its card is to be paid with, and asks for what is empty then', async () => {
      const form = await beside(standIn);
      expect(await form.codeOf(form.element.tokenize())).to.equal('code-incomplete');
      expect(shown(form)).to.have.length(3);
      expect(form.notice).to.equal('');
      expect(form.error('securityCode')).to.contain('Ingresá los 3 dígitos');
    });

    it('takes them when its card is to be saved, and asks for what is empty then', async () => {
      const form = await beside(standIn);
      form.element.intent = 'save';
      form.element.endpoint = '/api/cards';
      await form.settled();
      await form.click();
      await form.focusOn('cardNumber');
      expect(shown(form)).to.have.length(3);
      expect(form.notice).to.equal('');
      expect(form.error('cardNumber')).to.equal('Ingresá el número de la tarjeta.');
    });

    it('says nothing else of them when the page saves the card meanwhile', async () => {
      const form = await beside(standIn);
      form.element.intent = 'save';
      form.element.endpoint = '/api/cards';
      await form.settled();
      expect(await form.codeOf(form.element.save())).to.equal('field-lost');
      expect(form.root.querySelectorAll('[part=notice]')).to.have.length(1);
      expect(form.liveRegion).not.to.contain('código');
    });

    it('loses what was typed into them with them, and nothing else', async () => {
      const form = await beside(standIn);
      await form.click('.notice button');
      await form.ready();
      await form.typeCard();
      await chooseSaved(form);
      expect(form.notice).to.not.equal('');
      expect(form.input('cardholderName').value).to.equal('APRO');
      expect([form.element.state, form.element.complete]).to.deep.equal(['ready', false]);
    });

    it('is not interrupted while its token is made', async () => {
      const form = await beside(standIn);
      await form.click('.notice button');
      await form.ready();
      await form.typeCard(VISA);
      const release = form.standIn.hold('token');
      const token = form.element.tokenize();
      await chooseSaved(form).catch(() => {});
      release();
      await token;
      expect(form.log.of('warn')).to.deep.equal([]);
    });
  });
}
