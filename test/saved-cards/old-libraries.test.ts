import { expect, html, waitUntil } from '@open-wc/testing';
import { mountForm, VISA } from '../support/add-card-harness.js';
import { mastercard, visa } from '../support/cards.js';
import { offersFor } from '../support/installments.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { afterTest, mount, nextKey, ready } from '../support/saved-cards-harness.js';

/** Natives as Prototype 1.7 and MooTools 1.4 replace them. */
function patchNatives(): void {
  const { from } = Array;
  const { values } = Object;
  const { reverse } = Array.prototype;
  afterTest(() => {
    Array.from = from;
    Object.values = values;
    Array.prototype.reverse = reverse;
  });
  Array.from = ((iterable: Iterable<unknown> | ArrayLike<unknown> | null) => {
    if (!iterable) return [];
    const { length } = iterable as ArrayLike<unknown>;
    const results: unknown[] = new Array(length || 0);
    for (let index = 0; index < length; index++) results[index] = (iterable as ArrayLike<unknown>)[index];
    return results;
  }) as typeof Array.from;
  Object.values = ((object: Record<string, unknown>) => {
    const results: unknown[] = [];
    for (const key in object) results.push(object[key]);
    return results;
  }) as typeof Object.values;
  Array.prototype.reverse = function (this: unknown[], inline?: boolean) {
    return reverse.call(inline === false ? this.slice() : this) as unknown[];
  } as typeof reverse;
}

describe('a page whose library has replaced natives', () => {
  it('shows a skeleton with its rows, then the list, its installments and a token', async () => {
    patchNatives();
    const shop = new ScriptedMerchant();
    const answer = shop.delayed([visa, mastercard]);
    const widget = await mount(
      html`<mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        endpoint="/api/cards"
        amount="15000.0000"
        .fetch=${shop.fetch}
      ></mp-saved-cards>`,
      { standIn: { answers: { getInstallments: offersFor } } },
    );
    expect(widget.root.querySelectorAll('.waiting')).to.have.length(2);
    expect(widget.part('list')?.getBoundingClientRect().height).to.be.greaterThan(60);
    answer();
    await widget.ready();
    await waitUntil(() => widget.plans.length > 1);
    expect(widget.rowIds).to.deep.equal(['1001', '1002']);
    expect(widget.plans[1]).to.equal('3 × $\u00a05000,00 sin interés');
    expect((await widget.tokenize()).cardId).to.equal('1001');
  });

  it('pays with a new card, in installments', async () => {
    patchNatives();
    const form = await mountForm(
      html`<mp-add-card open intent="pay" amount="15000.0000" locale="es-AR" public-key=${nextKey()}></mp-add-card>`,
    );
    await form.ready();
    await form.typeCard(VISA);
    await waitUntil(() => (form.root.querySelector<HTMLSelectElement>('#installments')?.options.length ?? 0) > 1);
    expect((await form.element.tokenize()).lastFourDigits).to.equal('3704');
  });

  it('shows a skeleton without rows where none are wanted', async () => {
    const shop = new ScriptedMerchant().silence();
    const widget = await mount(
      html`<mp-saved-cards
        public-key=${nextKey()}
        endpoint="/api/cards"
        skeleton-rows="-1"
        .fetch=${shop.fetch}
      ></mp-saved-cards>`,
    );
    expect(widget.root.querySelectorAll('.waiting')).to.have.length(0);
  });

  it('reads cards as a PHP object, and customers', async () => {
    patchNatives();
    const widget = await ready(
      html`<mp-saved-cards public-key=${nextKey()} .cards=${{ cards: { 1: visa, 2: mastercard } }}></mp-saved-cards>`,
    );
    expect(widget.rowIds).to.deep.equal(['1001', '1002']);
  });
});
