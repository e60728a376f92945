import { expect } from '@open-wc/testing';
import { createMercadoPago } from '../../src/testing/index.js';

const api = 'https://api.example';
const { fetch, setTimeout } = window;

/** Answers every request in the page and records it. */
const answerWith = (answer: () => Response) => {
  const asked: { url: URL; init: RequestInit }[] = [];
  window.fetch = (input, init = {}) => {
    asked.push({ url: new URL(String(input instanceof Request ? input.url : input)), init });
    return Promise.resolve(answer());
  };
  return asked;
};

const json = (body: unknown, status = 200) => Response.json(body, { status });

describe('the stand-in in front of an API', () => {
  afterEach(() => Object.assign(window, { fetch, setTimeout }));

  it('requests payment methods by the first digits, with key, locale, version and origin', async () => {
    const asked = answerWith(() => json({ paging: {}, results: [] }));
    const mp = new (createMercadoPago({ apiBase: api }))('TEST-key', { locale: 'pt-BR' });
    await mp.getPaymentMethods({ bin: '5031755734530604' });
    expect(asked[0]?.url.pathname).to.equal('/v1/payment_methods/search');
    expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).to.deep.equal({
      public_key: 'TEST-key',
      locale: 'pt-BR',
      js_version: '2.0.0',
      referer: location.origin,
      marketplace: 'NONE',
      status: 'active',
      bins: '50317557',
      processing_mode: 'aggregator',
    });
  });

  it('sends the locale of the last object of the page with every request, as the build of 2022 does', async () => {
    for (const [legacyListeners, locale] of [
      [false, 'pt-BR'],
      [true, 'es-MX'],
    ] as const) {
      const asked = answerWith(() => json([]));
      const MercadoPago = createMercadoPago({ apiBase: api, legacyListeners });
      const first = new MercadoPago('TEST-key', { locale: 'pt-BR' });
      new MercadoPago('TEST-key', { locale: 'es-MX' });
      await first.getIdentificationTypes();
      expect(asked[0]?.url.searchParams.get('locale')).to.equal(locale);
    }
  });

  it('sends the locale of a call for installments behind that of the object', async () => {
    const asked = answerWith(() => json([]));
    const mp = new (createMercadoPago({ apiBase: api }))('TEST-key', { locale: 'es-AR' });
    await mp.getInstallments({ amount: '129.90', bin: '503175', locale: 'pt-BR' });
    expect(asked[0]?.url.searchParams.getAll('locale')).to.deep.equal(['es-AR', 'pt-BR']);
  });

  it('requests issuers, installments and documents at the addresses of Mercado Pago', async () => {
    const asked = answerWith(() => json([]));
    const mp = new (createMercadoPago({ apiBase: api }))('TEST-key', { locale: 'es-AR' });
    await mp.getIssuers({ paymentMethodId: 'master', bin: '503175' });
    await mp.getInstallments({ amount: '129.90', bin: '503175', paymentTypeId: 'credit_card' });
    await mp.getIdentificationTypes();
    expect(asked.map(({ url }) => url.pathname)).to.deep.equal([
      '/v1/payment_methods/card_issuers',
      '/v1/payment_methods/installments',
      '/v1/identification_types',
    ]);
    expect(asked[0]?.url.searchParams.get('payment_method_id')).to.equal('master');
    expect(asked[1]?.url.searchParams.get('amount')).to.equal('129.90');
    expect(asked[1]?.url.searchParams.get('payment_type_id')).to.equal('credit_card');
  });

  it('sends raw card data in the body only, a year of two digits in full', async () => {
    const asked = answerWith(() => json({ id: 'f'.repeat(32) }, 201));
    const mp = new (createMercadoPago({ apiBase: api }))('TEST-key');
    await mp.createCardToken({
      cardNumber: '5031755734530604',
      cardholderName: 'APRO',
      identificationType: 'DNI',
      identificationNumber: '12345678',
      cardExpirationMonth: '11',
      cardExpirationYear: '30',
      securityCode: '739',
    });
    expect(asked[0]?.url.pathname).to.equal('/v1/card_tokens');
    expect(asked[0]?.url.search).not.to.match(/739|5031755734530604/);
    expect(JSON.parse(asked[0]?.init.body as string)).to.deep.equal({
      card_number: '5031755734530604',
      cardholder: { name: 'APRO', identification: { type: 'DNI', number: '12345678' } },
      security_code: '739',
      expiration_month: 11,
      expiration_year: 2030,
    });
  });

  it('rejects with the body of an error response', async () => {
    const refusal = { message: 'public_key not found', error: 'not_found', status: 404, cause: [] };
    answerWith(() => json(refusal, 404));
    const mp = new (createMercadoPago({ apiBase: api }))('TEST-key');
    expect(await mp.getIdentificationTypes().catch((reason: unknown) => reason)).to.deep.equal(refusal);
  });

  it('cuts the first digits to six in an old build', async () => {
    const asked = answerWith(() => json([]));
    const mp = new (createMercadoPago({ apiBase: api, oldBuild: true }))('TEST-key');
    await mp.getIssuers({ paymentMethodId: 'master', bin: '50317557' });
    expect(asked[0]?.url.searchParams.get('bin')).to.equal('503175');
  });

  it('rejects after three attempts of one second in an old build', async () => {
    const limits: unknown[] = [];
    let tries = 0;
    window.fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        tries++;
        init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    window.setTimeout = ((callback: () => void, limit: number) => {
      limits.push(limit);
      return setTimeout(callback, 0);
    }) as typeof setTimeout;
    const mp = new (createMercadoPago({ apiBase: api, oldBuild: true }))('TEST-key');
    const reason = await mp.getIdentificationTypes().catch((error: unknown) => error);
    expect(reason).to.be.instanceOf(Error).with.property('message', 'Request timed out');
    expect(tries).to.equal(3);
    expect(limits).to.deep.equal([1000, 1000, 1000]);
  });
});
