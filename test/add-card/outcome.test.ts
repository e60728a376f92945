import { expect, html } from '@open-wc/testing';
import type { BeforeTokenizeEvent } from '../../src/elements.js';
import { savedVisa, mountForm, readyForm, type AddCard } from '../support/add-card-harness.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { nextKey } from '../support/saved-cards-harness.js';

const methods = (merchant: ScriptedMerchant) => merchant.log.map((line) => line.split(' ')[0]);

async function paid(merchant: ScriptedMerchant): Promise<AddCard> {
  const form = await mountForm(
    html`<mp-add-card
      open
      intent="pay"
      locale="es-AR"
      public-key=${nextKey()}
      endpoint="/api/cards"
      .fetch=${merchant.fetch}
    ></mp-add-card>`,
  );
  await form.ready();
  await form.tokenize();
  return form;
}

const saveButton = (form: AddCard) =>
  [...form.root.querySelectorAll<HTMLButtonElement>('button')].find((button) =>
    /Guardar tarjeta/.test(button.textContent ?? ''),
  );

describe('a card that was not saved after its payment', () => {
  const refusals: [name: string, answer: (merchant: ScriptedMerchant) => ScriptedMerchant][] = [
    ['500', (merchant) => merchant.status(500)],
    ['400', (merchant) => merchant.status(400)],
    ['401', (merchant) => merchant.status(401)],
    ['404', (merchant) => merchant.status(404)],
    ['no connection', (merchant) => merchant.offline()],
  ];
  for (const [name, answer] of refusals) {
    it(`says after ${name} that the payment is made, and can be saved again`, async () => {
      const form = await paid(answer(new ScriptedMerchant()).cards(savedVisa));
      await form.errorOf(form.element.save());
      expect(form.notice).to.contain('no afecta tu pago');
      expect(form.liveRegion).to.contain('no afecta tu pago');
      if (name === '404') expect(form.notice).to.contain('Hubo un problema en la tienda');
      saveButton(form)?.click();
      while (form.events.of('card-added').length === 0) await new Promise((resolve) => setTimeout(resolve));
    });
  }

  it('says that the payment is made when a field is empty by then', async () => {
    const form = await paid(new ScriptedMerchant().cards(savedVisa));
    await form.fill('cardholderName', '');
    await form.errorOf(form.element.save());
    expect(saveButton(form)).to.not.equal(undefined);
    expect(form.liveRegion).to.contain('no afecta tu pago');
  });

  it('shows that it is being saved', async () => {
    const merchant = new ScriptedMerchant();
    const release = merchant.delayed(savedVisa);
    const form = await paid(merchant);
    const saved = form.element.save();
    await form.settled();
    expect(form.liveRegion).to.contain('Guardando');
    release();
    await saved;
  });
});

describe('an outcome that the shopper did not wait for', () => {
  it('asks the list for a card that is typed again after a reset', async () => {
    const merchant = new ScriptedMerchant().offline().cards([savedVisa]);
    const form = await readyForm(merchant);
    await form.typeCard();
    await form.errorOf(form.element.save());
    form.element.reset();
    await form.ready();
    await form.typeCard();
    await form.element.save();
    expect(methods(merchant)).to.deep.equal(['POST', 'GET']);
  });

  it('saves nothing of a form that was closed and is empty', async () => {
    const merchant = new ScriptedMerchant().offline().cards(savedVisa);
    const form = await readyForm(merchant);
    await form.typeCard();
    await form.errorOf(form.element.save());
    form.element.open = false;
    await form.settled();
    form.element.open = true;
    await form.settled();
    await form.ready();
    expect(await form.codeOf(form.element.save())).to.equal('code-incomplete');
    expect(methods(merchant)).to.deep.equal(['POST']);
  });

  it('is ready again when it left the page while the page was asked, and came back', async () => {
    const merchant = new ScriptedMerchant().cards(savedVisa);
    const form = await readyForm(merchant);
    await form.typeCard();
    form.element.addEventListener('before-tokenize', ((event: BeforeTokenizeEvent) =>
      event.waitUntil(new Promise(() => {}))) as EventListener);
    const code = form.codeOf(form.element.save());
    await form.settled();
    const parent = form.element.parentElement as HTMLElement;
    form.element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    parent.append(form.element);
    await form.settled();
    await form.ready();
    expect(form.element.state).to.equal('ready');
    expect(await code).to.equal('aborted');
  });

  it('drops the save that waits for a token when the form is reset', async () => {
    const merchant = new ScriptedMerchant().cards(savedVisa);
    const form = await readyForm(merchant);
    await form.typeCard();
    const token = form.element.tokenize().catch(() => {});
    const code = form.codeOf(form.element.save());
    form.element.reset();
    await token;
    expect(await code).to.equal('aborted');
    expect(merchant.requests).to.deep.equal([]);
  });
});
