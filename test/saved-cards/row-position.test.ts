import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { amex, mastercard, visa } from '../support/cards.js';
import { Phone } from '../support/phone.js';

const KEY = 'TEST-MLA-1';
/** Where a thumb is. */
const THUMB = 180;
const WINDOWS = [
  [320, 480], // as high as with a keyboard on screen
  [375, 667],
  [400, 722],
  [1280, 800],
] as const;

const isChromium = navigator.userAgent.includes('Chrome/');

const manyCards = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...visa,
    id: String(2000 + index),
    last_four_digits: String(1000 + index).slice(-4),
  }));

const listOf = (cards: readonly unknown[], slotted = '') =>
  `<mp-saved-cards public-key="${KEY}" cards='${JSON.stringify(cards)}'>${slotted}</mp-saved-cards>`;

const topOf = (place: Element) => place.getBoundingClientRect().top;
const bottomOf = (place: Element) => place.getBoundingClientRect().bottom;

describe('the row that the shopper chooses', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = new Phone();
  });
  afterEach(() => phone.close());

  async function open(content: string, [width, height]: readonly [number, number] = [375, 667]): Promise<void> {
    await phone.open(content, width, height);
    await phone.standIn.ready('securityCode');
    const more = phone.list.shadowRoot?.querySelector<HTMLElement>('.more button');
    more?.click();
    await phone.still();
  }
  const rows = () => [...(phone.list.shadowRoot?.querySelectorAll<HTMLElement>('.row:has(input)') ?? [])];
  const rowAt = (index: number): HTMLElement => {
    const row = rows().at(index);
    if (!row) throw new Error(`There is no row ${index}`);
    return row;
  };
  const choose = async (row: HTMLElement) => {
    row.querySelector('label')?.click();
    await phone.still();
  };

  /** Presses with the driver's mouse, where the summary of the row is. */
  const press = async (row: HTMLElement) => {
    const { left, top, width, height } = (row.querySelector('label') as Element).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await phone.still();
  };

  for (const [name, cards] of [
    ['three', [visa, amex, mastercard]],
    ['twenty', manyCards(20)],
  ] as const)
    it(`of ${name} cards stays where it is, up and down the list, at each width`, async () => {
      await open(listOf(cards));
      for (const [width, height] of WINDOWS) {
        await phone.resize(width, height);
        for (const index of [2, 0, -1, 1, 0]) {
          const row = rowAt(index);
          await phone.scrollTo(row, THUMB);
          const before = topOf(row);
          await press(row);
          expect(topOf(row), `row ${index} at ${width}`).to.be.closeTo(before, 1);
          expect(phone.isInSight(phone.part('.code')), `code of row ${index} at ${width}`).to.be.true;
        }
      }
    });

  it('of a thousand cards stays where it is at each width, under a real mouse', async function () {
    this.timeout(60_000); // to render them all
    await open(listOf(manyCards(1000)));
    // Each width lays out a thousand rows again, and engines do not differ in that: the narrowest and the widest are enough there.
    for (const [width, height] of isChromium ? WINDOWS : [WINDOWS[0], WINDOWS[3]]) {
      await phone.resize(width, height);
      for (const index of [0, 500, -2, -1]) {
        const row = rowAt(index);
        row.scrollIntoView({ block: 'center' }); // rows far away get their real height only when they come into view
        await phone.still();
        await phone.scrollTo(row, THUMB);
        const before = topOf(row);
        await press(row);
        expect(phone.list.cardId, `${width}`).to.equal(row.dataset['card']);
        expect(topOf(row), `row ${index} at ${width}`).to.be.closeTo(before, 1);
        expect(phone.isInSight(phone.part('.code')), `code of row ${index} at ${width}`).to.be.true;
      }
    }
  });

  for (const [name, index] of [
    ['first', 0],
    ['last', 2],
  ] as const)
    it(`moves at the lower edge of the window no further than its code asks for, as the ${name} row`, async () => {
      await open(listOf([visa, amex, mastercard]));
      await choose(rowAt(1));
      const row = rowAt(index);
      await phone.scrollTo(row, phone.window.innerHeight - 70);
      await choose(row);
      expect(phone.isInSight(row.querySelector('.summary') as Element)).to.be.true;
      expect(bottomOf(phone.part('.code'))).to.be.closeTo(phone.window.innerHeight, 1);
    });

  it('moves at the ends of the scroll range as little as possible, with its code in sight', async () => {
    await open(listOf(manyCards(20)));
    // Nothing above the list and nothing below it: a row at an end may have nowhere to stay.
    for (const place of phone.window.document.querySelectorAll<HTMLElement>('h1, p')) place.style.blockSize = '0';
    for (const [width, height] of WINDOWS) {
      await phone.resize(width, height);
      for (const [end, indices] of [
        [0, [2, 0, 1, 0]],
        [10_000, [-1, -3, -2, -1]],
      ] as const)
        for (const index of indices) {
          phone.window.scrollTo(0, end);
          await phone.still();
          const row = rowAt(index);
          const before = topOf(row);
          await choose(row); // the driver's window is not as high
          const now = phone.window.scrollY;
          const most = phone.window.document.documentElement.scrollHeight - height;
          const inRange = (position: number) => Math.min(Math.max(position, 0), most);
          const kept = inRange(now + topOf(row) - before);
          const expected = inRange(Math.max(kept, now + bottomOf(phone.part('.code')) - height));
          expect(now, `row ${index} at ${width}`).to.be.closeTo(expected, 1);
          expect(phone.isInSight(phone.part('.code')), `code of row ${index} at ${width}`).to.be.true;
        }
    }
  });

  it('shows the first field of the form for another card', async () => {
    await open(listOf([visa, amex], '<mp-add-card slot="add-card"></mp-add-card>'));
    const other = rowAt(-1);
    await phone.scrollTo(other, phone.window.innerHeight - 70);
    await choose(other);
    await phone.form.updateComplete;
    expect(phone.isInSight(phone.part('[data-field=cardNumber]', phone.form))).to.be.true;
    expect(phone.isInSight(other.querySelector('.summary') as Element)).to.be.true;
  });

  it('is followed by the page when it is chosen by a key', async () => {
    await open(listOf([visa, amex, mastercard]));
    await phone.scrollTo(rowAt(0), THUMB);
    phone.part('input').focus();
    const before = topOf(rowAt(1));
    await sendKeys({ press: 'ArrowDown' });
    await phone.still();
    expect(phone.list.selectedCard?.id).to.equal(amex['id']);
    expect(topOf(rowAt(1))).to.be.closeTo(before, 1);
    expect(phone.isInSight(phone.part('.code'))).to.be.true;
  });

  it('stays where it is in a part of the page that scrolls by itself', async () => {
    const box = '<div id="box" style="block-size: 420px; overflow: auto">';
    await open(
      `${box}<p style="block-size: 500px">Envío</p>${listOf([visa, amex, mastercard])}<p style="block-size: 500px">Total</p></div>`,
    );
    await phone.scrollTo(phone.find('#box'), 40);
    const row = rowAt(2);
    phone.find('#box').scrollBy(0, topOf(row) - THUMB);
    await phone.still();
    const [before, scrolled] = [topOf(row), phone.window.scrollY];
    await choose(row);
    expect(topOf(row)).to.be.closeTo(before, 1);
    expect(phone.window.scrollY).to.equal(scrolled);
    expect(phone.isInSight(phone.part('.code'))).to.be.true;
  });

  it('does not scroll the page behind a dialog', async () => {
    await open(`<dialog id="sheet">${listOf([visa, amex, mastercard])}</dialog>`.replace('<dialog', '<dialog open'));
    const sheet = phone.find<HTMLDialogElement>('#sheet');
    sheet.close();
    sheet.showModal();
    await phone.standIn.ready('securityCode');
    phone.window.scrollTo(0, 700);
    await phone.still();
    await choose(rowAt(2));
    await choose(rowAt(0));
    expect(phone.window.scrollY).to.equal(700);
  });

  it('does not move the page when the page chooses it', async () => {
    await open(listOf([visa, amex, mastercard]));
    phone.window.scrollTo(0, 0);
    phone.list.cardId = String(mastercard['id']);
    await phone.still();
    expect(phone.window.scrollY).to.equal(0);
  });
});
