import { expect, html, nextFrame } from '@open-wc/testing';
import { mastercard, visa } from '../support/cards.js';
import { CODE, mount, mountPage, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

async function heightOf({ root }: SavedCards): Promise<number> {
  await nextFrame();
  await nextFrame();
  return root.querySelector('.widget')!.getBoundingClientRect().height;
}

/** A list in a fieldset, to which the page adds a line at each of these events. */
async function inFieldset(event: string): Promise<SavedCards> {
  const add = ({ currentTarget, type }: Event) => {
    if (type === event) (currentTarget as Element).append(type);
  };
  const widget = await mount(html`
    <form>
      <fieldset @cards-ready=${add} @state-change=${add} @card-error=${add}>
        <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa, mastercard]}></mp-saved-cards>
      </fieldset>
    </form>
  `);
  await widget.ready();
  return widget;
}

// Chromium 156 loses what a size container shows when content that it has not laid out is attached again, as all of a fieldset
// is with each child that comes.
describe('a list in a fieldset to which the page adds a line', () => {
  for (const event of ['cards-ready', 'state-change', 'card-error']) {
    it(`at ${event} is still shown`, async () => {
      const widget = await inFieldset(event);
      await widget.choose(1);
      expect(await heightOf(widget)).to.be.greaterThan(100);
      await widget.element.tokenize().catch(() => undefined);
      expect(await heightOf(widget)).to.be.greaterThan(100);
      widget.element.cards = [mastercard, visa];
      await widget.settled();
      widget.element.paymentRejected('cc_rejected_other_reason');
      await widget.settled();
      expect(await heightOf(widget)).to.be.greaterThan(100);
      expect((await widget.tokenize(CODE)).cardId).to.equal('1002');
    });
  }

  for (const [what, style] of [
    ['', ''],
    [', in a box whose height the page gives,', 'min-height: 400px'],
  ] as const) {
    it(`at the moment in which it can be used${what} is still shown`, async () => {
      const widget = await inFieldset('');
      widget.element.style.cssText = style;
      widget.element.closest('fieldset')!.prepend('a line');
      expect(await heightOf(widget)).to.be.greaterThan(100);
      await widget.choose(1);
      expect((await widget.tokenize(CODE)).cardId).to.equal('1002');
    });
  }
});

it('a form for a new card in a fieldset to which the page adds a line at each change is still shown', async () => {
  const add = ({ currentTarget, type }: Event) => (currentTarget as Element).append(type);
  const { page, standIn } = await mountPage(html`
    <form>
      <fieldset @state-change=${add} @card-error=${add} @payment-method-change=${add}>
        <mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()}></mp-add-card>
      </fieldset>
    </form>
  `);
  const form = page.querySelector('mp-add-card')!;
  for (const field of ['cardNumber', 'expirationDate', 'securityCode'] as const) await standIn?.ready(field);
  page.querySelector('fieldset')!.prepend('a line');
  await nextFrame();
  await nextFrame();
  expect(form.shadowRoot!.querySelector('.widget')!.getBoundingClientRect().height).to.be.greaterThan(100);
});
