import { expect, html } from '@open-wc/testing';
import { MpAddCardElement } from '../../src/elements.js';
import { CARD_LIST, type CardListElement } from '../../src/core/card-list-link.js';
import { VISA, mountForm, type AddCard } from '../support/add-card-harness.js';
import { visa } from '../support/cards.js';
import { nextKey } from '../support/saved-cards-harness.js';

/** What is counted while the shopper types: calls of these methods. */
const METHODS = {
  render: [MpAddCardElement.prototype, 'render'],
  checkVisibility: [Element.prototype, 'checkVisibility'],
  setValidity: [ElementInternals.prototype, 'setValidity'],
  setFormValue: [ElementInternals.prototype, 'setFormValue'],
} as const;

type Counts = Record<keyof typeof METHODS, number>;
type AnyMethod = (...args: unknown[]) => unknown;

/** Counts the calls while `act` runs, and until the element has rendered. */
async function countCalls(form: AddCard, act: () => Promise<void>): Promise<Counts> {
  const counts: Counts = { render: 0, checkVisibility: 0, setValidity: 0, setFormValue: 0 };
  const restore = Object.entries(METHODS).map(([name, [prototype, method]]) => {
    const target = prototype as unknown as Record<string, AnyMethod>;
    const original = target[method] as AnyMethod;
    target[method] = function (this: unknown, ...args) {
      counts[name as keyof Counts]++;
      return original.apply(this, args);
    };
    return () => (target[method] = original);
  });
  try {
    await act();
    await form.settled();
  } finally {
    for (const undo of restore) undo();
  }
  return counts;
}

/** A form to pay with, in a form of the page, with the focus in the frame of the number. */
async function payingForm(): Promise<AddCard> {
  const form = await mountForm(html`
    <form>
      <mp-add-card open intent="pay" locale="es-AR" amount="1000" public-key=${nextKey()}></mp-add-card>
      <button>Pay</button>
    </form>
  `);
  await form.ready();
  await form.standIn.focus('cardNumber');
  await form.settled();
  return form;
}

/** Counts for each digit of the number. */
async function countDigits(form: AddCard, number: string): Promise<Counts[]> {
  const counts: Counts[] = [];
  for (const digit of number) counts.push(await countCalls(form, () => form.standIn.type('cardNumber', digit)));
  return counts;
}

const total = (counts: readonly Counts[], name: keyof Counts): number =>
  counts.reduce((sum, each) => sum + each[name], 0);

describe('the work of a form for a new card', () => {
  it('renders four times at most for a number: asked for, known, its installments asked for, and there', async () => {
    const counts = await countDigits(await payingForm(), VISA.number);
    expect(counts).to.have.length(16);
    expect(total(counts, 'render')).to.be.within(1, 4);
  });

  it('renders nothing for a digit that changes nothing', async () => {
    const form = await payingForm();
    await form.type('cardNumber', '45');
    expect(await countCalls(form, () => form.standIn.type('cardNumber', '0'))).to.deep.equal({
      render: 0,
      checkVisibility: 0,
      setValidity: 0,
      setFormValue: 0,
    });
  });

  it('renders a digit that corrects a visible error', async () => {
    const form = await payingForm();
    await form.type('cardNumber', '45');
    await form.leave('cardNumber');
    expect(form.error('cardNumber')).to.not.equal('');
    const { render } = await countCalls(form, () => form.standIn.type('cardNumber', '0'));
    expect(render).to.be.above(0);
    expect(form.error('cardNumber')).to.equal('');
  });

  it('reads whether it is visible at most twice for a digit, and no form value is written', async () => {
    const counts = await countDigits(await payingForm(), VISA.number);
    expect(counts.every(({ checkVisibility }) => checkVisibility <= 2)).to.equal(true);
    expect(total(counts, 'setFormValue')).to.equal(0);
  });

  it('sets its validity only when it changed', async () => {
    const form = await payingForm();
    const counts = await countDigits(form, VISA.number);
    const { validationMessage } = (form.element as unknown as { internals: ElementInternals }).internals;
    expect(validationMessage).to.not.equal('');
    // Empty, something, incomplete; longer placeholders of the code; the next field that is missing.
    expect(total(counts, 'setValidity')).to.be.within(1, 5);
  });

  it('schedules no update while it updates, also when a payment takes the focused field away', async () => {
    const form = await payingForm();
    await form.typeCard(VISA);
    await form.element.tokenize();
    const prototype = MpAddCardElement.prototype as unknown as { performUpdate(): void; isUpdatePending: boolean };
    const { performUpdate } = prototype;
    const isPending: boolean[] = [];
    prototype.performUpdate = function () {
      performUpdate.call(this);
      isPending.push(this.isUpdatePending);
    };
    expect(form.focused).to.equal('identificationNumber');
    form.element.paymentResult({ status: 'approved', status_detail: 'accredited' });
    await form.settled();
    prototype.performUpdate = performUpdate;
    expect(isPending).to.include(false).and.not.include(true);
  });

  it('lets its list read it once, after its own events', async () => {
    const form = await mountForm(html`
      <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}>
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
    `);
    form.page.shadowRoot?.querySelector<HTMLElement>('.other label')?.click();
    await form.ready();
    await form.typeCard({ ...VISA, name: '' });
    form.input('cardholderName').focus();
    await form.leave('securityCode');
    const calls: string[] = [];
    const link = (form.page as CardListElement)[CARD_LIST];
    const formChanged = link.formChanged.bind(link);
    link.formChanged = (facts) => {
      calls.push('formChanged');
      formChanged(facts);
    };
    form.element.addEventListener('state-change', ({ detail }) => calls.push(`complete: ${detail.complete}`));
    await form.fill('cardholderName', 'APRO');
    expect(calls.slice(-2)).to.deep.equal(['complete: true', 'formChanged']);
    expect(calls.filter((call) => call !== 'formChanged')).to.deep.equal(['complete: true']);
  });
});
