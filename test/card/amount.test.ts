import { expect } from '@open-wc/testing';
import { decodeAmount } from '../../src/card/amount.js';
import type { MpError } from '../../src/errors.js';

describe('an amount', () => {
  for (const [given, amount] of [
    ['129.90', '129.90'],
    ['129.9', '129.90'],
    [129.9, '129.90'],
    ['130', '130'],
    ['130.00', '130'],
    [130, '130'],
    ['0.01', '0.01'],
    ['007', '7'],
    [' 10.5 ', '10.50'],
    [3 * 129.9, '389.70'], // 389.70000000000005
    ['999999999999.99', '999999999999.99'],
    ['100.00', '100'],
    ['1000.05', '1000.05'],
    ['15000.0000', '15000'],
    ['129.9000', '129.90'],
  ] as const) {
    it(`${JSON.stringify(given)} is ${amount}`, () => expect(decodeAmount(given)).to.equal(amount));
  }

  for (const given of ['', ' ', null, undefined]) {
    it(`${JSON.stringify(given)} is none`, () => expect(decodeAmount(given)).to.equal(''));
  }

  const refused = [
    ...[
      '129,90',
      '1.299,90',
      '1,299.90',
      '-1',
      '+1',
      '1e3',
      '0x10',
      '0',
      '0.00',
      '.5',
      '5.',
      '1.234',
      '1.2340',
      '1.0001',
      '$ 10',
      '10 ARS',
    ],
    ...['NaN', 'Infinity', 'null', '1 000', '1_000', '١٠', '1000000000000'],
    ...[NaN, Infinity, -1, 0, 0.004, 1.234, 1e21],
  ];
  for (const given of refused) {
    it(`${typeof given} ${given} is refused with what to write instead`, () => {
      let error: MpError | undefined;
      try {
        decodeAmount(given);
      } catch (cause) {
        error = cause as MpError;
      }
      expect(error?.code).to.equal('configuration');
      expect(error?.message).to.contain('129.90').and.to.contain(String(given));
    });
  }
});
