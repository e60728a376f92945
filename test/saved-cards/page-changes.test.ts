import { aTimeout, expect, html, nextFrame } from '@open-wc/testing';
import { mastercard, visa } from '../support/cards.js';
import { mountForm, VISA } from '../support/add-card-harness.js';
import { additions, frameNames, liveFields } from '../support/frames-in-page.js';
import { esAr } from '../support/messages.js';
import { CODE, nextKey, ready } from '../support/saved-cards-harness.js';

/** The page around our element, which is in `section`. */
interface Parts {
  readonly element: HTMLElement;
  readonly section: HTMLElement;
  /** Another place in the same form. */
  readonly other: HTMLElement;
}

/**
 * What a page does, and what becomes of typed digits: a frame that leaves the document loads its page again, which is said
 * beside the field.
 */
type Change = readonly [what: string, digits: 'kept' | 'lost', act: (parts: Parts) => unknown];

/** What a page hides and shows without taking it away. */
const closest = <Name extends 'dialog' | 'details'>({ element }: Parts, name: Name): HTMLElementTagNameMap[Name] =>
  element.closest(name)!;

/** Puts the element into a component that assigns its slots by hand. */
function byHand({ element, section }: Parts): HTMLSlotElement[] {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed', slotAssignment: 'manual' });
  root.innerHTML = '<slot></slot><p><slot></slot></p>';
  section.append(host);
  host.append(element);
  const slots = [...root.querySelectorAll('slot')];
  slots[0]?.assign(element);
  return slots;
}

const CHANGES: readonly Change[] = [
  ['empties the element', 'lost', ({ element }) => (element.innerHTML = '')],
  ['writes the element’s markup again', 'lost', ({ element }) => (element.innerHTML += '')],
  [
    'empties the section and puts the element back',
    'lost',
    ({ element, section }) => {
      section.innerHTML = '';
      section.append(element);
    },
  ],
  [
    'empties the section and puts the element back a moment later',
    'lost',
    async ({ element, section }) => {
      section.innerHTML = '';
      await aTimeout(10);
      section.append(element);
    },
  ],
  ['moves the element', 'lost', ({ element, other }) => other.append(element)],
  ['moves the section', 'lost', ({ section, other }) => other.append(section)],
  ['moves what is around it', 'kept', ({ section, other }) => section.before(other)],
  [
    'puts it into a fragment and back',
    'lost',
    ({ element, section }) => {
      const fragment = new DocumentFragment();
      fragment.append(element);
      section.append(fragment);
    },
  ],
  [
    'adopts it into another document and back',
    'lost',
    ({ element, section }) => {
      document.implementation.createHTMLDocument().adoptNode(element);
      section.append(document.adoptNode(element));
    },
  ],
  [
    'closes its dialog and opens it as a modal one',
    'kept',
    async (parts) => {
      const dialog = closest(parts, 'dialog');
      dialog.close();
      await nextFrame();
      await nextFrame();
      dialog.showModal();
    },
  ],
  [
    'opens its dialog as a modal one, closes it and opens it again',
    'kept',
    async (parts) => {
      const dialog = closest(parts, 'dialog');
      for (let time = 0; time < 3; time++) {
        dialog.close();
        dialog.showModal();
        await nextFrame();
      }
      dialog.close();
      dialog.show();
    },
  ],
  [
    'closes its <details> and opens it',
    'kept',
    async (parts) => {
      const details = closest(parts, 'details');
      details.open = false;
      await nextFrame();
      await nextFrame();
      details.open = true;
    },
  ],
  [
    'opens another <details> of the same name, and this one again',
    'kept',
    async (parts) => {
      const details = closest(parts, 'details');
      details.name = 'payment';
      const another = document.createElement('details');
      another.name = 'payment';
      details.after(another);
      another.open = true;
      await nextFrame();
      await nextFrame();
      details.open = true;
    },
  ],
  [
    'shows it as a popover, hides that and shows it again',
    'kept',
    async ({ section }) => {
      section.popover = 'manual';
      await nextFrame();
      section.showPopover();
      section.hidePopover();
      await nextFrame();
      section.showPopover();
    },
  ],
  [
    'goes to another tab and back (display: none)',
    'kept',
    async ({ section }) => {
      section.style.display = 'none';
      await nextFrame();
      await nextFrame();
      section.style.display = '';
    },
  ],
  [
    'goes to another tab and back (hidden), five times',
    'kept',
    async ({ section }) => {
      for (let time = 0; time < 10; time++) {
        section.hidden = !section.hidden;
        await nextFrame();
      }
    },
  ],
  ['assigns it to a slot by hand', 'lost', (parts) => byHand(parts)],
];

/** Without a removal the frame keeps what was typed. Not every engine has it. */
const MOVES: readonly Change[] = [
  ['moves the element with moveBefore()', 'kept', ({ element, other }) => other.moveBefore(element, null)],
  ['moves the section with moveBefore()', 'kept', ({ section, other }) => other.moveBefore(section, null)],
];

const changes = 'moveBefore' in Element.prototype ? [...CHANGES, ...MOVES] : CHANGES;

const page = (content: unknown) => html`
  <dialog open>
    <form method="post">
      <details open>
        <summary>Card</summary>
        <section>${content}</section>
      </details>
      <aside></aside>
    </form>
  </dialog>
`;

const partsOf = (element: HTMLElement, root: ParentNode): Parts => ({
  element,
  section: root.querySelector('section')!,
  other: root.querySelector('aside')!,
});

describe('a list whose page', () => {
  for (const [what, digits, act] of changes) {
    it(`${what} keeps its choice, has one live field, and can be paid with`, async () => {
      const widget = await ready(
        page(
          html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa, mastercard]}></mp-saved-cards>`,
        ),
      );
      await widget.choose(1);
      await widget.type(CODE);
      await act(partsOf(widget.element, widget.page));
      if (digits === 'lost') await widget.events.times('card-error');
      await nextFrame();
      await aTimeout(0);
      await widget.ready();
      expect(widget.checked).to.equal('1002');
      expect(frameNames()).to.deep.equal(['securityCode']);
      expect(liveFields(widget.standIn)).to.deep.equal(['securityCode']);
      expect(widget.codeInput.value).to.equal(digits === 'kept' ? CODE : '');
      expect(widget.codeError).to.equal(digits === 'lost' ? esAr.enterCode(3) : '');
      expect(widget.events.of('card-error')).to.have.length(digits === 'lost' ? 1 : 0);
      if (digits !== 'kept') await widget.type(CODE);
      expect((await widget.element.tokenize()).cardId).to.equal('1002');
      expect(additions().containers).to.equal(1);
    });
  }
});

describe('a form for a new card whose page', () => {
  for (const [what, digits, act] of changes) {
    it(`${what} has one live field of each type, and can be paid with`, async () => {
      const card = await mountForm(
        page(html`<mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()}></mp-add-card>`),
      );
      await card.ready();
      await card.typeCard(VISA);
      await act(partsOf(card.element, card.page));
      const names = ['cardNumber', 'expirationDate', 'securityCode'];
      // Each frame loads again, and says so at its own time.
      while (digits === 'lost' && !names.every((name) => card.error(name))) await nextFrame();
      await nextFrame();
      await aTimeout(0);
      await card.ready();
      // Where they are among each other does not show: each is in a slot of its own.
      expect(frameNames().sort()).to.deep.equal(names);
      expect(liveFields(card.standIn)).to.have.members(names);
      expect(card.standIn.input('cardNumber').value !== '').to.equal(digits === 'kept');
      expect(card.error('cardNumber') !== '').to.equal(digits === 'lost');
      if (digits !== 'kept') await card.typeCard(VISA);
      expect((await card.element.tokenize()).lastFourDigits).to.equal('3704');
    });
  }
});

describe('a form for a new card that the page replaces', () => {
  const form = (key: string) => html`<mp-add-card open intent="pay" locale="es-AR" public-key=${key}></mp-add-card>`;

  it('asks for what was typed again, beside the field, and for nothing else', async () => {
    const card = await mountForm(page(form(nextKey())));
    await card.ready();
    await card.standIn.type('cardNumber', VISA.number);
    const again = card.element.cloneNode(true) as typeof card.element;
    card.element.replaceWith(again);
    const replaced = card.of(again);
    await replaced.events.times('card-error');
    await replaced.ready();
    expect([replaced.error('cardNumber'), replaced.error('expirationDate')]).to.deep.equal([esAr.enterNumber, '']);
    await replaced.typeCard(VISA);
    expect(replaced.error('cardNumber')).to.equal('');
    expect((await again.tokenize()).lastFourDigits).to.equal('3704');
  });

  it('asks for nothing where nothing was typed', async () => {
    const card = await mountForm(page(form(nextKey())));
    await card.ready();
    const again = card.element.cloneNode(true) as typeof card.element;
    card.element.replaceWith(again);
    const replaced = card.of(again);
    await replaced.ready();
    expect(replaced.error('cardNumber')).to.equal('');
    expect(replaced.events.of('card-error')).to.deep.equal([]);
  });
});
