import { expect } from '@open-wc/testing';
import {
  canHaveInstallments,
  choosablePlans,
  decodeInstallments,
  planText,
  type InstallmentQuery,
} from '../../src/card/installments.js';

const query: InstallmentQuery = {
  amount: '129.90',
  bin: '450995',
  paymentTypeId: 'credit_card',
  paymentMethodId: 'visa',
  issuerId: '310',
};

const cost = (installments: number, total = 129.9, more: object = {}) => ({
  installments,
  installment_amount: total / installments,
  total_amount: total,
  recommended_message: `${installments} cuotas`,
  ...more,
});

const offer = (costs: unknown, issuer: unknown = { id: 310 }, payment_method_id = 'visa') => ({
  payment_method_id,
  issuer,
  payer_costs: costs,
});

const countsOf = (body: unknown, asked: Partial<InstallmentQuery> = {}) =>
  decodeInstallments(body, { ...query, ...asked }).map(({ installments }) => installments);

describe('installment plans', () => {
  it('are read with all parts', () => {
    const labels = ['CFT_214,52%|TEA_166,13%', 'recommended_installment'];
    expect(decodeInstallments([offer([cost(3, 180, { labels })])], query)).to.deep.equal([
      {
        installments: 3,
        installmentAmount: 60,
        totalAmount: 180,
        recommendedMessage: '3 cuotas',
        isInterestFree: false,
        legalTexts: ['CFT: 214,52%', 'TEA: 166,13%'],
      },
    ]);
  });

  it('come the shortest first', () => {
    expect(countsOf([offer([cost(6), cost(1), cost(3)])])).to.deep.equal([1, 3, 6]);
  });

  const [bank, other] = [[cost(3)], [cost(6)]];
  for (const [what, body, asked, counts] of [
    ['of the payment method', [offer(other, { id: 310 }, 'debvisa'), offer(bank)], {}, [3]],
    ['of the issuer', [offer(other, { id: 1 }), offer(bank, { id: '310' })], {}, [3]],
    ['of the offer without an issuer', [offer(bank, null)], {}, [3]],
    ['of the issuer rather than of the offer without one', [offer(other, null), offer(bank)], {}, [3]],
    ['of the first issuer when the card has none', [offer(bank, { id: 1 }), offer(other)], { issuerId: null }, [3]],
    ['of no other issuer', [offer(bank, { id: 1 })], {}, []],
    ['of no other method', [offer(bank)], { paymentMethodId: 'master' }, []],
    ['of no answer', null, {}, []],
    ['of an answer that is no list', { results: [offer(bank)] }, {}, []],
    ['of an offer without plans', [offer(null)], {}, []],
  ] as const) {
    it(`are those ${what}`, () => expect(countsOf(body, asked)).to.deep.equal(counts));
  }

  for (const [what, changes] of [
    ['number of installments', { installments: 0 }],
    ['integer number of installments', { installments: 1.5 }],
    ['amount of each installment', { installment_amount: null }],
    ['total', { total_amount: 'much' }],
    ['text', { recommended_message: '' }],
  ] as const) {
    it(`are left out without a ${what}`, () => {
      expect(countsOf([offer([cost(1), cost(3, 129.9, changes), null])])).to.deep.equal([1]);
    });
  }

  for (const [what, plan, expected] of [
    ['when the total is the amount', cost(3), true],
    ['when there is a discount', cost(3, 100), true],
    ['not when the total is more', cost(3, 130), false],
    ['not when the bank adds its own', cost(3, 129.9, { installment_rate_collector: ['THIRD_PARTY'] }), false],
    [
      'when the bank could, but there is one part',
      cost(1, 129.9, { installment_rate_collector: ['THIRD_PARTY'] }),
      true,
    ],
  ] as const) {
    it(`are free of interest ${what}`, () => {
      expect(decodeInstallments([offer([plan])], query)[0]?.isInterestFree).to.equal(expected);
    });
  }

  for (const [labels, texts] of [
    [['CFT_0,00%|TEA_0,00%'], ['CFT: 0,00%', 'TEA: 0,00%']],
    [
      ['CFT_10%', 'TNA_9,5%'],
      ['CFT: 10%', 'TNA: 9,5%'],
    ],
    [['recommended_interest_free', 'recommended_installment', 7, null], []],
    ['CFT_10%', []],
    [undefined, []],
  ] as const) {
    it(`have the legal texts of ${JSON.stringify(labels)}`, () => {
      expect(decodeInstallments([offer([cost(3, 180, { labels })])], query)[0]?.legalTexts).to.deep.equal(texts);
    });
  }
});

describe('a plan in few words', () => {
  const textOf = (recommendedMessage: string, isInterestFree: boolean, interestFree = 'sin interés') => {
    const installments = parseInt(recommendedMessage) || 1;
    const plan = { installments, recommendedMessage, isInterestFree };
    return planText({ ...plan, installmentAmount: 1, totalAmount: 1, legalTexts: [] }, interestFree);
  };

  for (const [what, message, expected] of [
    ['Spanish', '6 cuotas de $ 2.998,96 ($ 17.993,76)', '6 × $ 2.998,96 ($ 17.993,76)'],
    ['Spanish with a no-break space', '6 cuotas de $\u00a027,06 ($\u00a0162,36)', '6 × $\u00a027,06 ($\u00a0162,36)'],
    ['Spanish of Mexico', '3 mensualidades de $300.00 ($900.00)', '3 × $300.00 ($900.00)'],
    ['Spanish of Peru', '3 cuotas de S/ 43.30 (S/ 129.90)', '3 × S/ 43.30 (S/ 129.90)'],
    ['Portuguese', '12 parcelas de R$ 11,50 (R$ 138,00)', '12 × R$ 11,50 (R$ 138,00)'],
    ['English', '3 installments of R$43.30 (R$129.90)', '3 × R$43.30 (R$129.90)'],
    ['a currency code', '3 cuotas de COP 43.300 (COP 129.900)', '3 × COP 43.300 (COP 129.900)'],
    ['words with accents', '3 cuotas con interés de $ 43,30 ($ 129,90)', '3 × $ 43,30 ($ 129,90)'],
    ['no currency', '3 cuotas de 43,30 (129,90)', '3 × 43,30 (129,90)'],
    ['few words already', '3 × $ 43.30 ($ 129.90)', '3 × $ 43.30 ($ 129.90)'],
    ['no amounts', '3 cuotas', '3 cuotas'],
    ['words alone', '3 cuotas con interés', '3 cuotas con interés'],
    ['another order', 'Total $ 129,90 en 3 cuotas', 'Total $ 129,90 en 3 cuotas'],
  ] as const) {
    it(`has each amount and the total of ${what}`, () => expect(textOf(message, false)).to.equal(expected));
  }

  for (const [what, message, words, expected] of [
    ['in Spanish', '3 cuotas de $ 4.330,00 ($ 12.990,00)', 'sin interés', '3 × $ 4.330,00 sin interés'],
    ['in Portuguese', '2 parcelas de R$ 150,00 (R$ 300,00)', 'sem juros', '2 × R$ 150,00 sem juros'],
    ['without a total', '3 cuotas de $ 43,30', 'sin interés', '3 × $ 43,30 sin interés'],
    ['without amounts', '3 cuotas', 'sin interés', '3 cuotas sin interés'],
  ] as const) {
    it(`says that it is free of interest instead of the total ${what}`, () =>
      expect(textOf(message, true, words)).to.equal(expected));
  }

  for (const [message, expected] of [
    ['1 cuota de $ 129,90 ($ 129,90)', '1 × $ 129,90'],
    ['En un solo pago', 'En un solo pago'],
  ] as const) {
    it(`says of a single payment once what it costs: ${expected}`, () =>
      expect(textOf(message, true)).to.equal(expected));
  }
});

describe('installments are requested', () => {
  for (const [expected, what, changes] of [
    [true, 'a credit card', {}],
    [true, 'a card of an unknown type', { paymentTypeId: '' }],
    [false, 'a debit card', { paymentTypeId: 'debit_card' }],
    [false, 'a prepaid card', { paymentTypeId: 'prepaid_card' }],
    [false, 'a card without first digits', { bin: '' }],
    [false, 'no amount', { amount: '' }],
  ] as const) {
    it(`${expected ? '' : 'not '}with ${what}`, () => {
      expect(canHaveInstallments({ ...query, ...changes })).to.equal(expected);
    });
  }
});

describe('the choice of installments', () => {
  const single = decodeInstallments([offer([cost(1, 129.9, { recommended_message: 'at once' })])], query)[0]!;
  for (const [what, counts, max, expected] of [
    ['is every plan', [1, 3, 6], undefined, [1, 3, 6]],
    ['goes up to the given maximum', [1, 3, 6, 12], 6, [1, 3, 6]],
    ['has a single payment where Mercado Pago lists none', [3, 6], undefined, [1, 3, 6]],
    ['is none with one plan', [1], undefined, []],
    ['is none with one plan left', [1, 3], 2, []],
    ['is none when none is wanted', [1, 3], 0, []],
    ['is none without plans', [], undefined, []],
  ] as const) {
    it(what, () => {
      const plans = decodeInstallments([offer(counts.map((count) => cost(count)))], query);
      expect(choosablePlans(plans, max, single).map(({ installments }) => installments)).to.deep.equal(expected);
    });
  }

  it('keeps the text of Mercado Pago for a single payment', () => {
    const plans = decodeInstallments([offer([cost(1), cost(3)])], query);
    expect(choosablePlans(plans, undefined, single)[0]).to.equal(plans[0]);
  });
});
