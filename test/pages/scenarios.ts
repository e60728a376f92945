import { expect } from '@open-wc/testing';
import { expectNothingPosted, expectPaidOnce, expectPayments, type Scenario } from './expectations.js';
import { MECHANISMS, navigates, type Group, type Mechanism } from './mechanisms.js';
import { obstacleScenarios } from './obstacle-scenarios.js';
import { pageScenarios } from './page-scenarios.js';
import type { Order } from './shop/ledger.js';
import { Visit } from './visit.js';

declare global {
  /** What this run is about, from the test runner's configuration. */
  var PAGES: {
    readonly short: boolean;
    readonly only: string;
    readonly keys: string;
    readonly leftOut: readonly string[];
  };
}

const REFUSED = 'rejected:cc_rejected_bad_filled_security_code';
const IMPATIENT = 50;

const prepare = (visit: Visit, isNew: boolean) => (isNew ? visit.typeNewCard() : visit.typeCode());

async function paysOnce(visit: Visit, options: Parameters<Visit['open']>[0] = {}): Promise<void> {
  await visit.open(options);
  const { standIn } = visit;
  await prepare(visit, options.newCard ?? false);
  await visit.press();
  await visit.paid();
  await expectPaidOnce(visit, options.newCard ? null : '1001');
  expect((await visit.log()).posts).to.have.length(1);
  expect(standIn.tokens).to.have.length(1);
}

async function paysOnceForManyClicks(visit: Visit, order: Order, newCard = false): Promise<void> {
  await visit.open({ newCard });
  const { standIn } = visit;
  await prepare(visit, newCard);
  await visit.closeGate();
  await visit.pressImpatiently(IMPATIENT / 5);
  await visit.posted();
  await visit.pressImpatiently(IMPATIENT - IMPATIENT / 5);
  await visit.posted(Math.min(2, visit.window.shop.sent));
  await visit.openGate(order);
  await visit.paid();
  await expectPaidOnce(visit, newCard ? null : '1001');
  expect(standIn.tokens).to.have.length(1);
}

async function paysAfterRefusal(visit: Visit, options: Parameters<Visit['open']>[0] = {}): Promise<void> {
  const isReported = !options.silent;
  await visit.open(options);
  const { widget } = visit;
  await visit.plan(REFUSED);
  await visit.typeCode();
  await visit.press();
  if (options.replaced) await visit.until('the payment section is replaced', () => visit.widget !== widget);
  await visit.refused({ isReported });
  await visit.typeCode();
  await visit.press();
  await visit.paid({ isReported });
  await expectPayments(visit, '1001', 'rejected', 'approved');
}

/** Another card is chosen while the token of the first is under way: the other one pays. */
async function switchesWhileSlow(visit: Visit, newCard: boolean): Promise<void> {
  await visit.open({ newCard });
  const release = visit.standIn.hold('token');
  await prepare(visit, newCard);
  await visit.press();
  await visit.until('a token is asked for', () => visit.standIn.callsOf('fields.createCardToken').length === 1);
  await visit.choose('1002');
  release();
  await visit.until('the list has let go of the token', () => visit.widget.state === 'ready');
  await expectNothingPosted(visit);
  await visit.typeCode();
  await visit.until('the page lets the shopper pay', () => !visit.pay.disabled);
  await visit.press();
  await visit.paid();
  await expectPaidOnce(visit, '1002');
}

const SCENARIOS: readonly Scenario[] = [
  { key: 'a', words: 'pays once', short: true, play: (visit) => paysOnce(visit) },
  {
    key: 'f',
    words: 'pays once with our script before all others',
    play: (visit) => paysOnce(visit, { place: 'first' }),
  },
  {
    key: 'l',
    words: 'pays once with our script after all others',
    play: (visit) => paysOnce(visit, { place: 'last' }),
  },
  {
    key: 'b',
    words: `pays once for ${IMPATIENT} clicks at a slow shop`,
    short: true,
    play: (visit) => paysOnceForManyClicks(visit, 'normal'),
  },
  {
    key: 'r',
    words: `pays once for ${IMPATIENT} clicks whose answers come in reverse order`,
    play: (visit) => paysOnceForManyClicks(visit, 'reverse'),
  },
  { key: 'c', words: 'pays after a refusal that was reported', short: true, play: (visit) => paysAfterRefusal(visit) },
  {
    key: 's',
    words: 'pays after a refusal that was not reported',
    fits: (mechanism) => !navigates(mechanism),
    play: (visit) => paysAfterRefusal(visit, { silent: true }),
  },
  {
    key: 'u',
    words: 'pays after a refusal and an update of the payment section',
    fits: ({ answer }) => answer === 'woocommerce',
    play: (visit) => paysAfterRefusal(visit, { replaced: true }),
  },
  {
    key: 'q',
    words: 'does not know of a payment whose answer is lost, and pays once',
    short: true,
    fits: ({ answer }) => answer === 'woocommerce',
    async play(visit) {
      await visit.open();
      await visit.plan('approved:lost');
      await visit.typeCode();
      await visit.press();
      await visit.until('the element says something', () => visit.complaint);
      expect([visit.widget.state, visit.widget.complete]).to.deep.equal(['tokenized', true]);
      await visit.press();
      await visit.paid();
      await expectPaidOnce(visit, '1001');
    },
  },
  {
    key: 'd',
    words: 'sends the first token after the page prevented the submit',
    async play(visit) {
      await visit.open({ agree: false });
      const { standIn } = visit;
      await visit.typeCode();
      await visit.press();
      if (visit.mechanism.terms !== 'disabled')
        await visit.until('the page asks for the terms', () => visit.find('#terms-error').textContent);
      await expectNothingPosted(visit);
      visit.terms.click();
      await visit.press();
      await visit.paid();
      await expectPaidOnce(visit, '1001');
      expect((await visit.log()).posts).to.have.length(1);
      expect(standIn.tokens.map(({ id }) => id)).to.deep.equal([(await visit.log()).payments[0]?.token]);
    },
  },
  {
    key: 'e',
    words: 'posts nothing without a code',
    async play(visit) {
      await visit.open();
      await visit.press();
      await visit.until('the element says what is missing', () => visit.complaint);
      await expectNothingPosted(visit);
      await visit.typeCode();
      await visit.press();
      await visit.paid();
      await expectPaidOnce(visit, '1001');
    },
  },
  {
    key: 'w',
    words: 'posts nothing when the card is switched while its token is slow',
    async play(visit) {
      await switchesWhileSlow(visit, false);
      expect((await visit.log()).posts).to.have.length(1);
    },
  },
  { key: 'n', words: 'pays once with a new card', play: (visit) => paysOnce(visit, { newCard: true }) },
  {
    key: 'm',
    words: `pays once with a new card for ${IMPATIENT} clicks`,
    play: (visit) => paysOnceForManyClicks(visit, 'normal', true),
  },
  {
    key: 'v',
    words: `pays once with a new card for ${IMPATIENT} clicks whose answers come in reverse order`,
    play: (visit) => paysOnceForManyClicks(visit, 'reverse', true),
  },
  {
    key: 'k',
    words: 'pays after a refusal with a new card',
    async play(visit) {
      await visit.open({ newCard: true });
      await visit.plan(REFUSED);
      await visit.typeNewCard();
      await visit.press();
      await visit.refused();
      // A page that was loaded again has an empty form; in another only the code is to be typed again.
      if (navigates(visit.mechanism)) await visit.typeNewCard();
      else await visit.typeCode();
      await visit.press();
      await visit.paid();
      await expectPayments(visit, null, 'rejected', 'approved');
    },
  },
  {
    key: 'p',
    words: 'sends the first token of a new card after the page prevented the submit',
    async play(visit) {
      await visit.open({ newCard: true, agree: false });
      await visit.typeNewCard();
      await visit.press();
      if (visit.mechanism.terms !== 'disabled')
        await visit.until('the page asks for the terms', () => visit.find('#terms-error').textContent);
      await expectNothingPosted(visit);
      const { standIn } = visit;
      visit.terms.click();
      await visit.press();
      await visit.paid();
      await expectPaidOnce(visit, null);
      expect((await visit.log()).posts).to.have.length(1);
      expect(standIn.tokens).to.have.length(1);
    },
  },
  {
    key: 'o',
    words: 'posts nothing while a new card is not typed',
    async play(visit) {
      await visit.open({ newCard: true });
      await visit.openNewCard();
      await visit.press();
      await visit.until('the form says what is missing', () => visit.complaint);
      await expectNothingPosted(visit);
      await visit.typeNewCard();
      await visit.press();
      await visit.paid();
      await expectPaidOnce(visit, null);
    },
  },
  {
    key: 'x',
    words: 'posts nothing when a saved card is chosen while the token of a new one is slow',
    async play(visit) {
      await switchesWhileSlow(visit, true);
    },
  },
  {
    key: 'g',
    words: 'pays from a form whose controls hide its properties',
    fits: ({ hidden }) => hidden !== undefined,
    play: (visit) => paysOnce(visit, { hidden: true }),
  },
  {
    key: 'h',
    words: 'posts nothing while nothing is chosen of a required list',
    async play(visit) {
      await visit.open({ required: true });
      await visit.press();
      await visit.until('the element says what is missing', () => visit.complaint);
      await expectNothingPosted(visit);
      await visit.choose('1002');
      await visit.typeCode();
      await visit.until('the page lets the shopper pay', () => !visit.pay.disabled);
      await visit.press();
      await visit.paid();
      await expectPaidOnce(visit, '1002');
    },
  },
  ...pageScenarios,
  ...obstacleScenarios,
];

/** All scenarios of a group of mechanisms, or that which needs a page of its own. The title begins with the column's letter. */
export function play(group: Group, { alone, only = '' }: { alone?: string; only?: string } = {}): void {
  for (const mechanism of MECHANISMS[group] as readonly Mechanism[]) {
    if (!mechanism.name.includes(PAGES.only) || !mechanism.name.includes(only)) continue;
    const isLeftOut = mechanism.libraries.some((library) => PAGES.leftOut.includes(library));
    (isLeftOut ? describe.skip : describe)(mechanism.name, () => {
      let visit: Visit;
      beforeEach(() => {
        visit = new Visit(mechanism);
      });
      afterEach(() => visit.close());

      for (const { key, words, short = false, isAlone = false, fits, play } of SCENARIOS) {
        if (alone ? key !== alone : isAlone) continue;
        const isShort = short === true || short === mechanism.name;
        const isWanted = PAGES.keys ? PAGES.keys.includes(key) : isShort || !PAGES.short;
        if (!isWanted || fits?.(mechanism) === false) continue;
        it(`${key}: ${words}`, () => play(visit));
      }
    });
  }
}
