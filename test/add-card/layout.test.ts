import { expect, html } from '@open-wc/testing';
import { mountForm } from '../support/add-card-harness.js';
import { en, es, esAr, esMx, pt } from '../support/messages.js';
import { visa } from '../support/cards.js';
import { nextKey } from '../support/saved-cards-harness.js';

/** Left, top and width of a box. */
const boxOf = (place: Element | null | undefined) => place!.getBoundingClientRect();

/** In the row of a list, in a window of 320 px whose body has margins of 16 px. */
const inNarrowList = (locale: string, fontSize = '16px') =>
  mountForm(html`
    <div style="inline-size: 288px; font: ${fontSize} Arial, sans-serif">
      <mp-saved-cards locale=${locale} public-key=${nextKey()} cards="[]">
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
    </div>
  `);

describe('the fields of a new card', () => {
  for (const locale of ['es-AR', 'es-MX', 'pt-BR', 'en-US'])
    it(`have expiry and code side by side at 320 px, each label in one line, in ${locale}`, async () => {
      const form = await inNarrowList(locale);
      await form.ready();
      const [expiry, code] = ['expirationDate', 'securityCode'].map((field) =>
        form.root.querySelector(`.frame[data-field=${field}]`),
      );
      expect(boxOf(code).top).to.equal(boxOf(expiry).top);
      expect(boxOf(code).left).to.be.above(boxOf(expiry).right);
      expect(boxOf(code).right).to.be.at.most(boxOf(form.element).right);
      for (const label of form.root.querySelectorAll('.field-label')) expect(boxOf(label).height).to.be.below(24);
    });

  it('are one below the other where they do not fit', async () => {
    const form = await inNarrowList('es-AR', '32px');
    await form.ready();
    const [expiry, code] = ['expirationDate', 'securityCode'].map((field) =>
      form.root.querySelector(`.frame[data-field=${field}]`),
    );
    expect(boxOf(code).top).to.be.above(boxOf(expiry).bottom);
    for (const frame of [expiry, code]) expect(boxOf(frame).right).to.be.at.most(boxOf(form.element).right);
  });
});

describe('the form for a new card', () => {
  it('is named by what it is for', async () => {
    const name = async (intent: string) => {
      const form = await mountForm(
        html`<mp-add-card open locale="es-AR" intent=${intent} public-key=${nextKey()}></mp-add-card>`,
      );
      return form.root.querySelector('[part=form]')?.ariaLabel;
    };
    expect(await name('save')).to.equal(esAr.addCard);
    expect(await name('pay')).to.equal(esAr.newCard);
    for (const words of [en, es, esAr, esMx, pt]) expect(words.newCard).to.not.equal(words.addCard);
  });

  it('has no frame of its own in a list', async () => {
    const form = await mountForm(html`
      <mp-saved-cards mode="manage" locale="es-AR" public-key=${nextKey()} endpoint="/cards" .cards=${[visa]}>
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
    `);
    const frameOf = (part: string) => getComputedStyle(form.root.querySelector(part)!).borderStyle;
    expect(frameOf('.opener')).to.equal('none');
    form.element.open = true;
    await form.settled();
    expect(frameOf('.form')).to.equal('none');
  });
});
