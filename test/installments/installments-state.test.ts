import { expect } from '@open-wc/testing';
import type { InstallmentPlan } from '../../src/card/installments.js';
import {
  installmentsOf,
  NO_INSTALLMENTS,
  reduceInstallments,
  invalidatesToken,
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

describe('the state of the installments', () => {
  const rows: [name: string, from: Installments, event: InstallmentsEvent, status: string, installments: number][] = [
    ['load when requested', NO_INSTALLMENTS, ask(request), 'loading', 1],
    ['are offered', loading, answer(request), 'offered', 1],
    ['are none without plans', loading, answer(request, []), 'none', 1],
    ['are none when the answer for another locale has none', offered, answer(request, []), 'none', 1],
    ['fail', loading, { type: 'failed', request }, 'failed', 1],
    ['load again', failed, ask(requestOf()), 'loading', 1],
    ['are chosen', offered, choose(3), 'offered', 3],
    ['are chosen again', three, choose(1), 'offered', 1],
    ['load for another amount', three, ask(requestOf({}, '200'), '200'), 'loading', 1],
    ['load for another card', three, ask(other), 'loading', 1],
    ['load for another key', three, ask(requestOf({ publicKey: 'TEST-2' })), 'loading', 1],
    ['stay while another locale loads', three, ask(requestOf({}, '100', 'pt-BR')), 'offered', 3],
    ['stay while a lower maximum loads', three, ask(requestOf({ max: 3 })), 'offered', 3],
    ['are none without a request', three, ask(null), 'none', 1],
    ['discard the choice', three, { type: 'forget' }, 'offered', 1],
  ];
  for (const [name, from, event, status, installments] of rows) {
    it(name, () => {
      const next = reduceInstallments(from, event);
      expect([next.offer.status, installmentsOf(next)]).to.deep.equal([status, installments]);
    });
  }

  describe('stays the same object when', () => {
    const same: [name: string, state: Installments, event: InstallmentsEvent][] = [
      ['the request is the same', loading, ask(request)],
      ['an answer comes for another card', loading, answer(other)],
      ['an answer comes without a request', NO_INSTALLMENTS, answer(request)],
      ['another request fails', loading, { type: 'failed', request: other }],
      ['the request for another locale fails', offered, { type: 'failed', request }],
      ['the chosen plan is chosen', offered, choose(1)],
      ['a plan is chosen that is not offered', offered, choose(12)],
      ['a plan is chosen while loading', loading, choose(3)],
      ['there is no choice to discard', offered, { type: 'forget' }],
    ];
    for (const [name, state, event] of same) it(name, () => expect(reduceInstallments(state, event)).to.equal(state));
  });

  it('keeps the choice of a card while another is chosen', () => {
    const away = after(withoutOffer(three), ask(other), answer(other));
    expect(installmentsOf(away)).to.equal(1);
    expect(installmentsOf(after(withoutOffer(away), ask(request), answer(request)))).to.equal(3);
  });

  it('discards the choice when the amount changes, also when it changes back', () => {
    const more = requestOf({}, '200');
    expect(installmentsOf(after(three, ask(more, '200'), ask(request), answer(request)))).to.equal(1);
  });

  describe('invalidates a token', () => {
    const rows: [
      isInvalidated: { complete: boolean; pending: boolean },
      name: string,
      from: Installments,
      event: InstallmentsEvent,
    ][] = [
      [{ complete: true, pending: true }, 'another plan is chosen', offered, choose(3)],
      [{ complete: true, pending: false }, 'the amount changes', offered, ask(requestOf({}, '200'), '200')],
      [
        { complete: true, pending: true },
        'the amount of the chosen plan changes',
        three,
        ask(requestOf({}, '200'), '200'),
      ],
      [{ complete: true, pending: false }, 'the amount is removed', offered, ask(null, '')],
      [
        { complete: true, pending: true },
        'the chosen plan is not offered any more',
        three,
        answer(request, plans.slice(0, 1)),
      ],
      [{ complete: false, pending: false }, 'plans come', loading, answer(request)],
      [{ complete: false, pending: false }, 'the plans fail', loading, { type: 'failed', request }],
      [{ complete: false, pending: false }, 'another locale is requested', three, ask(requestOf({}, '100', 'en-US'))],
    ];
    for (const [{ complete, pending }, name, from, event] of rows) {
      it(`${complete ? '' : 'not '}complete, ${pending ? '' : 'not '}pending, when ${name}`, () => {
        const next = reduceInstallments(from, event);
        expect([invalidatesToken(from, next, true), invalidatesToken(from, next, false)]).to.deep.equal([
          complete,
          pending,
        ]);
      });
    }
  });
});
