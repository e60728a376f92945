import { expect } from '@open-wc/testing';
import { decodeCards } from '../../src/card/decode.js';
import type { InstallmentPlan } from '../../src/card/installments.js';
import type { CardList, SavedCard } from '../../src/card/saved-card.js';
import type { TokenDetail } from '../../src/card/token-detail.js';
import { MpError } from '../../src/errors.js';
import type { FieldEvent } from '../../src/mercadopago/security-code-field.js';
import { invalidated } from '../../src/core/token-state.js';
import { codeProblem, isComplete, publicState } from '../../src/saved-cards/selectors.js';
import {
  withoutOffer,
  type InstallmentsEvent,
  type InstallmentsRequest,
} from '../../src/installments/installments-state.js';
import { reduce } from '../../src/saved-cards/reducer.js';
import { initialState, type Action, type Shown, type State } from '../../src/saved-cards/state.js';
import { amex, optionalCode, visa, withoutCode } from '../support/cards.js';

const list = decodeCards([visa, amex, optionalCode, withoutCode]);
const [visaCard, amexCard, optionalCard, codelessCard] = list.cards as [SavedCard, SavedCard, SavedCard, SavedCard];
const error = new MpError('token-network', 'for this test');
const detail = { cardId: visaCard.id, token: 'for this test' } as TokenDetail;

/** The list comes; its first card is chosen. */
const listing = (cards: CardList): Action => ({ type: 'list', list: cards, now: new Date() });
const choose = (card: SavedCard | null): Action => ({
  type: 'choose-card',
  cardId: card?.id ?? null,
  byShopper: false,
  now: new Date(),
});

const after = (state: State, ...actions: Action[]): State => actions.reduce(reduce, state);
const field = (event: FieldEvent): Action => ({ type: 'field', event });
const change = field({ type: 'change', byShopper: true });
const attemptOf = (state: State) => (state.status === 'shown' ? state.token : undefined);
const withToken = (state: State): State => {
  const making = reduce(state, { type: 'tokenize' });
  return reduce(making, { type: 'token', attempt: attemptOf(making), detail });
};

const request = { card: visaCard.id, query: { amount: '100' } } as InstallmentsRequest;
const installments = (event: InstallmentsEvent): Action => ({ type: 'installments', event });
const ask = installments({ type: 'ask', amount: '100', request });
const plans = [1, 3].map((count) => ({ installments: count }) as InstallmentPlan);
const chooseThree = installments({ type: 'choose', installments: 3 });
const withPlans = (state: State): State => after(state, ask, installments({ type: 'plans', request, plans }));

const loading = initialState;
const failed = after(loading, { type: 'list-failed', error });
const shown = after(loading, listing(list)) as Shown;
const ready = after(shown, field({ type: 'ready' })) as Shown;
const typing = after(ready, field({ type: 'focus' }), change) as Shown;
const invalid = after(typing, field({ type: 'validity', valid: false })) as Shown;
const valid = after(invalid, change, field({ type: 'validity', valid: true })) as Shown;
const making = after(valid, { type: 'tokenize' }) as Shown;
const tokenized = withToken(valid) as Shown;
const MADE = { status: 'made', detail, deviceId: '', saveToken: null, submits: 0 };
const noticed = after(making, { type: 'token-failed', attempt: making.token, error }) as Shown;
const fieldFailed = after(shown, field({ type: 'failed', error })) as Shown;
const nothingChosen = after(ready, choose(null)) as Shown;

describe('the state of <mp-saved-cards>', () => {
  describe('moves', () => {
    const rows: [name: string, from: State, action: Action, expected: object][] = [
      ['failed to loading', failed, { type: 'load' }, { status: 'loading' }],
      ['shown to loading', tokenized, { type: 'load' }, { status: 'loading' }],
      ['loading to shown', loading, listing(list), { status: 'shown', chosen: visaCard }],
      ['loading to failed', loading, { type: 'list-failed', error }, { status: 'failed', error }],
      [
        'to another card, with an empty code and nothing said',
        after(noticed, { type: 'check' }),
        choose(amexCard),
        {
          chosen: amexCard,
          field: { status: 'ready', code: 'empty', hasFocus: false },
          token: { status: 'none' },
          notice: null,
          isChecked: false,
        },
      ],
      ['to no card', tokenized, choose(null), { chosen: null, token: { status: 'none', ended: 'selection' } }],
      [
        'to the start with the same card',
        after(noticed, { type: 'check' }),
        { type: 'start-over' },
        { chosen: visaCard, token: { status: 'none' }, notice: null, isChecked: false },
      ],
      ['to saying what is wrong', ready, { type: 'check' }, { isChecked: true }],
      [
        'to making a token, without the notice of before',
        noticed,
        { type: 'tokenize' },
        { token: { status: 'making' }, notice: null },
      ],
      ['to a token', making, { type: 'token', attempt: making.token, detail }, { token: MADE }],
      [
        'to no attempt when another number of parts is chosen',
        after(withPlans(valid), { type: 'tokenize' }),
        chooseThree,
        { token: { status: 'none' } },
      ],
      ['to an amount beside an attempt', making, ask, { token: making.token }],
      [
        'to another card, for which nothing is offered yet',
        withPlans(valid),
        choose(amexCard),
        { installments: withoutOffer((withPlans(valid) as Shown).installments) },
      ],
      [
        'to a notice in its place',
        making,
        { type: 'token-failed', attempt: making.token, error },
        { token: { status: 'none' }, notice: error },
      ],
      [
        'to no token',
        tokenized,
        { type: 'drop-token', reason: 'submitted' },
        { token: { status: 'none', ended: 'submitted' } },
      ],
      [
        'to a field elsewhere, and no token to come from it',
        making,
        field({ type: 'unavailable' }),
        { field: { status: 'away' }, token: { status: 'none' } },
      ],
      [
        'to a field elsewhere, with the token that it gave',
        tokenized,
        field({ type: 'unavailable' }),
        { field: { status: 'away' }, token: MADE },
      ],
      ['to a field that failed', shown, field({ type: 'failed', error }), { field: { status: 'failed', error } }],
      ['to another attempt at the field', fieldFailed, field({ type: 'opening' }), { field: { status: 'opening' } }],
      [
        'to a lost code',
        valid,
        field({ type: 'ready', lost: error }),
        { notice: error, field: { status: 'ready', code: 'empty', hasFocus: false } },
      ],
      [
        'to a focused field',
        ready,
        field({ type: 'focus' }),
        { field: { status: 'ready', code: 'empty', hasFocus: true } },
      ],
      [
        'to a field without focus',
        typing,
        field({ type: 'blur' }),
        { field: { status: 'ready', code: 'typed', hasFocus: false } },
      ],
      ['to a code that was typed', ready, change, { field: { status: 'ready', code: 'typed', hasFocus: false } }],
      [
        'to a code that is wrong',
        typing,
        field({ type: 'validity', valid: false }),
        { field: { status: 'ready', code: 'invalid', hasFocus: true } },
      ],
      [
        'to another list, with the token of a card that is in it',
        tokenized,
        listing({ ...list, cards: [{ ...visaCard }] }),
        { cards: [visaCard], token: MADE, field: tokenized.field },
      ],
      [
        'to another list, without the token of a card that is not',
        tokenized,
        listing({ ...list, cards: [amexCard] }),
        { cards: [amexCard], chosen: amexCard, token: { status: 'none', ended: 'selection' } },
      ],
      [
        'to no token when a digit is typed',
        tokenized,
        change,
        { token: { status: 'none', ended: 'code' }, notice: null },
      ],
      ['to no attempt when a digit is typed', making, change, { token: { status: 'none' } }],
      ['to no attempt when the frame is replaced', making, field({ type: 'opening' }), { token: { status: 'none' } }],
      ['to no attempt when the frame is reloaded', making, field({ type: 'ready' }), { token: { status: 'none' } }],
    ];
    for (const [name, from, action, expected] of rows) {
      it(name, () => {
        const next = reduce(from, action);
        for (const [key, value] of Object.entries(expected)) expect(next).to.have.deep.property(key, value);
      });
    }
  });

  describe('stays the same object when', () => {
    const rows: [name: string, state: State, action: Action][] = [
      ['a list comes after the failure', failed, listing(list)],
      ['the list fails after it came', shown, { type: 'list-failed', error }],
      ['the chosen card is chosen', ready, choose(visaCard)],
      ['a card is chosen while loading', loading, choose(visaCard)],
      ['the field speaks while loading', loading, field({ type: 'ready' })],
      ['a token is asked for while loading', loading, { type: 'tokenize' }],
      ['a token is asked for while one is made', making, { type: 'tokenize' }],
      ['a token is asked for while its attempt is open', tokenized, { type: 'tokenize' }],
      ['a token is asked for without a card', nothingChosen, { type: 'tokenize' }],
      ['a token comes that was not asked for', valid, { type: 'token', attempt: valid.token, detail }],
      ['a token of an earlier attempt comes', making, { type: 'token', attempt: { status: 'making' }, detail }],
      ['an earlier attempt fails', making, { type: 'token-failed', attempt: { status: 'making' }, error }],
      ['there is no token to drop', valid, { type: 'drop-token', reason: 'code' }],
      ['there is no token yet to drop', making, { type: 'drop-token', reason: 'submitted' }],
      ['it says already what is wrong', after(ready, { type: 'check' }), { type: 'check' }],
      ['the field opens already', shown, field({ type: 'opening' })],
      ['the field failed already', fieldFailed, field({ type: 'failed', error: new MpError('sdk-blocked', '') })],
      ['a field that is not ready is focused', shown, field({ type: 'focus' })],
      ['a field that is not ready changes', shown, change],
      ['a field that is not ready is judged', shown, field({ type: 'validity', valid: true })],
    ];
    for (const [name, state, action] of rows) {
      it(name, () => expect(reduce(state, action)).to.equal(state));
    }
  });

  it('keeps the token when the SDK repeats a change on blur', () => {
    expect(attemptOf(after(tokenized, field({ type: 'change', byShopper: false })))).to.equal(tokenized.token);
  });

  it('keeps the judgement on a code until the next one', () => {
    expect(after(invalid, change)).to.have.nested.property('field.code', 'invalid');
    expect(after(valid, change)).to.have.nested.property('field.code', 'valid');
  });

  it('keeps an attempt while the field becomes ready for the first time', () => {
    const waiting = after(shown, { type: 'tokenize' });
    expect(attemptOf(after(waiting, field({ type: 'ready' })))).to.equal(attemptOf(waiting));
  });

  it('keeps an attempt while the field says that it failed', () => {
    const waiting = after(shown, { type: 'tokenize' });
    expect(attemptOf(after(waiting, field({ type: 'failed', error })))).to.equal(attemptOf(waiting));
  });

  describe('has the public state', () => {
    const rows: [expected: string, name: string, state: State][] = [
      ['loading', 'the list loads', loading],
      ['error', 'the list failed', failed],
      ['empty', 'there are no cards', after(loading, listing({ cards: [], defaultCardId: null }))],
      ['ready', 'the list is shown', shown],
      ['ready', 'nothing is chosen', nothingChosen],
      ['tokenizing', 'a token is made', making],
      ['tokenized', 'there is a token', tokenized],
      ['error', 'the field failed', fieldFailed],
      ['tokenized', 'a token came from a field that seemed to have failed', withToken(fieldFailed)],
    ];
    for (const [expected, name, state] of rows)
      it(`${expected} when ${name}`, () => expect(publicState(state)).to.equal(expected));
  });

  describe('the code', () => {
    const choosing = (card: SavedCard): State => after(ready, choose(card));
    const rows: [name: string, state: State, problem: string | undefined, complete: boolean][] = [
      ['of a field that opens', shown, undefined, false],
      ['of a field that failed', fieldFailed, undefined, false],
      ['that is mandatory and empty', ready, 'missing', false],
      ['with a first digit', typing, undefined, false],
      ['that was typed and never judged', after(typing, field({ type: 'blur' })), undefined, true],
      ['that is too short', invalid, 'incomplete', false],
      ['that is too short and grows', after(invalid, change), 'incomplete', false],
      ['that is whole', valid, undefined, true],
      ['that is optional and empty', choosing(optionalCard), undefined, true],
      [
        'that is optional and too short',
        after(choosing(optionalCard), change, field({ type: 'validity', valid: false })),
        'incomplete',
        false,
      ],
      ['that is not asked for', choosing(codelessCard), undefined, true],
      ['of no card', nothingChosen, undefined, false],
    ];
    for (const [name, state, problem, complete] of rows) {
      it(`${name}: ${problem ?? 'no problem'}, ${complete ? '' : 'not '}complete`, () => {
        expect(state.status === 'shown' && codeProblem(state)).to.equal(problem);
        expect(isComplete(state)).to.equal(complete);
      });
    }

    it('is not complete before the list is shown', () => {
      expect(isComplete(loading)).to.equal(false);
      expect(isComplete(failed)).to.equal(false);
    });
  });

  describe('a token that was handed out', () => {
    const rows: [reason: string | undefined, name: string, from: State, action: Action][] = [
      ['selection', 'another card is chosen', tokenized, choose(amexCard)],
      ['selection', 'the list is loaded again', tokenized, { type: 'load' }],
      ['code', 'a digit is typed', tokenized, change],
      ['code', 'the shopper starts over', tokenized, { type: 'start-over' }],
      ['installments', 'another number of parts is chosen', withToken(withPlans(valid)), chooseThree],
      ['amount', 'there is an amount', tokenized, ask],
      ['submitted', 'it left with a submit', tokenized, { type: 'drop-token', reason: 'submitted' }],
      ['expired', 'its time is over', tokenized, { type: 'drop-token', reason: 'expired' }],
      [undefined, 'another element takes the field', tokenized, field({ type: 'unavailable' })],
      [undefined, 'the frame is opened again', tokenized, field({ type: 'opening' })],
      [
        undefined,
        'plans come',
        after(valid, ask, { type: 'tokenize' }),
        installments({ type: 'plans', request, plans }),
      ],
      [undefined, 'there was none', valid, choose(amexCard)],
      [undefined, 'it was never made', making, choose(amexCard)],
    ];
    for (const [reason, name, from, action] of rows) {
      it(`is ${reason ? `void (${reason})` : 'not void'} when ${name}`, () => {
        const expected = reason && { cardId: visaCard.id, reason };
        expect(invalidated(attemptOf(from), attemptOf(reduce(from, action)))).to.deep.equal(expected);
      });
    }
  });
});
