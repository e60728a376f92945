import { expect, html } from '@open-wc/testing';
import { MpAddCardElement, MpSavedCardsElement } from '../../src/elements.js';
import { amex, mastercard, visa } from '../support/cards.js';
import { countCalls } from '../support/count-calls.js';
import { NAMES, manage } from '../support/manage.js';
import { afterTest, CODE, nextKey, ready } from '../support/saved-cards-harness.js';
import { slottedCheckout } from '../support/slotted-checkout.js';

interface Renders {
  performUpdate(): void;
}

const renders = (element: { readonly prototype: unknown }) => countCalls(element.prototype as Renders, 'performUpdate');

/** Counts what an act of the shopper causes in both elements; the result gives the counts since it was called last. */
function countWork() {
  const work = {
    list: renders(MpSavedCardsElement),
    form: renders(MpAddCardElement),
    visibility: countCalls(HTMLElement.prototype as Element, 'checkVisibility'),
    validity: countCalls(ElementInternals.prototype, 'setValidity'),
    value: countCalls(ElementInternals.prototype, 'setFormValue'),
  };
  return (): Record<keyof typeof work, number> => {
    const counts = Object.entries(work).map(([name, { count }]) => [name, count]);
    for (const calls of Object.values(work)) calls.count = 0;
    return Object.fromEntries(counts) as Record<keyof typeof work, number>;
  };
}

/** A list with a form for another card in its slot, its code field focused. */
async function listWithForm() {
  const widget = await ready(html`
    <form method="post">
      <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa, mastercard, amex]}>
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
    </form>
  `);
  await widget.type('');
  await widget.settled();
  return widget;
}

/** Whether the rows were there, for every time that an element asked whether it can be seen. */
function rowsWhenAsked(): boolean[] {
  const answers: boolean[] = [];
  const { checkVisibility } = Element.prototype;
  Element.prototype.checkVisibility = function (this: Element, ...options) {
    const root = this.shadowRoot ?? (this.getRootNode() as ShadowRoot);
    answers.push(root.querySelector('.row') !== null);
    return checkVisibility.apply(this, options);
  };
  afterTest(() => void Object.assign(Element.prototype, { checkVisibility }));
  return answers;
}

describe('the work for a first render', () => {
  it('is laid out by the browser once: nothing asks for it before all rows are there', async () => {
    const answers = rowsWhenAsked();
    await ready(html`<mp-saved-cards public-key=${nextKey()} .cards=${[visa, mastercard]}></mp-saved-cards>`);
    expect(answers).to.include(true).and.not.include(false);
  });
});

describe('the work for one act of the shopper', () => {
  it('a digit of the code renders the list at most once and the form not at all, and writes what changed', async () => {
    const widget = await listWithForm();
    const counts = countWork();
    for (const digit of CODE) {
      counts();
      await widget.standIn.type('securityCode', digit);
      await widget.settled();
      const { list, form, visibility, validity, value } = counts();
      expect(list, 'renders of the list').to.be.at.most(1);
      expect(form, 'renders of the form').to.equal(0);
      expect(visibility, 'reads of visibility').to.be.at.most(2);
      expect(validity, 'validities written').to.be.at.most(2);
      expect(value, 'form values written').to.equal(0);
    }
    expect(widget.element.complete).to.equal(true);
  });

  it('a choice renders the rows that it concerns, and no other', async () => {
    const widget = await listWithForm();
    const others = widget.rowOf(amex.id);
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(others, { subtree: true, childList: true, attributes: true, characterData: true });
    const work = { list: renders(MpSavedCardsElement), form: renders(MpAddCardElement) };
    await widget.choose(1);
    await widget.settled();
    expect(changes).to.be.empty;
    expect(work.form.count).to.equal(0);
    expect(work.list.count).to.be.at.most(4);
    observer.disconnect();
  });

  it('a removal renders the list at most twice, and twice more when the shop is asked and agrees', async () => {
    const content = html`<mp-add-card slot="add-card"></mp-add-card>`;
    const { widget, shop, remove, pass, lookAway } = await manage([visa, mastercard], undefined, {
      mode: 'pay',
      removable: true,
      content,
    });
    await widget.ready();
    await pass(1000);
    const counts = countWork();
    // The row says so, and the next card is chosen, which is what the form remembers, and whose code is missing.
    await remove(NAMES.visa);
    expect(widget.element.cardId).to.equal(String(mastercard.id));
    const removed = counts();
    expect(removed).to.include({ form: 0, value: 1 });
    expect(removed.list, 'renders of the list').to.be.within(1, 2);
    expect(removed.validity, 'validities written').to.be.at.most(1);
    expect(removed.visibility, 'reads of visibility').to.be.at.most(2);
    await lookAway();
    await pass(4999);
    expect(counts()).to.include({ list: 0, form: 0, validity: 0, value: 0 });
    // The row goes; the card is no longer one of the list.
    await pass(1);
    expect(shop.changes).to.deep.equal([`DELETE /api/cards/${String(visa.id)}`]);
    const sent = counts();
    expect(sent).to.include({ form: 0, validity: 0, value: 0 });
    expect(sent.list, 'renders of the list').to.be.within(1, 2);
    expect(sent.visibility, 'reads of visibility').to.be.at.most(2);
  });

  it('a save renders the form three times and the list four times until the field of the new code is there', async () => {
    const { list, card, chooseOther } = await slottedCheckout({ intent: 'save' });
    await chooseOther();
    await card.typeCard();
    const counts = countWork();
    // Counted in the event itself: the frame of the new code may load before or after an `await` of it goes on.
    let saved = counts();
    card.element.addEventListener('card-added', () => (saved = counts()));
    card.button().click();
    await card.events.times('card-added');
    await list.ready();
    await list.settled();
    const ready = counts();
    // It is being saved; the field that had the focus lost it; it is closed.
    expect(saved.form + ready.form, 'renders of the form').to.be.within(1, 3);
    // The card is there and chosen; its code field is on its way; it is there; it gets the focus.
    expect(saved.list + ready.list, 'renders of the list').to.be.within(2, 4);
    // The press, in both elements; the token.
    expect(saved.visibility, 'reads of visibility').to.be.at.most(3);
    // The form is complete no more; the code of the new card is missing.
    expect(saved.validity, 'validities written by the save').to.be.at.most(1);
    expect(ready.validity, 'validities written by the new field').to.be.at.most(1);
    expect(saved.value + ready.value, 'form values written').to.equal(1);
  });
});
