import { expect } from '@open-wc/testing';
import { rejectionOf } from './field-tools.js';
import { MercadoPago, subject } from './subject.js';

const mp = new MercadoPago(subject.publicKey);

describe('contract: parameters of the lookups', () => {
  const refused: [string, () => Promise<unknown>, string][] = [
    ['an empty bin', () => mp.getPaymentMethods({ bin: '' }), 'parameter bin can not be null/empty'],
    ['a bin of five digits', () => mp.getPaymentMethods({ bin: '50317' }), 'invalid parameter bin'],
    ['a bin with a space', () => mp.getPaymentMethods({ bin: '5031 7557' }), 'invalid parameter bin'],
    [
      'an unknown processing mode',
      () => mp.getPaymentMethods({ bin: '503175', processingMode: 'both' }),
      'invalid parameter processingMode',
    ],
    [
      'an empty payment method',
      () => mp.getIssuers({ bin: '503175', paymentMethodId: '' }),
      'parameter paymentMethodId can not be null/empty',
    ],
    [
      'an amount that is a number',
      () => mp.getInstallments({ bin: '503175', amount: 100 as unknown as string }),
      'invalid parameter amount',
    ],
    [
      'an amount with a comma',
      () => mp.getInstallments({ bin: '503175', amount: '129,90' }),
      'invalid parameter amount',
    ],
  ];

  for (const [name, call, message] of refused) {
    it(`rejects ${name} with a list of code and message`, async () => {
      expect(await rejectionOf(call())).to.deep.equal([{ code: '000', message }]);
    });
  }
});

describe('contract: answers of the lookups', () => {
  it('resolves with a page of payment methods for a bin', async () => {
    const { results } = await mp.getPaymentMethods({ bin: '503175' });
    expect(results[0]).to.include({ id: 'master', payment_type_id: 'credit_card' });
    expect(results[0]).to.have.nested.property('settings[0].security_code.length', 3);
    expect(results[0]).to.have.nested.property('issuer.id');
  });

  it('resolves with an empty page for an unknown bin', async () => {
    expect((await mp.getPaymentMethods({ bin: '000000' })).results).to.deep.equal([]);
  });

  it('resolves with installment plans that begin with a single payment', async () => {
    const [offer] = await mp.getInstallments({ bin: '503175', amount: '129.90' });
    expect(offer?.payment_method_id).to.equal('master');
    expect(offer?.payer_costs[0]).to.include({ installments: 1, total_amount: 129.9 });
  });
});
