import { expect } from '@open-wc/testing';
import { REFUSALS } from '../card/declines.js';
import { TOKEN_FAULTS } from '../support/fail-on-demand.js';
import { visa } from '../support/cards.js';
import { esAr } from '../support/messages.js';
import { Phone } from '../support/phone.js';
import { shopFaults } from '../support/shop-faults.js';
import type { CardErrorEvent } from '../../src/elements.js';

const CHOSEN = 12;

/** Cards that no payment was refused with, as each case needs them. */
const freshCards = (round: number) =>
  Array.from({ length: 20 }, (_, index) => ({
    ...visa,
    id: String(1000 * (round + 1) + index),
    last_four_digits: String(1000 + index),
  }));

const LIST = `<mp-saved-cards public-key="TEST-MLA-1" cards='${JSON.stringify(freshCards(0))}'></mp-saved-cards>`;

/** What is reported without being a refusal. */
const REPORTS: Readonly<Record<string, unknown>> = {
  'no answer': new Error('no answer'),
  pending: { status: 'in_process' },
  'a question of the bank': { status: 'pending', status_detail: 'pending_challenge' },
  cancelled: { status: 'cancelled' },
};

describe('what is said to the shopper', () => {
  const phone = new Phone();
  let round = 0;
  let pay: HTMLElement;

  before(async () => {
    await phone.open(LIST, 375, 667);
    pay = phone.find('#pay');
    pay.closest('form')?.addEventListener('submit', (event) => event.preventDefault());
    await phone.standIn.ready('securityCode');
    phone.part('.more button').click();
  });
  after(() => phone.close());

  /** The thirteenth of twenty cards is chosen, far above the window, in which the button is pressed. */
  async function choose(withFocus: boolean): Promise<void> {
    phone.list.reset();
    phone.list.cards = freshCards((round += 1));
    await phone.still();
    phone.part(`[data-card="${1000 * (round + 1) + CHOSEN}"] label`).click();
    await phone.standIn.ready('securityCode');
    await phone.scrollTo(pay, 500);
    phone.blur();
    if (withFocus) pay.focus();
  }

  for (const withFocus of [true, false]) {
    const where = withFocus ? 'on the button' : 'nowhere';

    it(`is in sight after every outcome of the thirteenth of twenty cards, with the focus ${where}`, async () => {
      const found: string[] = [];
      const outcomes = [
        ...REFUSALS.map((reason) => [reason, () => phone.list.paymentRejected(reason)] as const),
        ...Object.entries(REPORTS).map(([name, result]) => [name, () => phone.list.paymentResult(result)] as const),
        ['approved', () => phone.list.paymentResult({ status: 'approved' }, { token: `of round ${round}` })] as const,
      ];
      for (const [name, report] of outcomes) {
        await choose(withFocus);
        report();
        found.push(...(await phone.outOfSight(phone.list)).map((place) => `${name}: ${place}`));
      }
      expect(found).to.deep.equal([]);
    });

    it(`is in sight after every fault of a token, with the focus ${where}`, async () => {
      const found: string[] = [];
      for (const code of TOKEN_FAULTS) {
        await choose(withFocus);
        await phone.standIn.type('securityCode', '739');
        phone.failNextToken(code);
        const failed = new Promise((resolve) => phone.list.addEventListener('card-error', resolve, { once: true }));
        pay.click();
        await failed;
        found.push(...(await phone.outOfSight(phone.list)).map((place) => `${code}: ${place}`));
      }
      await choose(withFocus);
      pay.click();
      found.push(...(await phone.outOfSight(phone.list)).map((place) => `no code: ${place}`));
      expect(found).to.deep.equal([]);
    });
  }

  it('is in sight when the outcome of a payment is unknown, with the focus where it was', async () => {
    await choose(true);
    phone.list.paymentResult(new Error('no answer'));
    expect(await phone.outOfSight(phone.list)).to.deep.equal([]);
    expect(phone.window.document.activeElement?.id).to.equal('pay');
  });

  it('is in sight when the shop refuses to remove a card, to make it the default one, or to list the cards', async () => {
    const account = new Phone();
    const page = { endpoint: '/nowhere', cards: JSON.stringify(freshCards(0)) };
    await account.open(
      `<mp-saved-cards mode="manage" endpoint="${page.endpoint}" cards='${page.cards}'></mp-saved-cards>`,
      375,
      667,
    );
    await account.still();
    const { list } = account;
    const found: string[] = [];
    let turn = 0;
    const button = async (card: number, name: string) => {
      const buttons = [...(list.shadowRoot?.querySelectorAll<HTMLElement>(`[data-card="${card}"] button`) ?? [])];
      const found = buttons.find(({ textContent }) => textContent.trim() === name);
      if (!found) throw new Error(`Card ${card} has no button "${name}"`);
      await account.scrollTo(found, 600); // what appears below it is outside
      found.focus();
      found.click();
    };
    const withoutNotice = async () => {
      list.cards = freshCards((turn += 1));
      await account.still();
      list.shadowRoot?.querySelector<HTMLElement>('.more button')?.click();
      await account.still();
    };
    for (const [code, answer] of Object.entries(shopFaults(account.window))) {
      list.fetch = answer;
      const refused = async (what: string, act: () => unknown) => {
        const failed = new Promise<CardErrorEvent>((resolve) =>
          list.addEventListener('card-error', resolve, { once: true }),
        );
        await act();
        const { error } = (await failed).detail;
        if (error.code !== code) found.push(`${what}: ${error.code} instead of ${code}`);
        found.push(...(await account.outOfSight(list)).map((place) => `${what}, ${code}: ${place}`));
      };
      await withoutNotice();
      await refused('default', () => button(1000 * (turn + 1) + CHOSEN, esAr.makeDefault));
      await withoutNotice();
      await refused('removal', async () => {
        await button(1000 * (turn + 1) + 1, esAr.remove);
        await account.still();
        account.window.dispatchEvent(new PageTransitionEvent('pagehide')); // sends it at once
      });
      await button(1000 * (turn + 1) + 19, esAr.remove);
      await account.still();
      const undo = list.shadowRoot?.activeElement;
      if (!undo || !account.isInSight(undo)) found.push(`${code}: undo out of sight, below an earlier notice`);
      list.cards = undefined;
      await new Promise((resolve) => list.addEventListener('card-error', resolve, { once: true }));
      await account.still();
      await refused('list', () => {
        account.part('.notice button').focus();
        account.part('.notice button').click();
      });
    }
    expect(found).to.deep.equal([]);
    account.close();
  });

  it('does not move the page while the shopper is elsewhere in it', async () => {
    const other = new Phone();
    await other.open('<mp-saved-cards public-key="TEST-MLA-1" endpoint="/nowhere"></mp-saved-cards>', 375, 667);
    await other.still();
    const failed = new Promise((resolve) => other.list.addEventListener('card-error', resolve, { once: true }));
    other.list.fetch = () => Promise.resolve(new Response('', { status: 500 }));
    other.list.reload();
    await failed;
    await other.still();
    expect(other.part('.notice')).to.exist;
    expect(other.window.scrollY).to.equal(0);
    other.close();
  });
});
