import { expect } from '@open-wc/testing';
import {
  MpError,
  asMpError,
  isAboutCard,
  isAboutSecurityCode,
  isAboutTypedData,
  isEndpointFailure,
  isSaveOutcomeUnknown,
  preventsSecureFields,
  type MpErrorCode,
} from '../src/errors.js';

const retryable: Record<MpErrorCode, boolean> = {
  configuration: false,
  'sdk-blocked': true,
  'sdk-timeout': true,
  'sdk-broken': true,
  'field-timeout': true,
  'field-lost': true,
  'code-incomplete': true,
  'code-invalid': true,
  'token-refused': true,
  'token-network': true,
  'token-timeout': true,
  'card-unknown': false,
  'card-expired': false,
  'endpoint-status': true,
  'endpoint-network': true,
  'endpoint-timeout': true,
  'signed-out': false,
  protocol: false,
  'card-duplicate': false,
  'card-limit': false,
  aborted: false,
};

describe('MpError', () => {
  for (const [code, expected] of Object.entries(retryable) as [MpErrorCode, boolean][]) {
    it(`${code} is ${expected ? '' : 'not '}retryable`, () => {
      expect(new MpError(code, 'why').retryable).to.equal(expected);
    });
  }

  it('is an Error with its own name', () => {
    expect(new MpError('protocol', 'why')).to.be.instanceOf(Error).with.property('name', 'MpError');
  });

  it('may be created with another value of retryable', () => {
    expect(new MpError('endpoint-status', '404', { retryable: false }).retryable).to.equal(false);
  });

  it('keeps its cause', () => {
    const cause = new TypeError('Failed to fetch');
    expect(new MpError('endpoint-network', 'why', { cause }).cause).to.equal(cause);
  });

  it('has no cause when none was given', () => expect('cause' in new MpError('protocol', 'why')).to.equal(false));
});

describe('asMpError', () => {
  const foreign = Object.assign(new Error('of another copy'), { name: 'MpError', code: 'protocol', retryable: false });

  const table: [what: string, value: unknown, known: boolean][] = [
    ['an MpError', new MpError('protocol', 'why'), true],
    ['an MpError of a second copy of the package', foreign, true],
    ['another error', new TypeError('why'), false],
    ['an object that looks alike', { name: 'MpError', code: 'protocol' }, false],
    ['nothing', undefined, false],
  ];
  for (const [what, value, known] of table) {
    it(`${known ? 'knows' : 'does not know'} ${what}`, () => {
      expect(asMpError(value)).to.equal(known ? value : undefined);
    });
  }
});

describe('groups of error codes', () => {
  const codes = Object.keys(retryable) as MpErrorCode[];
  const groups: [name: string, contains: (code: MpErrorCode) => boolean, expected: MpErrorCode[]][] = [
    [
      'preventsSecureFields',
      preventsSecureFields,
      ['configuration', 'sdk-blocked', 'sdk-timeout', 'sdk-broken', 'field-timeout'],
    ],
    ['isAboutSecurityCode', isAboutSecurityCode, ['field-lost', 'code-incomplete', 'code-invalid']],
    ['isAboutCard', isAboutCard, ['card-unknown', 'card-expired', 'card-duplicate', 'card-limit']],
    ['isAboutTypedData', isAboutTypedData, ['code-incomplete', 'code-invalid', 'token-refused']],
    ['isEndpointFailure', isEndpointFailure, ['endpoint-status', 'endpoint-network', 'endpoint-timeout', 'protocol']],
    [
      'isSaveOutcomeUnknown',
      (code) => isSaveOutcomeUnknown(new MpError(code, 'why')),
      ['endpoint-status', 'endpoint-network', 'endpoint-timeout', 'signed-out', 'protocol', 'aborted'],
    ],
  ];
  for (const [name, contains, expected] of groups) {
    it(`${name} contains ${expected.join(', ')}`, () => {
      expect(codes.filter(contains)).to.deep.equal(expected);
    });
  }

  it('isSaveOutcomeUnknown does not contain a refusal that cannot be retried', () => {
    expect(isSaveOutcomeUnknown(new MpError('endpoint-status', '400', { retryable: false }))).to.equal(false);
  });
});
