import { expect } from '@open-wc/testing';
import FakeTimers from '@sinonjs/fake-timers';
import { lookupsOf, type Lookups } from '../../src/mercadopago/lookups.js';
import { connectSdk } from '../../src/mercadopago/payment-sdk.js';
import type { VendorInstance, VendorLookups } from '../../src/mercadopago/vendor.js';
import { installMercadoPago, type StandInOptions } from '../../src/testing/index.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { codeOf } from './isolated-page.js';

const plan = { amount: '100', bin: '503175', paymentTypeId: 'credit_card', paymentMethodId: 'master', issuerId: '24' };

const asks: Record<keyof VendorLookups, (sdk: Lookups) => Promise<unknown>> = {
  getPaymentMethods: (sdk) => sdk.paymentMethods('503175'),
  getIssuers: (sdk) => sdk.issuers('master', '503175'),
  getIdentificationTypes: (sdk) => sdk.identificationTypes(),
  getInstallments: (sdk) => sdk.installments(plan),
};
const methods = Object.entries(asks) as [keyof VendorLookups, (sdk: Lookups) => Promise<unknown>][];

const withVendor = (vendor: VendorLookups) => lookupsOf(vendor as VendorInstance);
const rejecting = (rejection: unknown) => {
  const reason = rejection as Error; // the SDK also rejects with arrays, response bodies and strings
  const reject = () => Promise.reject(reason);
  return withVendor(Object.fromEntries(methods.map(([method]) => [method, reject])));
};

describe('a look-up of MercadoPago.js', () => {
  let keys = 0;

  const withStandIn = async (
    use: (sdk: Lookups, calls: () => unknown[][]) => Promise<void>,
    options?: StandInOptions,
  ) => {
    const standIn = installMercadoPago(options);
    const sdk = await connectSdk(`TEST-lookups-${++keys}`, 'es-AR'); // `connectSdk` keeps one instance per key
    const calls = () =>
      standIn.calls.filter(({ method }) => method in asks).map(({ method, arguments: args }) => [method, ...args]);
    await use(sdk, calls).finally(() => standIn.uninstall());
  };

  it('finds payment method, issuer, documents and installments', () =>
    withStandIn(async (sdk) => {
      expect((await sdk.paymentMethods('503175'))[0]).to.include({ id: 'master', needsIdentification: true });
      expect(await sdk.issuers('master', '503175')).to.deep.equal([{ id: '24', name: 'Mastercard' }]);
      expect((await sdk.identificationTypes()).map(({ id }) => id)).to.include('DNI');
      expect((await sdk.installments(plan)).map(({ installments }) => installments)).to.deep.equal([1, 3, 6, 12]);
    }));

  it('works with an old build', () =>
    withStandIn(
      async (sdk) => {
        for (const [, ask] of methods) expect(await ask(sdk)).not.to.be.empty;
      },
      { oldBuild: true },
    ));

  it('sends strings, and no parameter that the SDK does not have', () =>
    withStandIn(async (sdk, calls) => {
      await sdk.installments(plan);
      await sdk.installments({ ...plan, paymentTypeId: '' });
      expect(calls()).to.deep.equal([
        ['getInstallments', { amount: '100', bin: '503175', paymentTypeId: 'credit_card' }],
        ['getInstallments', { amount: '100', bin: '503175' }],
      ]);
    }));

  it('sends at most eight first digits, and is not made with fewer than six', () =>
    withStandIn(async (sdk, calls) => {
      for (const bin of ['', '50317', '5031 7', '503175', '5031 7557 3453 0604']) await sdk.paymentMethods(bin);
      expect(await sdk.issuers('master', '50317')).to.be.empty;
      expect(await sdk.installments({ ...plan, bin: '' })).to.be.empty;
      expect(calls()).to.deep.equal([
        ['getPaymentMethods', { bin: '503175' }],
        ['getPaymentMethods', { bin: '50317557' }],
      ]);
    }));

  it('finds nothing for an unknown card', () =>
    withStandIn(async (sdk) => {
      expect(await sdk.paymentMethods('000000')).to.be.empty;
      expect(await sdk.installments({ ...plan, bin: '000000' })).to.be.empty;
    }));

  for (const [method, ask] of methods) {
    it(`${method} rejects after 10 seconds, and can be retried`, async () => {
      const clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout'] });
      const failure = ask(withVendor({ [method]: () => new Promise(() => {}) })).catch((error: unknown) => error);
      await clock.tickAsync(TIMEOUT.lookup);
      expect(await failure).to.include({ code: 'sdk-timeout', retryable: true });
      expect(clock.countTimers()).to.equal(0);
      clock.uninstall();
    });

    it(`${method} rejects with sdk-broken in a build that lacks it`, async () => {
      const failure = await ask(withVendor({})).catch((error: unknown) => error);
      expect(failure).to.include({ code: 'sdk-broken', retryable: false });
    });
  }

  for (const [what, rejection, code, retryable] of [
    ['refused parameters', [{ code: '000', message: 'invalid parameter amount' }], 'sdk-broken', false],
    ['a refused question', { status: 400, message: 'bad_request', cause: [] }, 'sdk-broken', false],
    ['an unknown key', { status: 400, cause: [{ code: 1001 }] }, 'configuration', false],
    ['an unknown key that is not found', { status: 404, cause: [{ code: 'E501' }] }, 'configuration', false],
    ['too many questions', { status: 429 }, 'sdk-blocked', true],
    ['a failure of Mercado Pago', { status: 500, message: 'internal' }, 'sdk-blocked', true],
    ['a network failure', 'Failed to fetch', 'sdk-blocked', true],
    ['a time-out of its own', new Error('Request timed out'), 'sdk-blocked', true],
    ['nothing', undefined, 'sdk-blocked', true],
  ] as const) {
    it(`that ends with ${what} is ${code}`, async () => {
      for (const [, ask] of methods) {
        const failure = await ask(rejecting(rejection)).catch((error: unknown) => error);
        expect(failure).to.include({ code, retryable });
      }
    });
  }

  it('rejects with an MpError when the SDK throws instead of rejecting', async () => {
    const throwing = () => {
      throw new TypeError('t is undefined');
    };
    for (const [method, ask] of methods) {
      expect(await codeOf(ask(withVendor({ [method]: throwing })))).to.equal('sdk-blocked');
    }
  });

  for (const [what, rejection] of [
    ['1004', { status: 404, cause: [{ code: '1004' }] }],
    ['1004 in a list in a list', { cause: [[{ code: 1004 }]] }],
    ['404', { status: 404, message: 'not found' }],
  ] as const) {
    it(`of documents resolves with none for ${what}`, async () => {
      expect(await rejecting(rejection).identificationTypes()).to.deep.equal([]);
    });
  }

  for (const answer of [undefined, null, 'html', { results: {} }]) {
    it(`finds nothing in ${JSON.stringify(answer)}`, async () => {
      for (const [method, ask] of methods) {
        expect(await ask(withVendor({ [method]: () => Promise.resolve(answer) }))).to.deep.equal([]);
      }
    });
  }
});
