import { expect } from '@open-wc/testing';
import { reduce } from '../../src/add-card/reducer.js';
import { changesCard, isOpen, isOpening, publicState } from '../../src/add-card/selectors.js';
import { initialState, NOTHING_TYPED, type Action, type State } from '../../src/add-card/state.js';
import type { TokenDetail } from '../../src/card/token-detail.js';
import { MpError } from '../../src/errors.js';
import { tokenError } from '../../src/mercadopago/sdk-errors.js';
import type { CardFieldEvent, CardFieldType } from '../../src/mercadopago/card-fields.js';
import { savedCard } from '../card/raw-card.js';
import { after, ci, dni, known, open, opened, typedWell, visa } from './states.js';

const detail = { token: 't', cardId: null } as TokenDetail;
const refused = new MpError('token-refused', 'Refused.');
const frames = (event: CardFieldEvent, field?: CardFieldType): Action => ({ type: 'frames', event, field });
const tokenizing = open(typedWell, { type: 'tokenize' });
const tokenized = open(tokenizing, { type: 'token', attempt: tokenizing.token, detail });
const saving = open(typedWell, { type: 'save' });
const looking = open(typedWell, frames({ type: 'binChange', bin: '45099535' }, 'cardNumber'));
const checked = open(opened, { type: 'check' });

/** The actions that leave each state as it is. */
const unmoved: [name: string, state: State, action: Action][] = [
  ['closed, type', initialState, { type: 'type', typed: { cardholderName: 'A' } }],
  ['closed, check', initialState, { type: 'check' }],
  ['closed, tokenize', initialState, { type: 'tokenize' }],
  ['closed, save', initialState, { type: 'save' }],
  ['closed, frames', initialState, frames({ type: 'opening' })],
  ['open, open', typedWell, { type: 'open' }],
  ['tokenizing, tokenize', tokenizing, { type: 'tokenize' }],
  ['tokenizing, save', tokenizing, { type: 'save' }],
  ['saving, tokenize', saving, { type: 'tokenize' }],
  ['no attempt, token', typedWell, { type: 'token', attempt: typedWell.token, detail }],
  ['another attempt, token', tokenizing, { type: 'token', attempt: { status: 'making' }, detail }],
  [
    'another attempt, token-failed',
    tokenizing,
    { type: 'token-failed', attempt: { status: 'making' }, error: refused },
  ],
  ['another attempt, save-failed', saving, { type: 'save-failed', attempt: {}, error: refused }],
  ['saving, token', saving, { type: 'token', attempt: saving.token, detail }],
  ['no token, drop-token', typedWell, { type: 'drop-token', reason: 'submitted' }],
  ['other digits, method', looking, { type: 'method', bin: '50317557', method: visa }],
  ['other digits, method-failed', looking, { type: 'method-failed', bin: '50317557' }],
  ['known, method-failed', { ...typedWell, method: known({}) }, { type: 'method-failed', bin: '45099535' }],
  ['paid, leave', open(typedWell, { type: 'paid' }), { type: 'leave', field: 'cardholderName' }],
  ['typed before, another digit', typedWell, frames({ type: 'change', byShopper: true }, 'cardNumber')],
  ['the same judgement', typedWell, frames({ type: 'validity', valid: true, causes: [] }, 'cardNumber')],
  ['checked, check', open(opened, { type: 'check' }), { type: 'check' }],
  ['looking, issuers', looking, { type: 'issuers', bin: '45099535', issuers: [] }],
  ['the same digits, bin', looking, frames({ type: 'binChange', bin: '45099535' }, 'cardNumber')],
];

describe('the state of a form', () => {
  for (const [name, state, action] of unmoved) {
    it(`is not moved: ${name}`, () => expect(reduce(state, action)).to.equal(state));
  }

  it('opens without a message, and keeps what was typed when it closes', () => {
    const closed = after(checked, { type: 'type', typed: { cardholderName: 'Ana' } }, { type: 'close', by: 'page' });
    expect(closed).to.include({ status: 'closed', saved: null });
    const again = open(closed, { type: 'open' });
    expect([again.typed.cardholderName, again.visibleErrors]).to.deep.equal(['Ana', []]);
  });

  it('chooses the first document, and keeps one that is offered', () => {
    expect(after(initialState, { type: 'documents', documents: [dni, ci] }).typed.identificationType).to.equal('DNI');
    const prefilled = after(initialState, { type: 'prefill', values: { identificationType: 'CI' } });
    expect(after(prefilled, { type: 'documents', documents: [dni, ci] }).typed.identificationType).to.equal('CI');
  });

  it('shows the errors of all fields on a check, of one on leaving, and of none that is typed again', () => {
    expect(checked.visibleErrors).to.have.length(6);
    const name = open(opened, { type: 'leave', field: 'cardholderName' });
    expect(name.visibleErrors).to.deep.equal(['cardholderName']);
    expect(open(name, { type: 'type', typed: { cardholderName: 'A' } }).visibleErrors).to.deep.equal([]);
    expect(open(checked, frames({ type: 'change', byShopper: true }, 'cardNumber')).visibleErrors).to.not.include(
      'cardNumber',
    );
    const other = open(checked, { type: 'type', typed: { identificationType: 'CI' } });
    expect(other.visibleErrors).to.not.include('identificationNumber');
  });

  it('keeps its words through a change that only echoes what was typed before', () => {
    const echoed = open(tokenized, frames({ type: 'change', byShopper: false }, 'cardNumber'));
    expect(echoed.token).to.equal(tokenized.token);
  });

  it('drops a token that is made or being made with every digit', () => {
    for (const state of [tokenized, tokenizing]) {
      expect(open(state, frames({ type: 'change', byShopper: true }, 'securityCode')).token.status).to.equal('none');
      expect(open(state, { type: 'type', typed: { cardholderName: 'B' } }).token.status).to.equal('none');
    }
  });

  it('keeps a token when the shopper only wants to keep the card, too', () => {
    const tick: Action = { type: 'type', typed: { saveCard: true } };
    for (const state of [tokenized, tokenizing]) expect(open(state, tick).token).to.equal(state.token);
  });

  it('goes on saving what was sent when something is typed meanwhile', () => {
    expect(open(saving, { type: 'type', typed: { cardholderName: 'B' } }).saving).to.equal(saving.saving);
  });

  it('closes once the card is no longer being saved, and stays open to show the page’s shopper a failure', () => {
    const failed = (error: MpError): Action => ({ type: 'save-failed', attempt: saving.saving, error });
    const saved: Action = { type: 'saved', attempt: saving.saving, card: savedCard() };
    const aborted = new MpError('aborted', 'Gone.');
    const away = frames({ type: 'unavailable' });
    const cases: [by: 'page' | 'list', end: Action, status: State['status']][] = [
      ['page', saved, 'closed'],
      ['page', failed(refused), 'open'],
      ['page', failed(aborted), 'closed'],
      ['page', { type: 'reset' }, 'closed'],
      ['page', away, 'closed'],
      ['list', saved, 'closed'],
      ['list', failed(refused), 'closed'],
      ['list', away, 'closed'],
    ];
    for (const [by, action, status] of cases) {
      const before = after(saving, { type: 'close', by });
      expect(isOpen(before), `${by}, ${action.type}`).to.equal(false);
      const next = after(before, action);
      expect([next.status, isOpen(next)], `${by}, ${action.type}`).to.deep.equal([status, status === 'open']);
      // The token of an attempt with an unknown outcome is of no card that is typed after this.
      if (status === 'closed') expect(changesCard({ before, after: next, action }), action.type).to.equal(true);
      const openedAgain = after(before, { type: 'open' }, action);
      if (action.type === 'save-failed') expect(openedAgain.status).to.equal('open');
    }
  });

  it('adds a second token to the first', () => {
    const both = open(tokenized, { type: 'save-token', token: 't', saveToken: 's' });
    expect(both.token).to.deep.include({ status: 'made', detail, saveToken: 's' });
    expect(open(tokenized, { type: 'save-token', token: 'another', saveToken: 's' }).token).to.equal(tokenized.token);
  });

  it('says what was refused at its field, and everything else in a notice', () => {
    const fail = (error: MpError) => open(tokenizing, { type: 'token-failed', attempt: tokenizing.token, error });
    const of = (code: string) => tokenError([{ code, message: 'invalid' }]);
    const atField = fail(of('316'));
    expect([atField.notice, atField.visibleErrors, atField.token.status]).to.deep.equal([
      null,
      ['cardholderName'],
      'none',
    ]);
    expect(fail(refused).notice).to.equal(refused);
    // A field that is not shown cannot say it.
    const error = of('214');
    const withoutDocument = { ...tokenizing, documents: [] };
    const hidden = open(withoutDocument, { type: 'token-failed', attempt: tokenizing.token, error });
    expect(hidden.notice).to.equal(error);
    expect(fail(new MpError('aborted', 'Gone.')).notice).to.equal(null);
  });

  it('knows the banks of a card, and forgets a choice that is not among them', () => {
    const needing = open(looking, { type: 'method', bin: '45099535', method: { ...visa, needsIssuer: true } });
    const chosen = open(needing, { type: 'type', typed: { issuerId: '7' } });
    const issuers = [{ id: '1', name: 'One' }];
    expect(open(chosen, { type: 'issuers', bin: '45099535', issuers }).typed.issuerId).to.equal('');
    const same = [...issuers, { id: '7', name: 'Seven' }];
    expect(open(chosen, { type: 'issuers', bin: '45099535', issuers: same }).typed.issuerId).to.equal('7');
  });

  it('distinguishes an unknown card from one that could not be asked for', () => {
    const unknown = open(looking, { type: 'method', bin: '45099535', method: undefined });
    const failed = open(looking, { type: 'method-failed', bin: '45099535' });
    expect([unknown.method.status, failed.method.status]).to.deep.equal(['unknown', 'failed']);
    expect(open(failed, { type: 'method', bin: '45099535', method: visa }).method.status).to.equal('known');
  });

  it('can be tried again while a frame is missing, although another one comes late', () => {
    const error = new MpError('field-timeout', 'The number did not come.');
    const opening = open(opened, frames({ type: 'opening' }));
    const failed = open(opening, frames({ type: 'failed', error }, 'cardNumber'));
    const late = open(failed, frames({ type: 'ready' }, 'expirationDate'));
    expect([publicState(late), isOpening(late)]).to.deep.equal(['error', false]);
    const others = open(late, frames({ type: 'ready' }, 'securityCode'));
    const whole = open(others, frames({ type: 'ready' }, 'cardNumber'));
    expect([publicState(others), publicState(whole)]).to.deep.equal(['error', 'ready']);
  });

  it('forgets the card, and what was said of it, when the frames go', () => {
    for (const type of ['opening', 'unavailable'] as const) {
      const gone = open({ ...checked, method: known({}) }, frames({ type }));
      expect([gone.method.status, gone.visibleErrors, gone.typed]).to.deep.equal(['none', [], checked.typed]);
    }
    expect(open(tokenized, frames({ type: 'unavailable' })).token.status).to.equal('none');
    expect(open(saving, frames({ type: 'opening' })).saving).to.equal(saving.saving);
  });

  it('asks again for what was lost with a frame', () => {
    const lost = new MpError('field-lost', 'Gone.');
    const reloaded = open(typedWell, frames({ type: 'ready', lost }, 'cardNumber'));
    expect([reloaded.notice, reloaded.visibleErrors]).to.deep.equal([null, ['cardNumber']]);
    expect(reloaded.frames).to.have.nested.property('content.cardNumber', 'empty');
  });

  it('is closed and empty once the card is saved', () => {
    const card = savedCard();
    const saved = { type: 'saved', attempt: saving.saving, card } as const;
    expect(after({ ...saving, saving: {} }, saved).status).to.equal('open');
    expect(after(saving, saved)).to.deep.equal({
      status: 'closed',
      typed: { ...NOTHING_TYPED, identificationType: 'DNI' },
      prefilled: initialState.prefilled,
      documents: [dni, ci],
      attempts: initialState.attempts,
      isPaid: false,
      blockedSubmits: 0,
      canCancel: false,
      saved: card,
    });
  });

  it('is as it was at first after a reset', () => {
    const again = open({ ...tokenized, notice: refused, isSaveDue: true }, { type: 'reset' });
    const typed = { ...NOTHING_TYPED, identificationType: 'DNI' };
    expect(again).to.deep.include({ typed, visibleErrors: [], refused: {}, notice: null, isSaveDue: false });
    expect(again.token.status).to.equal('none');
  });
});
