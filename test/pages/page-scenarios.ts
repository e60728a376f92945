import { expect } from '@open-wc/testing';
import { expectOneField, goAndComeBack, replaceSection, watchSkeleton } from './changed-page.js';
import { expectNothingPosted, expectPaidOnce, type Scenario } from './expectations.js';
import type { Visit } from './visit.js';

const isOtherChosen = ({ widget }: Visit): boolean =>
  widget.shadowRoot?.querySelector('.other')?.querySelector('input')?.checked === true;

/** What a page does to its DOM around the element. */
export const pageScenarios: readonly Scenario[] = [
  {
    key: 't',
    words: 'has one live field of each type after the shopper came back twice, and the choice',
    short: true,
    isAlone: true,
    fits: ({ leave }) => leave !== undefined,
    async play(visit) {
      await visit.open({ newCard: true });
      await visit.choose('1002');
      const seen = watchSkeleton(visit);
      for (let time = 0; time < 2; time++) await goAndComeBack(visit);
      await visit.standIn.ready('securityCode');
      expect([visit.widget.cardId, seen()]).to.deep.equal(['1002', 0]);
      expectOneField(visit);
      await visit.typeCode();

      await visit.openNewCard();
      for (let time = 0; time < 2; time++) await goAndComeBack(visit);
      await visit.typeNewCard();
      expectOneField(visit, true);
      await visit.press();
      await visit.paid();
      await expectPaidOnce(visit, null);
    },
  },
  {
    key: 'y',
    words: 'keeps the choice when its section is replaced ten times, without a skeleton',
    short: true,
    fits: ({ replaces = false }) => replaces,
    async play(visit) {
      await visit.open();
      await visit.choose('1002');
      const seen = watchSkeleton(visit);
      for (let time = 0; time < 10; time++) await replaceSection(visit);
      await visit.ready();
      expect([visit.widget.cardId, seen()]).to.deep.equal(['1002', 0]);
      expectOneField(visit);
      await visit.typeCode();
      await visit.press();
      await visit.paid();
      await expectPaidOnce(visit, '1002');
    },
  },
  {
    key: 'z',
    words: 'posts nothing when its section is replaced ten times while the token of a new card is slow',
    fits: ({ replaces = false }) => replaces,
    async play(visit) {
      await visit.open({ newCard: true });
      const release = visit.standIn.hold('token');
      await visit.typeNewCard();
      await visit.press();
      await visit.until('a token is asked for', () => visit.standIn.callsOf('fields.createCardToken').length === 1);
      const seen = watchSkeleton(visit);
      for (let time = 0; time < 10; time++) await replaceSection(visit);
      release();
      await visit.ready({ isChosen: false });
      await visit.until('the new card is the choice again', () => isOtherChosen(visit));
      await expectNothingPosted(visit);
      expect(seen()).to.equal(0);
      await visit.typeNewCard();
      expectOneField(visit, true);
      await visit.press();
      await visit.paid();
      await expectPaidOnce(visit, null);
    },
  },
];
