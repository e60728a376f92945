import { expect } from '@open-wc/testing';
import { decodeCards } from '../../src/card/decode.js';
import type { CardList, SavedCard } from '../../src/card/saved-card.js';
import { MpError } from '../../src/errors.js';
import type { CardChange, ChangeAction, Task } from '../../src/saved-cards/pending-changes.js';
import { choiceWithout } from '../../src/saved-cards/reduce-choice.js';
import { reduce } from '../../src/saved-cards/reducer.js';
import { isUsable, listed } from '../../src/saved-cards/selectors.js';
import { initialState, type Action, type Shown, type State } from '../../src/saved-cards/state.js';
import { amex, expired, mastercard, visa } from '../support/cards.js';

const list = decodeCards([visa, mastercard, expired, amex]);
const [visaCard, card, expiredCard, amexCard] = list.cards as [SavedCard, SavedCard, SavedCard, SavedCard];
const error = new MpError('endpoint-network', 'for this test');
const now = new Date();

/** The list comes; its first card is chosen. */
const listing = (cards: CardList): Action => ({ type: 'list', list: cards, now });
const choose = (wantedCard: SavedCard | null): Action => ({
  type: 'choose-card',
  cardId: wantedCard?.id ?? null,
  byShopper: false,
  now: new Date(),
});
const withOther = (state: Shown): Shown => ({ ...state, setup: { ...state.setup, hasOther: true } });

const after = (state: State, ...actions: Action[]): State => actions.reduce(reduce, state);
const remove: ChangeAction = { type: 'remove', card, now };
const undo: ChangeAction = { type: 'undo', card };
const sent = (task: Task): ChangeAction => ({ type: 'change-due', task, card });
const done = (task: Task): ChangeAction => ({ type: 'change-done', task, card });
const failed = (task: Task): ChangeAction => ({ type: 'change-failed', task, card, error });

const shown = after(initialState, listing(list)) as Shown;
const undoable = after(shown, remove);
const removing = after(undoable, sent('remove'));
const refused = after(removing, failed('remove'));
const removingAgain = after(refused, remove);
const makingDefault = after(shown, sent('default'));
const defaultRefused = after(makingDefault, failed('default'));

const changeOf = (state: State): CardChange | undefined => state.changes.get(card.id);
const undoableAfter = (state: State): CardChange => ({ status: 'undoable', instead: null, before: changeOf(state) });
const idsOf = (state: State) => (state as Shown).cards.map(({ id }) => id);

describe('the change of a card', () => {
  describe('moves', () => {
    const rows: [name: string, from: State, action: Action, expected: CardChange | undefined][] = [
      ['to a removal that can be undone', shown, remove, undoableAfter(shown)],
      ['back with undo', undoable, undo, undefined],
      ['to a removal under way', undoable, sent('remove'), { status: 'under-way', task: 'remove' }],
      ['to a removal that failed', removing, failed('remove'), { status: 'failed', task: 'remove', error }],
      ['to another attempt without undo', refused, remove, { status: 'under-way', task: 'remove', error }],
      ['to nothing when the card is removed', removingAgain, done('remove'), undefined],
      ['to a default under way', shown, sent('default'), { status: 'under-way', task: 'default' }],
      ['to a default that failed', makingDefault, failed('default'), { status: 'failed', task: 'default', error }],
      ['to another attempt', defaultRefused, sent('default'), { status: 'under-way', task: 'default', error }],
      ['to nothing when the card is the default one', makingDefault, done('default'), undefined],
      ['from a default that failed to a removal', defaultRefused, remove, undoableAfter(defaultRefused)],
      ['back to a default that failed', after(defaultRefused, remove), undo, changeOf(defaultRefused)],
      ['from a default under way to a removal', makingDefault, remove, undoableAfter(makingDefault)],
      ['not from its removal to a default', after(makingDefault, remove), done('default'), changeOf(undoable)],
      [
        'to a removal under way with a new list, when it can be undone',
        undoable,
        { type: 'load' },
        { status: 'under-way', task: 'remove' },
      ],
      [
        'to a removal under way when there is no other time',
        undoable,
        { type: 'removals-due' },
        { status: 'under-way', task: 'remove' },
      ],
      ['on with a new list', removing, { type: 'load' }, { status: 'under-way', task: 'remove' }],
      ['to nothing with a new list, when it failed', refused, { type: 'load' }, undefined],
      ['to nothing with a new list, when it is a default', makingDefault, { type: 'load' }, undefined],
      [
        'to "gone" while a shown list is asked for',
        after(removing, { type: 'load-again' }),
        done('remove'),
        { status: 'gone' },
      ],
      ['to "gone" without a list', after(removing, { type: 'load' }), done('remove'), { status: 'gone' }],
      ['on when the list fails', after(removing, { type: 'load' }), { type: 'list-failed', error }, changeOf(removing)],
    ];
    for (const [name, from, action, expected] of rows) {
      it(name, () => expect(changeOf(reduce(from, action))).to.deep.equal(expected));
    }
  });

  describe('leaves the state as it is when', () => {
    const rows: [name: string, state: State, action: Action][] = [
      ['the card is removed twice', undoable, remove],
      ['it is removed while it is being removed', removing, remove],
      ['undo comes too late', removing, undo],
      ['there is nothing to undo', shown, undo],
      ['there is nothing to send', removing, { type: 'removals-due' }],
      ['the shop was asked already', removing, sent('remove')],
      ['a default is wanted twice', makingDefault, sent('default')],
      ['the shop refuses what it was not asked for', shown, failed('remove')],
      ['the shop refuses a default that it was not asked for', undoable, failed('default')],
      ['there is no list', initialState, remove],
      ['the card that is being removed is chosen', removing, choose(card)],
    ];
    for (const [name, state, action] of rows) it(name, () => expect(reduce(state, action)).to.equal(state));
  });

  it('takes the card out of the list when the shop has agreed, and out of the default', () => {
    const asDefault = after(shown, sent('default'), done('default'), remove, sent('remove'), done('remove')) as Shown;
    expect(idsOf(asDefault)).to.deep.equal(['1001', '1004', '1003']);
    expect(asDefault.defaultCardId).to.equal(null);
  });

  it('keeps a card that is gone out of a list that is out of date, and in one that comes later', () => {
    const stale = after(removing, { type: 'load' }, done('remove'), listing(list));
    expect(idsOf(stale)).not.to.include(card.id);
    expect(idsOf(after(stale, { type: 'load' }, listing(list)))).to.include(card.id);
  });

  it('is not forgotten when the answer about the default comes while the list is asked for again', () => {
    const both = after(shown, sent('default'), remove, sent('remove'), { type: 'load' }, done('default'));
    expect(changeOf(both)).to.deep.equal(changeOf(removing));
  });

  it('makes a card unusable until it is back', () => {
    const usable = [shown, undoable, removing, refused, removingAgain, makingDefault].map((state) =>
      isUsable(state as Shown, card, now),
    );
    expect(usable).to.deep.equal([true, false, false, true, false, true]);
  });

  it('takes away the row only while the shop is asked for the first time', () => {
    const rows = [undoable, removing, refused, removingAgain].map((state) => listed(state as Shown).includes(card));
    expect(rows).to.deep.equal([true, false, true, true]);
  });

  describe('of the chosen card', () => {
    const chosen = after(shown, choose(card)) as Shown;

    it('gives its place to the next one, and takes it back with undo', () => {
      const removed = after(chosen, remove) as Shown;
      expect(removed.chosen).to.equal(amexCard);
      expect((after(removed, undo) as Shown).chosen).to.equal(card);
    });

    it('leaves another choice alone that was made since', () => {
      const other = after(chosen, remove, choose(visaCard), undo) as Shown;
      expect(other.chosen).to.equal(visaCard);
    });

    const choices: [name: string, from: Shown, card: SavedCard, expected: SavedCard | null][] = [
      ['the next one', shown, visaCard, card],
      ['the one after an expired one', shown, card, amexCard],
      ['the first one after the last', shown, amexCard, visaCard],
      ['none that is being removed', undoable as Shown, visaCard, amexCard],
      ['nothing when all others are expired', { ...shown, cards: [visaCard, expiredCard] }, visaCard, null],
    ];
    for (const [name, from, without, expected] of choices) {
      it(`chooses ${name}`, () => expect(choiceWithout(from, without, now).card).to.equal(expected));
    }

    it('chooses another card where one can be typed and nothing else is left', () => {
      const alone = { ...shown, cards: [visaCard] };
      expect(choiceWithout(withOther(alone), visaCard, now)).to.deep.equal({ card: null, isOther: true });
      expect(choiceWithout(alone, visaCard, now)).to.deep.equal({ card: null, isOther: false });
    });
  });

  it('is announced until something else happens', () => {
    expect((undoable as Shown).news).to.deep.equal({ word: 'removed', card, instead: null });
    expect((after(undoable, undo) as Shown).news).to.deep.equal({ word: 'restored', card });
    expect((refused as Shown).news).to.deep.equal({ word: 'removeUnknown', card, error });
    expect((defaultRefused as Shown).news).to.deep.equal({ word: 'defaultUnknown', card, error });
    expect((after(undoable, { type: 'tokenize' }) as Shown).news).to.equal(null);
    expect((after(undoable, choose(amexCard)) as Shown).news).to.equal(null);
  });
});

describe('a card that a payment was refused for', () => {
  it('can be paid with again once it is saved again under the same id', () => {
    const unusable: Shown = { ...shown, refused: new Set([card.id, visaCard.id]) };
    const added = after(unusable, { type: 'added', card }) as Shown;
    expect([...added.refused]).to.deep.equal([visaCard.id]);
    expect(isUsable(added, card, now)).to.equal(true);
  });
});
