import { expect } from '@open-wc/testing';
import { MpError, type MpErrorCode } from '../../src/errors.js';
import { tokenError } from '../../src/mercadopago/rejection.js';
import { connectSdk } from '../../src/mercadopago/payment-sdk.js';
import { installMercadoPago, type TokenOutcome } from '../../src/testing/index.js';
import { codeOf } from './own-page.js';

const apiError = (status: number, code: string, description: string) => ({
  message: 'invalid parameters',
  error: 'bad_request',
  status,
  cause: [{ code, description }],
});
const ofField = (cause: string, reason: string, field = 'securityCode') => [
  { cause, message: `${field} is wrong: 987`, field, details: { reason } },
];

describe('a rejection of createCardToken', () => {
  for (const [what, rejection, code] of [
    ['an empty code', ofField('invalid_value', 'empty_value'), 'code-incomplete'],
    ['a short code', ofField('invalid_length', 'invalid_length'), 'code-incomplete'],
    ['a code that is no number', ofField('invalid_type', 'invalid_type'), 'code-invalid'],
    ['a field error without details', [{ cause: 'invalid_type', field: 'securityCode' }], 'code-invalid'],
    ['an error of another field', ofField('invalid_value', 'luhn', 'cardNumber'), 'token-refused'],
    ['a parameter: code empty', [{ code: '224', message: 'parameter securityCode' }], 'code-incomplete'],
    ['a parameter: code invalid', [{ code: 'E302', message: 'invalid' }], 'code-invalid'],
    ['a parameter: another', [{ code: '221', message: 'parameter cardholderName' }], 'token-refused'],
    ['a parameter after another', [{ code: '221' }, { code: 'E302' }], 'code-invalid'],
    ['API: card unknown', apiError(400, 'E201', 'invalid card_id'), 'card-unknown'],
    ['API: code invalid', apiError(400, 'E203', 'invalid security_code'), 'code-invalid'],
    ['API: key unknown', apiError(404, 'E501', 'not found public_key'), 'configuration'],
    ['API: failed', apiError(500, 'E601', 'an error occurred doing POST card_token'), 'token-network'],
    ['API: a cause that is no list', { status: 400, cause: { code: 'E201' } }, 'card-unknown'],
    ['API: causes in a list in a list', { status: 400, cause: [[{ code: 'E201' }]] }, 'card-unknown'],
    ['API: a code that is a number', { status: 400, cause: [{ code: 224 }] }, 'code-incomplete'],
    ['API: no cause', { message: 'Could not create card_token.', status: 500 }, 'token-network'],
    ['API: a cause of null', { status: 400, cause: null }, 'token-refused'],
    ['an empty list', [], 'token-refused'],
    ['a list of nothing', [null], 'token-refused'],
    ['no field', { message: 'No primary field found. Please create and mount one before' }, 'field-lost'],
    ['no frame', { message: 'Error trying to create cardToken: The iFrame does not have a window' }, 'field-lost'],
    ['no https', 'Your website is not using a secure connection.SSL certificate is required', 'configuration'],
    ['a time-out', new Error('Request timed out'), 'token-network'],
    ['no network', 'Failed to fetch', 'token-network'],
    ['a progress event', new ProgressEvent('error'), 'token-network'],
    ['nothing', undefined, 'token-network'],
    ['null', null, 'token-network'],
    ['a number', 0, 'token-network'],
  ] as const) {
    it(`for ${what} is ${code}`, () => {
      expect(tokenError(rejection)).to.be.instanceOf(MpError).with.property('code', code);
    });
  }

  it('that is our own error stays as it is', () => {
    const error = new MpError('token-timeout', 'Too long.');
    expect(tokenError(error)).to.equal(error);
  });

  it('carries no text of the vendor, which may quote what was typed', () => {
    for (const rejection of [
      ofField('invalid_length', 'invalid_length'),
      'code 987',
      new Error('987'),
      { message: '987' },
    ]) {
      const error = tokenError(rejection);
      expect(error.message).not.to.include('987');
      expect(error.cause).to.equal(undefined);
    }
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
    // Another key each time: one instance is kept for a key.
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
