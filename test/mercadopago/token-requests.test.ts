import { expect } from '@open-wc/testing';
import type { MpError, MpErrorCode } from '../../src/errors.js';
import { tokenProblems } from '../../src/mercadopago/sdk-errors.js';
import { connectSdk, type TokenRequest } from '../../src/mercadopago/payment-sdk.js';
import { installMercadoPago, type TokenOutcome } from '../../src/testing/index.js';
import { TestPage } from './test-page.js';
import { codeOf } from './isolated-page.js';

describe('a token request for a new card', () => {
  let page: TestPage;

  beforeEach(async () => {
    page = await TestPage.open();
    await page.shownCard();
  });

  afterEach(() => page.close());

  const problemsOf = async (request: TokenRequest) => {
    const error: unknown = await page.sdk.createCardToken(request).catch((reason: unknown) => reason);
    return tokenProblems(error as MpError);
  };

  it('names every empty field', async () => {
    expect(await problemsOf({ cardholderName: 'APRO' })).to.deep.equal({
      cardNumber: 'missing',
      expirationDate: 'missing',
      securityCode: 'missing',
    });
  });

  it('names a wrong number, a past date and a short code', async () => {
    await page.standIn.type('cardNumber', '503175573453');
    await page.standIn.type('expirationDate', '1120');
    await page.standIn.type('securityCode', '12');
    expect(await problemsOf({ cardholderName: 'APRO' })).to.deep.include({
      expirationDate: 'invalid',
      securityCode: 'incomplete',
    });
  });

  it('names a name and a document that the SDK refuses', async () => {
    const { warn } = console;
    console.warn = () => {}; // the SDK warns about the parameters
    const request = { cardholderName: 'APRO 1', identificationType: 'DNI', identificationNumber: '12.345.678' };
    expect(await problemsOf(request)).to.deep.equal({ cardholderName: 'invalid', identificationNumber: 'invalid' });
    console.warn = warn;
  });
});

describe('a token request to MercadoPago.js', () => {
  let keys = 0;
  const codes: Record<Exclude<TokenOutcome, 'never-answers'>, MpErrorCode> = {
    'card-unknown': 'card-unknown',
    'server-error': 'token-network',
    'public-key-unknown': 'configuration',
    'insecure-origin': 'configuration',
    'network-string': 'token-network',
    'timed-out': 'token-network',
    'no-value': 'token-network',
    'resolves-nothing': 'token-refused',
  };

  const mounted = async () => {
    const standIn = installMercadoPago();
    const container = document.createElement('div');
    container.id = 'token-request';
    document.body.append(container);
    // A new key each time, since `connectSdk` keeps one instance per key.
    const sdk = await connectSdk(`TEST-rejection-${++keys}`, 'es-AR');
    const field = sdk.createField('securityCode', {});
    return {
      standIn,
      sdk,
      mount: () => field.mount(container.id),
      done() {
        standIn.uninstall();
        container.remove();
      },
    };
  };

  for (const [outcome, code] of Object.entries(codes)) {
    it(`that ends with ${outcome} is ${code}`, async () => {
      const { standIn, sdk, mount, done } = await mounted();
      mount();
      await standIn.type('securityCode', '123');
      standIn.nextToken = outcome as TokenOutcome;
      expect(await codeOf(sdk.createCardToken({ cardId: '1001' }))).to.equal(code);
      done();
    });
  }

  it('with an empty field is code-incomplete', async () => {
    const { standIn, sdk, mount, done } = await mounted();
    mount();
    await standIn.ready('securityCode');
    expect(await codeOf(sdk.createCardToken({ cardId: '1001' }))).to.equal('code-incomplete');
    done();
  });

  it('without a field is field-lost', async () => {
    const { sdk, done } = await mounted();
    expect(await codeOf(sdk.createCardToken({ cardId: '1001' }))).to.equal('field-lost');
    done();
  });

  it('without a frame is field-lost', async () => {
    const { standIn, sdk, mount, done } = await mounted();
    mount();
    await standIn.ready('securityCode');
    standIn.fields[0]?.iframe.remove();
    expect(await codeOf(sdk.createCardToken({ cardId: '1001' }))).to.equal('field-lost');
    done();
  });
});
