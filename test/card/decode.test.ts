import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { decodeCards } from '../../src/card/decode.js';
import type { CardList, SavedCard } from '../../src/card/saved-card.js';
import { MpError } from '../../src/errors.js';
import { rawCard } from './raw-card.js';

/** Decodes, and records what is written to `console.warn`. */
function decodeListening(body: unknown): { list: CardList; warnings: string[] } {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  try {
    return { list: decodeCards(body), warnings };
  } finally {
    console.warn = warn;
  }
}

function decodeOne(changes: Record<string, unknown>): SavedCard {
  const [card] = decodeCards([rawCard(changes)]).cards;
  if (!card) throw new Error('The card was left out.');
  return card;
}

const ids = ({ cards }: CardList) => cards.map((card) => card.id);

describe('decodeCards', () => {
  it('reads all parts of a card from a bare array, and no other field', () => {
    expect(decodeCards([rawCard()])).to.deep.equal({
      defaultCardId: null,
      cards: [
        {
          id: '9267060453',
          firstSixDigits: '503143',
          lastFourDigits: '6351',
          expirationMonth: 12,
          expirationYear: 2030,
          paymentMethod: {
            id: 'master',
            name: 'Mastercard',
            paymentTypeId: 'credit_card',
            secureThumbnail: 'https://http2.mlstatic.com/master.png',
          },
          issuer: { id: '24', name: 'Mastercard' },
          securityCode: { length: 3, location: 'back', mode: 'mandatory' },
        },
      ],
    });
  });

  it('reads the cards of a customer object in the same way', () => {
    const body = { id: '1-a', email: 'ana@example.com', cards: [rawCard()], default_card: null };
    expect(decodeCards(body)).to.deep.equal(decodeCards([rawCard()]));
  });

  it('reads an empty array as a list without cards', () => {
    expect(decodeCards([])).to.deep.equal({ cards: [], defaultCardId: null });
    expect(decodeCards({ cards: [] })).to.deep.equal({ cards: [], defaultCardId: null });
  });

  it('reads what Go makes of an empty slice as a list without cards', () => {
    expect(decodeCards(null)).to.deep.equal({ cards: [], defaultCardId: null });
    expect(decodeCards({ cards: null, default_card: null })).to.deep.equal({ cards: [], defaultCardId: null });
  });

  it('reads what PHP makes of an array with gaps as its cards, in order', () => {
    const gaps = { 0: rawCard({ id: 'a' }), 2: rawCard({ id: 'b' }), 10: rawCard({ id: 'c' }) };
    expect(ids(decodeCards(gaps))).to.deep.equal(['a', 'b', 'c']);
    expect(ids(decodeCards({ cards: gaps, default_card: 'b' }))).to.deep.equal(['b', 'a', 'c']);
  });

  it('reads what PHP makes of an empty array, as an array and as an object, as a list without cards', () => {
    for (const cards of [[], {}]) expect(decodeCards({ cards }).cards).to.deep.equal([]);
    // By itself it may be anything.
    expect(() => decodeCards({}))
      .to.throw(MpError)
      .with.property('code', 'protocol');
  });

  for (const wrapping of ['response', 'results', 'data', 'items', 'body', 'content']) {
    it(`names the wrapping of a list in { ${wrapping}: [] }`, () => {
      const naming = new RegExp(`"${wrapping}"`);
      const lists = [[rawCard()], [], null, { 1: rawCard() }, { cards: [rawCard()] }];
      for (const list of lists) {
        for (const body of [
          { [wrapping]: list },
          { [wrapping]: list, links: {}, total: 1 },
          { cards: { [wrapping]: list } },
        ])
          expect(() => decodeCards(body), JSON.stringify(body))
            .to.throw(MpError, naming)
            .with.property('code', 'protocol');
      }
    });
  }

  it('takes no other object for a wrapping, and no text for a list', () => {
    for (const body of [{ errors: ['no'] }, { data: 'no' }, { data: {} }, '[]', 7, true, { cards: '[]' }, { cards: 7 }])
      expect(() => decodeCards(body), JSON.stringify(body)).to.throw(MpError, /Expected an array of cards[^;]*$/);
  });

  it('calls no account empty whose cards cannot be read', () => {
    expect(() => decodeCards([rawCard({ id: null }), 'card'])).to.throw(MpError, /2 of 2 cards/);
  });

  describe('forms of a field', () => {
    const table: [what: string, changes: Record<string, unknown>, expected: Partial<SavedCard>][] = [
      ['a number as id', { id: 9267060453 }, { id: '9267060453' }],
      ['digits as numbers', { first_six_digits: 503143, last_four_digits: 6351 }, { lastFourDigits: '6351' }],
      ['a number that lost the zeros of the last four', { last_four_digits: 7 }, { lastFourDigits: '0007' }],
      ['a number that lost the zeros of the first six', { first_six_digits: 5031 }, { firstSixDigits: '005031' }],
      ['leading zeros in strings', { last_four_digits: '0007' }, { lastFourDigits: '0007' }],
      ['a BIN of eight digits', { first_six_digits: '50314332' }, { firstSixDigits: '503143' }],
      ['a BIN of eight digits as a number', { first_six_digits: 50314332 }, { firstSixDigits: '503143' }],
      ['no first six digits', { first_six_digits: undefined }, { firstSixDigits: '' }],
      ['a month with a zero', { expiration_month: '07' }, { expirationMonth: 7 }],
      ['a year as a string', { expiration_year: '2031' }, { expirationYear: 2031 }],
      ['a year of two digits', { expiration_year: 31 }, { expirationYear: 2031 }],
      ['a year of two digits as a string', { expiration_year: '31' }, { expirationYear: 2031 }],
      ['an issuer id as a string', { issuer: { id: '24', name: 'X' } }, { issuer: { id: '24', name: 'X' } }],
      ['an issuer without a name', { issuer: { id: 24 } }, { issuer: { id: '24', name: '' } }],
      ['no issuer', { issuer: undefined }, { issuer: null }],
      ['a null issuer', { issuer: null }, { issuer: null }],
      ['an issuer without an id', { issuer: { name: 'X' } }, { issuer: null }],
    ];
    for (const [what, changes, expected] of table) {
      it(`understands ${what}`, () => expect(decodeOne(changes)).to.deep.include(expected));
    }

    const undated: [what: string, changes: Record<string, unknown>][] = [
      ['month 0', { expiration_month: 0 }],
      ['month 13', { expiration_month: 13 }],
      ['no month', { expiration_month: null }],
      ['no year', { expiration_year: '' }],
      ['a year of three digits', { expiration_year: 203 }],
      ['words', { expiration_month: 'diciembre', expiration_year: 'n/a' }],
    ];
    for (const [what, changes] of undated) {
      it(`reads a card without an expiry date: ${what}`, () => {
        expect(decodeOne(changes)).to.include({ expirationMonth: null, expirationYear: null });
      });
    }

    it('names the brand by its id when the name is missing', () => {
      expect(decodeOne({ payment_method: { id: 'cabal' } }).paymentMethod).to.deep.equal({
        id: 'cabal',
        name: 'cabal',
        paymentTypeId: '',
        secureThumbnail: null,
      });
    });

    for (const address of ['http://x.example/a.png', 'javascript:alert(1)', 'data:image/png;base64,', '//x/a.png', 7]) {
      it(`keeps no thumbnail like ${address}`, () => {
        const { paymentMethod } = decodeOne({ payment_method: { id: 'visa', secure_thumbnail: address } });
        expect(paymentMethod.secureThumbnail).to.equal(null);
      });
    }
  });

  describe('a card that cannot be shown', () => {
    const table: [why: string, card: unknown][] = [
      ['no object', 'card'],
      ['null', null],
      ['no id', rawCard({ id: undefined })],
      ['an empty id', rawCard({ id: '' })],
      ['an id that names the folder of its own address', rawCard({ id: '.' })],
      ['an id that names the folder above', rawCard({ id: '..' })],
      ['no last four digits', rawCard({ last_four_digits: null })],
      ['three last digits as a string', rawCard({ last_four_digits: '351' })],
      ['a complete card number instead of four digits', rawCard({ last_four_digits: '5031433215406351' })],
      ['letters where digits belong', rawCard({ last_four_digits: '63x1' })],
      ['no payment method', rawCard({ payment_method: undefined })],
      ['a payment method without an id', rawCard({ payment_method: { name: 'Visa' } })],
    ];
    for (const [why, card] of table) {
      it(`is left out: ${why}`, () => {
        const { list, warnings } = decodeListening([card, rawCard({ id: 'good' })]);
        expect(ids(list)).to.deep.equal(['good']);
        expect(warnings).to.have.length(1);
      });
    }

    it('is reported by one warning for the list, with the count and no data of the cards', () => {
      const bad = rawCard({ id: 'secret-id', last_four_digits: '5031433215406351' });
      const { warnings } = decodeListening([bad, rawCard(), bad]);
      expect(warnings).to.deep.equal([
        'mp-saved-cards: 2 of 3 cards cannot be shown: "id", "last_four_digits" or "payment_method" is missing.',
      ]);
    });

    it('is not reported when there is none', () => {
      expect(decodeListening([rawCard()]).warnings).to.deep.equal([]);
    });
  });

  describe('order', () => {
    const cards = ['a', 'b', 'c'].map((id) => rawCard({ id }));

    const table: [what: string, body: unknown, order: string[], defaultCardId: string | null][] = [
      ['the server order without a default card', cards, ['a', 'b', 'c'], null],
      ['the default card first, then the server order', { cards, default_card: 'c' }, ['c', 'a', 'b'], 'c'],
      ['no default when it is not in the list', { cards, default_card: 'z' }, ['a', 'b', 'c'], null],
      ['the same card once', [...cards, ...cards], ['a', 'b', 'c'], null],
      [
        'a number as default card',
        { cards: [rawCard(), rawCard({ id: 7 })], default_card: 7 },
        ['7', '9267060453'],
        '7',
      ],
    ];
    for (const [what, body, order, defaultCardId] of table) {
      it(`is ${what}`, () => {
        const list = decodeCards(body);
        expect(ids(list)).to.deep.equal(order);
        expect(list.defaultCardId).to.equal(defaultCardId);
      });
    }

    it('has no default when the default card cannot be shown', () => {
      const cards = [rawCard({ id: 'a', last_four_digits: 0.5 }), rawCard({ id: 'b' })];
      const { list } = decodeListening({ cards, default_card: 'a' });
      expect(list.defaultCardId).to.equal(null);
    });
  });

  for (const body of [undefined, 'cards', 7, {}, { cards: 7 }, { message: 'unauthorized' }]) {
    it(`refuses ${JSON.stringify(body)} as no list`, () => {
      expect(() => decodeCards(body))
        .to.throw(MpError)
        .with.property('code', 'protocol');
    });
  }

  it('turns any JSON into complete cards or a protocol error', () => {
    const value = fc.oneof(fc.jsonValue(), fc.integer(), fc.constantFrom('503143', '6351', '0007', 12, 2030, '26'));
    const mostly = (good: unknown) => fc.oneof({ weight: 9, arbitrary: fc.constant(good) }, value);
    const card = fc.record(
      {
        id: fc.oneof(fc.constantFrom('a', 'b', 1), value),
        first_six_digits: mostly('503143'),
        last_four_digits: mostly(6351),
        expiration_month: mostly('07'),
        expiration_year: mostly(30),
        payment_method: fc.oneof({ weight: 9, arbitrary: fc.record({ id: mostly('visa'), name: value }) }, value),
        issuer: fc.oneof(value, fc.record({ id: value })),
        security_code: fc.oneof(value, fc.record({ length: value, mode: value, card_location: value })),
      },
      { requiredKeys: ['id', 'last_four_digits', 'expiration_month', 'expiration_year', 'payment_method'] },
    );
    const body = fc.oneof(
      fc.jsonValue(),
      fc.array(card),
      fc.record({ cards: fc.array(card), default_card: fc.constantFrom('b', 1, null) }),
    );

    fc.assert(
      fc.property(body, (json) => {
        let list: CardList;
        try {
          ({ list } = decodeListening(json));
        } catch (error) {
          expect(error).to.be.instanceOf(MpError).with.property('code', 'protocol');
          return;
        }
        expect(new Set(ids(list)).size).to.equal(list.cards.length);
        if (list.defaultCardId !== null) expect(list.cards[0]?.id).to.equal(list.defaultCardId);
        for (const { id, firstSixDigits, lastFourDigits, expirationMonth, expirationYear, ...card } of list.cards) {
          expect(id).to.be.a('string').that.is.not.empty;
          expect(firstSixDigits).to.match(/^(\d{6})?$/);
          expect(lastFourDigits).to.match(/^\d{4}$/);
          expect(expirationMonth === null).to.equal(expirationYear === null);
          expect(expirationMonth ?? 1).to.be.within(1, 12);
          expect(expirationYear ?? 2000).to.be.within(2000, 2099);
          expect(card.paymentMethod.name).to.not.equal('');
          expect(card.securityCode.length).to.be.oneOf([0, 3, 4]);
        }
      }),
    );
  });
});
