import { expect, html } from '@open-wc/testing';
import { MpAddCardElement, MpSavedCardsElement } from '../../src/elements.js';
import { amex, mastercard, visa } from '../support/cards.js';
import { countCalls } from '../support/count-calls.js';
import { CODE, nextKey, ready } from '../support/saved-cards-harness.js';

interface Renders {
  performUpdate(): void;
}

const renders = (element: { readonly prototype: unknown }) => countCalls(element.prototype as Renders, 'performUpdate');

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

describe('the work for one act of the shopper', () => {
  it('a digit of the code renders the list at most once and the form not at all, and writes what changed', async () => {
    const widget = await listWithForm();
    const work = {
      list: renders(MpSavedCardsElement),
      form: renders(MpAddCardElement),
      visibility: countCalls(HTMLElement.prototype as Element, 'checkVisibility'),
      validity: countCalls(ElementInternals.prototype, 'setValidity'),
      value: countCalls(ElementInternals.prototype, 'setFormValue'),
    };
    for (const digit of CODE) {
      for (const calls of Object.values(work)) calls.count = 0;
      await widget.standIn.type('securityCode', digit);
      await widget.settled();
      expect(work.list.count, 'renders of the list').to.be.at.most(1);
      expect(work.form.count, 'renders of the form').to.equal(0);
      expect(work.visibility.count, 'reads of visibility').to.be.at.most(2);
      expect(work.validity.count, 'validities written').to.be.at.most(2);
      expect(work.value.count, 'form values written').to.equal(0);
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
});
