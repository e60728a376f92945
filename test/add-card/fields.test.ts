import { expect } from '@open-wc/testing';
import { fieldsShown, issuerId, problemOf, wrongFields } from '../../src/add-card/field-selectors.js';
import { isComplete, publicState } from '../../src/add-card/selectors.js';
import type { FrameContents, Open } from '../../src/add-card/state.js';
import { known, opened, typedWell } from './states.js';

const contents = (content: Partial<FrameContents>): FrameContents => ({
  cardNumber: 'valid',
  expirationDate: 'valid',
  securityCode: 'valid',
  ...content,
});
const withContents = (content: Partial<FrameContents>, open: Open = typedWell): Open => ({
  ...open,
  frames: { status: 'shown', content: contents(content), focus: null, error: null },
});

describe('what is asked of a new card', () => {
  const always = ['cardNumber', 'expirationDate', 'securityCode', 'cardholderName'];
  const withDocument = [...always, 'identificationType', 'identificationNumber'];

  const table: [name: string, state: Open, fields: string[]][] = [
    ['no document where the country has none', { ...typedWell, documents: [] }, always],
    ['a document while the card is not recognised', typedWell, withDocument],
    [
      'a document when the method needs one',
      { ...typedWell, method: known({ needsIdentification: true }) },
      withDocument,
    ],
    ['no document when the method needs none', { ...typedWell, method: known({ needsIdentification: false }) }, always],
    [
      'a bank when there are several',
      { ...typedWell, documents: [], method: known({ needsIssuer: true }, ['1', '2']) },
      [...always, 'issuerId'],
    ],
    ['no bank when there is one', { ...typedWell, documents: [], method: known({ needsIssuer: true }, ['1']) }, always],
  ];
  for (const [name, state, fields] of table) {
    it(`is ${name}`, () => expect(fieldsShown(state)).to.deep.equal(fields));
  }
});

describe('what is wrong with a new card', () => {
  it('is nothing when all is typed well', () => expect(wrongFields(typedWell)).to.deep.equal([]));

  it('is everything, in order, when nothing is typed', () => {
    expect(wrongFields(opened)).to.deep.equal([
      'cardNumber',
      'expirationDate',
      'securityCode',
      'cardholderName',
      'identificationNumber',
    ]);
  });

  it('is nothing about frames that have not said that they are ready', () => {
    const opening = withContents({ cardNumber: 'opening', expirationDate: 'opening', securityCode: 'opening' });
    expect(wrongFields(opening)).to.deep.equal([]);
    expect(isComplete(opening)).to.equal(false);
  });

  it('is nothing about digits that the frame has not judged, though the card is not complete while they are typed', () => {
    const typing = withContents({ cardNumber: 'typed' });
    expect(problemOf(typing, 'cardNumber')).to.equal(undefined);
    expect(isComplete(typing)).to.equal(true);
    expect(isComplete({ ...typing, frames: { ...typing.frames, focus: 'cardNumber' } as Open['frames'] })).to.equal(
      false,
    );
  });

  it('is no missing code where the method has none that must be', () => {
    const method = known({ securityCode: { length: 3, location: 'back', mode: 'optional' } });
    expect(wrongFields(withContents({ securityCode: 'empty' }, { ...typedWell, method }))).to.deep.equal([]);
    expect(wrongFields(withContents({ securityCode: 'empty' }))).to.deep.equal(['securityCode']);
  });

  it('is a bank that must be chosen', () => {
    const method = known({ needsIssuer: true }, ['1', '2']);
    expect(wrongFields({ ...typedWell, method })).to.deep.equal(['issuerId']);
    expect(wrongFields({ ...typedWell, method, typed: { ...typedWell.typed, issuerId: '2' } })).to.deep.equal([]);
  });

  it('is what Mercado Pago refused', () => {
    expect(problemOf({ ...typedWell, refused: { cardholderName: 'invalid' } }, 'cardholderName')).to.equal('invalid');
  });
});

describe('the bank that is sent', () => {
  it('is none while the card is not recognised', () => expect(issuerId(typedWell)).to.equal(null));
  it('is that of the method', () => expect(issuerId({ ...typedWell, method: known({}, ['25']) })).to.equal('25'));
  it('is the chosen one', () => {
    const method = known({ needsIssuer: true }, ['1', '2']);
    expect(issuerId({ ...typedWell, method, typed: { ...typedWell.typed, issuerId: '2' } })).to.equal('2');
  });
});

describe('the public state of a form', () => {
  const table: [state: string, open: Open][] = [
    ['loading', withContents({ securityCode: 'opening' })],
    ['ready', typedWell],
    ['ready', { ...typedWell, frames: { status: 'away' } }],
    ['tokenizing', { ...typedWell, token: { status: 'making' } }],
    ['saving', { ...typedWell, saving: {} }],
  ];
  for (const [state, open] of table) it(`is ${state}`, () => expect(publicState(open)).to.equal(state));
});
