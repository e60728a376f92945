import { expect } from '@open-wc/testing';
import { MpError } from '../../src/errors.js';
import { tokenError, tokenProblems, type TokenField, type TokenProblems } from '../../src/mercadopago/sdk-errors.js';

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

  it('that is an MpError is returned unchanged', () => {
    const error = new MpError('token-timeout', 'Too long.');
    expect(tokenError(error)).to.equal(error);
  });

  it('becomes an error without text of the vendor, which may quote what was typed', () => {
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

describe('the fields that a rejection is about', () => {
  const fieldOf: Record<string, TokenField> = {
    '205': 'cardNumber',
    '208': 'expirationDate',
    '209': 'expirationDate',
    '212': 'identificationType',
    '213': 'identificationNumber',
    '214': 'identificationNumber',
    '220': 'issuerId',
    '221': 'cardholderName',
    '224': 'securityCode',
    E203: 'securityCode',
    E301: 'cardNumber',
    E302: 'securityCode',
    '316': 'cardholderName',
    '322': 'identificationType',
    '323': 'identificationNumber',
    '324': 'identificationNumber',
    '325': 'expirationDate',
    '326': 'expirationDate',
  };

  for (const [code, field] of Object.entries(fieldOf)) {
    const expected = { [field]: code.startsWith('2') ? 'missing' : 'invalid' };
    it(`are ${JSON.stringify(expected)} for ${code}, at any depth`, () => {
      for (const rejection of [
        [{ code, message: 'parameter' }],
        apiError(400, code, 'invalid parameter'),
        { status: 400, cause: [[{ code: Number(code) || code }]] },
      ]) {
        const error = tokenError(rejection);
        expect(tokenProblems(error)).to.deep.equal(expected);
        expect(error.causeCode).to.equal(code);
      }
    });
  }

  const emptyNumber = ['invalid_type', 'invalid_value', 'invalid_length'].flatMap((cause) =>
    ofField(cause, cause === 'invalid_value' ? 'empty_value' : cause, 'cardNumber'),
  );
  const tables: [what: string, rejection: unknown, problems: TokenProblems][] = [
    ['an empty number', emptyNumber, { cardNumber: 'missing' }],
    ['a short number', ofField('invalid_length', 'invalid_length', 'cardNumber'), { cardNumber: 'incomplete' }],
    ['a number with a slip', ofField('invalid_value', 'luhn', 'cardNumber'), { cardNumber: 'invalid' }],
    [
      'letters, which are too few too',
      [...ofField('invalid_length', 'invalid_length'), ...ofField('invalid_type', 'invalid_type')],
      { securityCode: 'invalid' },
    ],
    ['a month', ofField('invalid_value', 'invalid_value', 'expirationMonth'), { expirationDate: 'invalid' }],
    ['a year', ofField('invalid_length', 'invalid_length', 'expirationYear'), { expirationDate: 'incomplete' }],
    [
      'a field error without details',
      [{ cause: 'invalid_length', field: 'securityCode' }],
      { securityCode: 'incomplete' },
    ],
    [
      'several fields',
      [{ code: '221' }, { code: '324' }, ...ofField('invalid_value', 'empty_value')],
      { cardholderName: 'missing', identificationNumber: 'invalid', securityCode: 'missing' },
    ],
    ['an unknown code', apiError(400, 'E999', 'something new'), {}],
    ['a code that is a word of JavaScript', [{ code: 'constructor' }, { field: 'toString' }], {}],
    ['a failure', 'Failed to fetch', {}],
    ['nothing', undefined, {}],
  ];
  for (const [what, rejection, problems] of tables) {
    it(`are ${JSON.stringify(problems)} for ${what}`, () => {
      expect(tokenProblems(tokenError(rejection))).to.deep.equal(problems);
    });
  }

  it('are none for an error that is no rejection', () => {
    expect(tokenProblems(new MpError('token-timeout', 'Too long.'))).to.deep.equal({});
  });

  it('have no text of the vendor as code', () => {
    expect(tokenError([{ code: '4111111111111111' }]).causeCode).to.equal('');
    expect(tokenError([{ code: 'the code 987 is wrong' }]).causeCode).to.equal('');
  });
});
