import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { TIMEOUT } from '../../src/timeouts.js';
import { closePages, codeOf, openPage, type IsolatedPage } from './isolated-page.js';

/** What the page gives us as MercadoPago.js, with the constructor's arguments. */
const provide = (page: IsolatedPage, createCardToken: (...args: unknown[]) => unknown = () => Promise.resolve()) => {
  const constructed: unknown[][] = [];
  const MercadoPago = class {
    fields = { create() {}, createCardToken };
    constructor(...args: unknown[]) {
      constructed.push(args);
    }
  };
  Object.assign(page.window, { MercadoPago });
  return constructed;
};

describe('connecting to MercadoPago.js', () => {
  afterEach(closePages);

  for (const key of ['', 'TEST', 'TEST-', 'TEST-a b', 'TEST-a\n', 'APP_USR', 'test-1', 'public', ' TEST-1']) {
    it(`refuses the public key ${JSON.stringify(key)} before anything is loaded`, async () => {
      const { room, scripts } = await openPage();
      expect(await codeOf(room.connectSdk(key, 'es-AR'))).to.equal('configuration');
      expect(scripts).to.be.empty;
    });
  }

  it('waits until the page is parsed, so that a script after ours can still say where it is loaded from', async () => {
    const page = await openPage();
    const { room, window } = page;
    // Its modules run before it is parsed to the end.
    if (window.document.readyState !== 'complete') await oneEvent(window, 'load');
    Object.defineProperty(window.document, 'readyState', { value: 'loading' });
    const script = page.nextScript();
    const connecting = room.connectSdk('TEST-1', 'es-AR');
    await nextFrame();
    room.configureSdk({ url: '/sandbox-sdk.js' });
    window.document.dispatchEvent(new Event('DOMContentLoaded'));
    expect((await script).src).to.contain('/sandbox-sdk.js');
    page.finish(await script);
    await connecting;
  });

  it('refuses a live key on a page without https', async () => {
    const { room } = await openPage();
    expect(await codeOf(room.connectSdk('APP_USR-1', 'es-AR'))).to.equal('configuration');
  });

  it('constructs it once for a key, with the configured options', async () => {
    const page = await openPage();
    const constructed = provide(page);
    page.room.configureSdk({ trackingDisabled: true, advancedFraudPrevention: false });
    await page.room.connectSdk('TEST-1', 'pt-BR');
    await page.room.connectSdk('TEST-1', 'pt-BR');
    expect(constructed).to.deep.equal([
      ['TEST-1', { locale: 'pt-BR', trackingDisabled: true, advancedFraudPrevention: false }],
    ]);
  });

  it('leaves the SDK its own defaults', async () => {
    const page = await openPage();
    const constructed = provide(page);
    await page.room.connectSdk('TEST-1', 'en-US');
    expect(constructed).to.deep.equal([['TEST-1', { locale: 'en-US' }]]);
  });

  it('constructs a new instance for another key', async () => {
    const page = await openPage();
    const constructed = provide(page);
    for (const key of ['TEST-1', 'TEST-2']) await page.room.connectSdk(key, 'es-AR');
    expect(constructed.map(([key]) => key)).to.deep.equal(['TEST-1', 'TEST-2']);
  });

  it('constructs another one for another language, and uses the first one again', async () => {
    const page = await openPage();
    const constructed = provide(page);
    for (const locale of ['es-AR', 'pt-BR', 'es-AR']) await page.room.connectSdk('TEST-1', locale);
    expect(constructed.map(([, options]) => options)).to.deep.equal([{ locale: 'es-AR' }, { locale: 'pt-BR' }]);
  });

  it('constructs a new instance when an earlier key comes back, since the last key counts for all instances', async () => {
    const page = await openPage();
    const constructed = provide(page);
    for (const key of ['TEST-1', 'TEST-2', 'TEST-1']) await page.room.connectSdk(key, 'es-AR');
    expect(constructed).to.have.length(3);
  });

  it('rejects with sdk-broken when the constructor throws, and can be retried', async () => {
    const page = await openPage();
    Object.assign(page.window, {
      MercadoPago: class {
        constructor() {
          throw new Error('could not be loaded');
        }
      },
    });
    expect(await codeOf(page.room.connectSdk('TEST-1', 'es-AR'))).to.equal('sdk-broken');
    provide(page);
    await page.room.connectSdk('TEST-1', 'es-AR');
  });

  describe('that the page gives', () => {
    const given = { fields: { create() {}, createCardToken: () => Promise.resolve({ id: 'of-the-page' }) } };

    for (const [what, instance] of [
      ['an object', given],
      ['a promise of one', Promise.resolve(given)],
    ] as const) {
      it(`loads nothing and uses ${what}`, async () => {
        const { room, scripts } = await openPage();
        room.configureSdk({ instance });
        const sdk = await room.connectSdk('TEST-1', 'es-AR');
        expect((await sdk.createCardToken({ cardId: '1001' })).id).to.equal('of-the-page');
        expect(scripts).to.be.empty;
      });
    }

    it('rejects with sdk-broken when its promise rejects', async () => {
      const { room } = await openPage();
      room.configureSdk({ instance: Promise.reject(new Error('the page failed')) });
      expect(await codeOf(room.connectSdk('TEST-1', 'es-AR'))).to.equal('sdk-broken');
    });

    it('rejects with sdk-timeout when its promise never settles', async () => {
      const page = await openPage();
      const clock = page.driveTime();
      page.room.configureSdk({ instance: new Promise<object>(() => {}) });
      const code = codeOf(page.room.connectSdk('TEST-1', 'es-AR'));
      await clock.tickAsync(TIMEOUT.script);
      expect(await code).to.equal('sdk-timeout');
    });

    it('rejects with sdk-broken when its promise resolves with null', async () => {
      const { room } = await openPage();
      room.configureSdk({ instance: Promise.resolve(null as unknown as object) });
      expect(await codeOf(room.connectSdk('TEST-1', 'es-AR'))).to.equal('sdk-broken');
    });
  });

  it('creates a field of the given type', async () => {
    const page = await openPage();
    const created: unknown[][] = [];
    const field = {};
    const create = (...args: unknown[]) => {
      created.push(args);
      return field;
    };
    page.room.configureSdk({ instance: { fields: { create } } });
    const sdk = await page.room.connectSdk('TEST-1', 'es-AR');
    expect(sdk.createField('securityCode', { placeholder: '123' })).to.equal(field);
    expect(created).to.deep.equal([['securityCode', { placeholder: '123' }]]);
  });
});

describe('a card token', () => {
  afterEach(closePages);

  const connected = async (createCardToken: (...args: unknown[]) => unknown) => {
    const page = await openPage();
    provide(page, createCardToken);
    return { page, sdk: await page.room.connectSdk('TEST-1', 'es-AR') };
  };

  it('has its id and expiry', async () => {
    const due = new Date(Date.now() + 6 * 24 * 60 * 60 * 1000);
    const inMinus4 = new Date(+due - 4 * 60 * 60 * 1000).toISOString().replace('Z', '-04:00');
    const { sdk } = await connected(() => Promise.resolve({ id: 'abc', date_due: inMinus4 }));
    const { id, expiresAt } = await sdk.createCardToken({ cardId: '1001' });
    expect({ id, expiresAt }).to.deep.equal({ id: 'abc', expiresAt: due.toISOString() });
  });

  it('has digits and expiry of its card, if Mercado Pago sends them', async () => {
    const card = { first_six_digits: '450995', last_four_digits: 42, expiration_month: 11, expiration_year: 2030 };
    const of = async (answer: object) => {
      const { sdk } = await connected(() => Promise.resolve({ id: 'abc', date_due: '2030-01-02', ...answer }));
      const { firstSixDigits, lastFourDigits, expirationMonth, expirationYear } = await sdk.createCardToken({
        cardholderName: 'APRO',
      });
      return [firstSixDigits, lastFourDigits, expirationMonth, expirationYear];
    };
    expect(await of(card)).to.deep.equal(['450995', '0042', 11, 2030]);
    expect(await of({})).to.deep.equal(['', '', 0, 0]);
  });

  // The last ones: on a device whose clock is ahead, and behind.
  for (const date_due of [undefined, null, 'soon', '', '2020-01-02T00:00:00.000-04:00', '2090-01-02']) {
    it(`is valid for seven days when its date_due is ${JSON.stringify(date_due)}`, async () => {
      const before = Date.now();
      const { sdk } = await connected(() => Promise.resolve({ id: 'abc', date_due }));
      const { expiresAt } = await sdk.createCardToken({ cardId: '1001' });
      const week = 7 * 24 * 60 * 60 * 1000;
      expect(Date.parse(expiresAt)).to.be.within(before + week, Date.now() + week);
    });
  }

  for (const answer of [undefined, null, {}, { id: '' }, { id: 7 }, 'token']) {
    it(`is refused when the SDK resolves with ${JSON.stringify(answer)}`, async () => {
      const { sdk } = await connected(() => Promise.resolve(answer));
      expect(await codeOf(sdk.createCardToken({ cardId: '1001' }))).to.equal('token-refused');
    });
  }

  it('is requested with the given data', async () => {
    const asked: unknown[] = [];
    const { sdk } = await connected((...args: unknown[]) => {
      asked.push(...args);
      return Promise.resolve({ id: 'abc' });
    });
    const requests = [
      { cardId: '1001' },
      { cardholderName: 'APRO' },
      { cardholderName: 'APRO', identificationType: 'DNI', identificationNumber: '1' },
    ];
    for (const request of requests) await sdk.createCardToken(request);
    expect(asked).to.deep.equal(requests);
  });

  it('rejects with an MpError when the SDK throws instead of rejecting', async () => {
    const { sdk } = await connected(() => {
      throw new Error('n is undefined');
    });
    expect(await codeOf(sdk.createCardToken({ cardId: '1001' }))).to.equal('token-network');
  });

  it('rejects with token-timeout after 20 seconds', async () => {
    const { page, sdk } = await connected(() => new Promise(() => {}));
    const clock = page.driveTime();
    let settled = false;
    const code = codeOf(sdk.createCardToken({ cardId: '1001' })).finally(() => (settled = true));
    await clock.tickAsync(TIMEOUT.token - 1);
    expect(settled).to.equal(false);
    await clock.tickAsync(1);
    expect(await code).to.equal('token-timeout');
  });

  it('leaves no timer behind', async () => {
    const { page, sdk } = await connected(() => Promise.resolve({ id: 'abc' }));
    const clock = page.driveTime();
    await sdk.createCardToken({ cardId: '1001' });
    expect(clock.countTimers()).to.equal(0);
  });
});
