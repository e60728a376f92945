import { expect } from '@open-wc/testing';
import { expectNothingPosted, expectPaidOnce, expectPayments, type Scenario } from './expectations.js';
import { valuesOf } from './shop/ledger.js';
import { CODE, type Visit } from './visit.js';

const isWebKit = navigator.vendor.startsWith('Apple');

/** How many entries of this name each post has. */
const counts = async (visit: Visit, name: string): Promise<number[]> =>
  (await visit.log()).posts.map((post) => valuesOf(post, name).length);

/** Where the field is drawn, a click meets its frame. */
function expectFieldInPlace(visit: Visit): void {
  const { iframe } = visit.standIn.fields.find(({ type }) => type === 'securityCode')!;
  iframe.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = iframe.getBoundingClientRect();
  expect(width).to.be.greaterThan(60);
  expect(height).to.be.greaterThan(20);
  expect(visit.document.elementFromPoint(left + width / 2, top + height / 2) === iframe).to.equal(true);
}

async function paysOnceAgainst(visit: Visit, obstacle: 'reset' | 'old-natives'): Promise<void> {
  await visit.open({ obstacle });
  if (obstacle === 'reset') expectFieldInPlace(visit);
  await visit.typeCode();
  await visit.press();
  await visit.paid();
  await expectPaidOnce(visit, '1001');
}

/** Pages that stand in the element's way, and the way back to a page that has paid. */
export const obstacleScenarios: readonly Scenario[] = [
  {
    key: '1',
    words: 'posts without a list that is required but in a closed accordion, and pays with it once that is open',
    short: 'native submit',
    async play(visit) {
      await visit.open({ obstacle: 'accordion', required: true });
      await visit.press();
      await visit.posted();
      expect(await counts(visit, 'token')).to.deep.equal([0]);

      await visit.open({ obstacle: 'accordion', required: true });
      visit.find<HTMLElement>('#accordion').style.maxHeight = '';
      await visit.until('the list asks for a card', () => !visit.widget.checkValidity());
      await visit.press();
      await visit.until('the element says what is missing', () => visit.complaint);
      expect(await counts(visit, 'token')).to.deep.equal([0]);
      await visit.choose('1002');
      await visit.typeCode();
      await visit.until('the page lets the shopper pay', () => !visit.pay.disabled);
      await visit.press();
      await visit.paid();
      expect(await counts(visit, 'token')).to.deep.equal([0, 1]);
      expect((await visit.log()).payments).to.have.length(1);
    },
  },
  {
    key: '2',
    words: 'asks for the code of each of two lists in turn, and posts both tokens once',
    short: 'fetch with FormData',
    async play(visit) {
      await visit.open({ obstacle: 'second-list' });
      const second = visit.find<HTMLElementTagNameMap['mp-saved-cards']>('[name=second]');
      await visit.until('the second list is shown', () => second.state === 'ready');
      await visit.typeCode();
      await visit.press();
      await visit.until('the second list says what is missing', () =>
        second.shadowRoot?.querySelector('[part~=error]')?.textContent.trim(),
      );
      await expectNothingPosted(visit);
      await visit.standIn.ready('securityCode');
      await visit.standIn.type('securityCode', CODE);
      await visit.until('both lists are complete', () => visit.widget.complete && second.complete);
      await visit.press();
      await visit.paid();
      await expectPaidOnce(visit, '1001');
      expect(await counts(visit, 'second[token]')).to.deep.equal([1]);
    },
  },
  {
    key: '3',
    words: 'pays in a page whose style sheet resets everything',
    short: 'native submit',
    play: (visit) => paysOnceAgainst(visit, 'reset'),
  },
  {
    key: '4',
    words: 'pays in a page whose library replaced natives',
    short: 'htmx 2',
    // Turbo reads its own entries with Array.from(), and Prototype brings the natives itself.
    fits: ({ libraries }) => !libraries.some((library) => library === 'turbo' || library === 'prototype'),
    play: (visit) => paysOnceAgainst(visit, 'old-natives'),
  },
  {
    key: '5',
    words: 'has no token and asks for the code when the shopper comes back after a payment',
    short: 'native submit',
    // In WebKitGTK the way back from a document that a frame has loaded ends the page of the test.
    fits: ({ answer, libraries }) =>
      isWebKit
        ? libraries.some((library) => library === 'turbo')
        : ['page', 'redirect', 'woocommerce'].includes(answer),
    async play(visit) {
      await visit.open();
      await visit.typeCode();
      await visit.press();
      await visit.paid();
      visit.window.history.back();
      await visit.until('the checkout is shown again', () => visit.document.querySelector('#checkout'));
      await visit.ready();
      await visit.press();
      await visit.until('the element asks for the code', () => visit.complaint);
      await visit.marker();
      expect(await counts(visit, 'token')).to.deep.equal([1]);
      await visit.typeCode();
      await visit.press();
      await visit.paid();
      await expectPayments(visit, '1001', 'approved', 'approved');
    },
  },
];
