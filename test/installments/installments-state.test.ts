import { expect } from '@open-wc/testing';
import type { InstallmentPlan } from '../../src/card/installments.js';
import {
  installmentsOf,
  NO_INSTALLMENTS,
  reduceInstallments,
  voidsToken,
  withoutOffer,
  type Installments,
  type InstallmentsEvent,
  type InstallmentsRequest,
} from '../../src/installments/installments-state.js';

const requestOf = (
  changes: Partial<InstallmentsRequest> = {},
  amount = '100',
  locale = 'es-AR',
): InstallmentsRequest => ({
  query: { amount, bin: '450995', paymentTypeId: 'credit_card', paymentMethodId: 'visa', issuerId: null, locale },
  card: '1001',
  publicKey: 'TEST-1',
  max: undefined,
  ...changes,
});
const request = requestOf();
const other = requestOf({ card: '1002' });
const plans = [1, 3, 6].map((installments) => ({ installments }) as InstallmentPlan);

const after = (state: Installments, ...events: InstallmentsEvent[]) => events.reduce(reduceInstallments, state);
const ask = (asked: InstallmentsRequest | null, amount = '100'): InstallmentsEvent => ({
  type: 'ask',
  amount,
  request: asked,
});
const answer = (asked: InstallmentsRequest, answered = plans): InstallmentsEvent => ({
  type: 'plans',
  request: asked,
  plans: answered,
});
const choose = (installments: number): InstallmentsEvent => ({ type: 'choose', installments });

const loading = after(NO_INSTALLMENTS, ask(request));
const offered = after(loading, answer(request));
const three = after(offered, choose(3));
const failed = after(loading, { type: 'failed', request });

describe('the state of the instalments', () => {
  const rows: [name: string, from: Installments, event: InstallmentsEvent, status: string, installments: number][] = [
    ['load when asked', NO_INSTALLMENTS, ask(request), 'loading', 1],
    ['are offered', loading, answer(request), 'offered', 1],
    ['are none without plans', loading, answer(request, []), 'none', 1],
    ['are none when the answer for another language has none', offered, answer(request, []), 'none', 1],
    ['fail', loading, { type: 'failed', request }, 'failed', 1],
    ['load again', failed, ask(requestOf()), 'loading', 1],
    ['are chosen', offered, choose(3), 'offered', 3],
    ['are chosen anew', three, choose(1), 'offered', 1],
    ['load for another amount', three, ask(requestOf({}, '200'), '200'), 'loading', 1],
    ['load for another card', three, ask(other), 'loading', 1],
    ['load for another key', three, ask(requestOf({ publicKey: 'TEST-2' })), 'loading', 1],
    ['stay while another language loads', three, ask(requestOf({}, '100', 'pt-BR')), 'offered', 3],
    ['stay while fewer are wanted', three, ask(requestOf({ max: 3 })), 'offered', 3],
    ['are none when nothing is asked', three, ask(null), 'none', 1],
    ['forget the choice', three, { type: 'forget' }, 'offered', 1],
  ];
  for (const [name, from, event, status, installments] of rows) {
    it(name, () => {
      const next = reduceInstallments(from, event);
      expect([next.offer.status, installmentsOf(next)]).to.deep.equal([status, installments]);
    });
  }

  describe('stays the same object when', () => {
    const same: [name: string, state: Installments, event: InstallmentsEvent][] = [
      ['the same is asked', loading, ask(request)],
      ['an answer comes for another card', loading, answer(other)],
      ['an answer comes when nothing is asked', NO_INSTALLMENTS, answer(request)],
      ['another request fails', loading, { type: 'failed', request: other }],
      ['the answer in another language fails', offered, { type: 'failed', request }],
      ['the chosen plan is chosen', offered, choose(1)],
      ['a plan is chosen that is not offered', offered, choose(12)],
      ['a plan is chosen while loading', loading, choose(3)],
      ['there is no choice to forget', offered, { type: 'forget' }],
    ];
    for (const [name, state, event] of same) it(name, () => expect(reduceInstallments(state, event)).to.equal(state));
  });

  it('keeps the choice of a card while another is chosen', () => {
    const away = after(withoutOffer(three), ask(other), answer(other));
    expect(installmentsOf(away)).to.equal(1);
    expect(installmentsOf(after(withoutOffer(away), ask(request), answer(request)))).to.equal(3);
  });

  it('keeps no choice over another amount and back', () => {
    const more = requestOf({}, '200');
    expect(installmentsOf(after(three, ask(more, '200'), ask(request), answer(request)))).to.equal(1);
  });

  describe('voids a token', () => {
    const rows: [
      isVoid: { held: boolean; made: boolean },
      name: string,
      from: Installments,
      event: InstallmentsEvent,
    ][] = [
      [{ held: true, made: true }, 'another plan is chosen', offered, choose(3)],
      [{ held: true, made: false }, 'the amount is another', offered, ask(requestOf({}, '200'), '200')],
      [{ held: true, made: true }, 'the amount of chosen plans is another', three, ask(requestOf({}, '200'), '200')],
      [{ held: true, made: false }, 'the amount is gone', offered, ask(null, '')],
      [
        { held: true, made: true },
        'the chosen plan is not offered any more',
        three,
        answer(request, plans.slice(0, 1)),
      ],
      [{ held: false, made: false }, 'plans come', loading, answer(request)],
      [{ held: false, made: false }, 'the plans fail', loading, { type: 'failed', request }],
      [{ held: false, made: false }, 'another language is asked for', three, ask(requestOf({}, '100', 'en-US'))],
    ];
    for (const [{ held, made }, name, from, event] of rows) {
      it(`${held ? '' : 'not '}held, ${made ? '' : 'not '}being made, when ${name}`, () => {
        const next = reduceInstallments(from, event);
        expect([voidsToken(from, next, true), voidsToken(from, next, false)]).to.deep.equal([held, made]);
      });
    }
  });
});
