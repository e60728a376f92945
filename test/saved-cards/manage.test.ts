import { expect, html } from '@open-wc/testing';
import { decodeCards } from '../../src/card/decode.js';
import { expired, mastercard, visa } from '../support/cards.js';
import { checkout } from '../support/checkout.js';
import '../support/fake-new-card.js';
import type { FakeNewCard } from '../support/fake-new-card.js';
import { manage, NAMES } from '../support/manage.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { CODE, mount, mountReady } from '../support/saved-cards-harness.js';

const customer = { default_card: '1001', cards: [visa, mastercard, expired] };
const newCard = decodeCards([{ ...visa, id: '2000', last_four_digits: '9999' }]).cards[0]!;

describe('mode="manage"', () => {
  it('is a list of all cards, each with its actions', async () => {
    const { widget, expectAccessible } = await manage(customer);
    expect(widget.root.querySelector('[role=list]')?.ariaLabel).to.equal(esAr.heading);
    expect([...widget.root.querySelectorAll('[role=list] > *')].map(({ role }) => role)).to.deep.equal([
      'listitem',
      'listitem',
      'listitem',
    ]);
    expect(widget.radios).to.deep.equal([]);
    expect(widget.row(1001)).to.include(esAr.defaultCard);
    expect(widget.row(1004)).to.include(esAr.expired('08/20'));
    expect(widget.buttons()).to.deep.equal([
      esAr.removeNamed(NAMES.visa),
      esAr.makeDefaultNamed(NAMES.mastercard),
      esAr.removeNamed(NAMES.mastercard),
      esAr.removeNamed(NAMES.expired),
    ]);
    await expectAccessible();
  });

  it('needs no key and does not load MercadoPago.js', async () => {
    const widget = await mount(
      html`<mp-saved-cards mode="manage" endpoint="/api/cards" .cards=${customer}></mp-saved-cards>`,
      { standIn: null },
    );
    await widget.events.times('cards-ready');
    await widget.settled();
    expect(document.querySelector('script[src*=mercadopago]')).to.equal(null);
    expect(widget.events.of('card-error')).to.deep.equal([]);
    expect(widget.snapshot).to.deep.equal({ state: 'ready', complete: false, cardId: null });
    expect(widget.element.children).to.have.length(0);
  });

  it('offers nothing that it could not do without an endpoint', async () => {
    const { widget } = await manage(customer, undefined, { endpoint: '' });
    expect(widget.rowIds).to.have.length(3);
    expect(widget.buttons()).to.deep.equal([]);
  });

  it('leaves the form around it alone', async () => {
    const page = await checkout(
      html`<mp-saved-cards mode="manage" required endpoint="/api/cards" .cards=${customer}></mp-saved-cards>`,
    );
    await page.widget.settled();
    expect(page.form.checkValidity()).to.equal(true);
    page.pay.click();
    expect(page.submits).to.deep.equal([{}]);
  });

  it('says that there are no cards', async () => {
    const { widget } = await manage([]);
    expect(widget.element.state).to.equal('empty');
    expect(widget.text('.message')).to.equal(esAr.emptyManage);
  });

  it('says so in the page’s own words if it has some', async () => {
    const content = html`<p slot="empty">Nothing here</p>`;
    const { widget, expectAccessible } = await manage([], undefined, { content });
    const slot = widget.root.querySelector<HTMLSlotElement>('slot[name=empty]');
    expect(slot?.assignedElements()).to.have.length(1);
    await expectAccessible();
  });

  it('shows a long list in part, and the focus goes to the first of the rest', async () => {
    const cards = Array.from({ length: 8 }, (_, index) => ({
      ...visa,
      id: `${index}`,
      last_four_digits: `000${index}`,
    }));
    const { widget, expectAccessible } = await manage(cards);
    expect(widget.rowIds).to.have.length(5);
    await widget.pressButton(esAr.showAll(8));
    expect(widget.rowIds).to.have.length(8);
    expect(widget.focusedRow).to.equal('5');
    await expectAccessible();
  });

  it('has the form for a new card under the list, and shows the card first, with the focus', async () => {
    const content = html`<fake-new-card slot="add-card"></fake-new-card>`;
    const { widget, expectAccessible } = await manage(customer, undefined, { content });
    const form = widget.element.querySelector('fake-new-card') as FakeNewCard;
    expect(widget.root.querySelector('[role=list] slot')).to.equal(null);
    expect(widget.root.querySelector<HTMLSlotElement>('slot[name=add-card]')?.assignedElements()).to.deep.equal([form]);
    expect(form.shown).to.deep.equal([]);

    form.save(newCard);
    await widget.settled();
    expect(widget.rowIds).to.deep.equal(['2000', '1001', '1002', '1004']);
    expect(widget.focusedRow).to.equal('2000');
    expect(widget.liveRegion).to.equal(esAr.cardAdded(`Visa ${esAr.endingIn('9999')}`));
    expect(widget.element.cardId).to.equal(null);
    await expectAccessible();
  });

  it('shows the first card of an empty list', async () => {
    const content = html`<fake-new-card slot="add-card"></fake-new-card>`;
    const { widget } = await manage([], new ScriptedMerchant().status(204), { content });
    (widget.element.querySelector('fake-new-card') as FakeNewCard).save(newCard);
    await widget.settled();
    expect(widget.rowIds).to.deep.equal(['2000']);
    expect(widget.element.state).to.equal('ready');
  });

  it('takes the place of paying at run time, and gives it back with the same card', async () => {
    const widget = await mountReady([visa, mastercard]);
    widget.element.endpoint = '';
    await widget.choose(1);
    await widget.tokenize();
    widget.element.mode = 'manage';
    await widget.settled();
    expect(widget.radios).to.deep.equal([]);
    expect(widget.events.of('token-invalidated')).to.deep.equal([{ cardId: '1002', reason: 'selection' }]);
    expect(widget.element.selectedCard).to.equal(null);
    expect(widget.standIn.fields).to.deep.equal([]);

    widget.element.mode = 'pay';
    await widget.ready();
    expect(widget.checked).to.equal('1002');
    expect(widget.codeInput.value).to.equal('');
    const { cardId } = await widget.tokenize(CODE);
    expect(cardId).to.equal('1002');
  });

  it('begins to pay where it has only managed', async () => {
    const { widget } = await manage(customer);
    Object.assign(widget.element, { publicKey: 'TEST-MLA-managed', mode: 'pay' });
    await widget.ready();
    expect(widget.checked).to.equal('1001');
    expect(widget.buttons()).to.deep.equal([esAr.removeNamed(NAMES.expired)]);
  });
});
