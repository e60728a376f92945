import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { expiryStatus, formatExpiry, type ExpiryStatus } from '../../src/card/expiry.js';

const card = (expirationMonth: number, expirationYear: number) => ({ expirationMonth, expirationYear });

describe('expiryStatus', () => {
  const table: [now: Date, month: number, year: number, expected: ExpiryStatus][] = [
    [new Date(2026, 7, 1), 8, 2026, 'expiresThisMonth'],
    [new Date(2026, 7, 31, 23, 59, 59, 999), 8, 2026, 'expiresThisMonth'],
    [new Date(2026, 8, 1), 8, 2026, 'expired'],
    [new Date(2026, 11, 31, 23, 59), 12, 2026, 'expiresThisMonth'],
    [new Date(2027, 0, 1), 12, 2026, 'expired'],
    [new Date(2028, 1, 29, 12), 2, 2028, 'expiresThisMonth'],
    [new Date(2026, 7, 2), 7, 2020, 'expired'],
    [new Date(2026, 7, 31, 12), 9, 2026, 'expiresSoon'],
    [new Date(2026, 7, 2), 9, 2026, 'expiresSoon'],
    [new Date(2026, 7, 1), 9, 2026, 'expires'],
    [new Date(2026, 7, 2), 10, 2026, 'expires'],
    [new Date(2026, 11, 15), 1, 2027, 'expiresSoon'],
    [new Date(2026, 7, 2), 8, 2031, 'expires'],
  ];
  for (const [now, month, year, expected] of table) {
    it(`${formatExpiry(card(month, year))} on ${now.toDateString()}: ${expected}`, () => {
      expect(expiryStatus(card(month, year), now)).to.equal(expected);
    });
  }

  it('of a card without a date is left to Mercado Pago', () => {
    const undated = { expirationMonth: null, expirationYear: null };
    expect(expiryStatus(undated, new Date(2030, 0))).to.equal('expires');
    expect(formatExpiry(undated)).to.equal('');
  });

  it('only gets nearer as time passes', () => {
    const nearness: ExpiryStatus[] = ['expires', 'expiresSoon', 'expiresThisMonth', 'expired'];
    const date = fc.date({ min: new Date(2024, 0), max: new Date(2030, 0), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2024, max: 2030 }),
        date,
        date,
        (month, year, a, b) => {
          const [earlier, later] = [a, b]
            .sort((x, y) => x.getTime() - y.getTime())
            .map((now) => nearness.indexOf(expiryStatus(card(month, year), now)));
          expect(earlier).to.be.at.most(later!);
        },
      ),
    );
  });
});

describe('formatExpiry', () => {
  const table: [month: number, year: number, expected: string][] = [
    [1, 2026, '01/26'],
    [12, 2030, '12/30'],
    [9, 2005, '09/05'],
  ];
  for (const [month, year, expected] of table) {
    it(`prints ${expected}`, () => expect(formatExpiry(card(month, year))).to.equal(expected));
  }
});
