import { expect } from '@open-wc/testing';
import type { RawCardData, TokenOutcome } from '../../../src/testing/index.js';
import { rejectionOf, saidDuring } from '../field-tools.js';
import { install, mount, tearDown } from './setup.js';

const INSECURE =
  'MercadoPago.js - Your payment cannot be processed because the website contains credit card data and is not using a ' +
  'secure connection.SSL certificate is required to operate.';

const rejections: [TokenOutcome, unknown][] = [
  [
    'card-unknown',
    {
      message: 'invalid parameters',
      error: 'bad_request',
      status: 400,
      cause: [{ code: 'E201', description: 'invalid card_id' }],
    },
  ],
  [
    'server-error',
    {
      message: 'Could not create card_token. Try again later...',
      error: 'internal_server_error',
      status: 500,
      cause: [{ code: 'E601', description: 'an error occurred doing POST card_token' }],
    },
  ],
  [
    'public-key-unknown',
    {
      message: 'public_key not found',
      error: 'not_found',
      status: 404,
      cause: [{ code: 'E501', description: 'not found public_key' }],
    },
  ],
  ['insecure-origin', INSECURE],
  ['network-string', 'Failed to fetch'],
  ['no-value', undefined],
];

describe('contract: rejections that only the vendor or the network can cause', () => {
  afterEach(tearDown);

  for (const [outcome, expected] of rejections) {
    it(`${outcome} rejects with its own shape, from fields and from the core method`, async () => {
      const { standIn, mp } = install();
      mount(mp, 'securityCode');
      await standIn.type('securityCode', '123');
      standIn.nextToken = outcome;
      expect(await rejectionOf(mp.fields.createCardToken({ cardId: '1' }))).to.deep.equal(expected);
      standIn.nextToken = outcome;
      const core = await rejectionOf(mp.createCardToken({ cardId: '1', securityCode: '123' }));
      expect(core).to.deep.equal(expected);
    });
  }

  it('timed-out is an Error', async () => {
    const { standIn, mp } = install();
    mount(mp, 'securityCode');
    await standIn.type('securityCode', '123');
    standIn.nextToken = 'timed-out';
    const reason = await rejectionOf(mp.fields.createCardToken({ cardId: '1' }));
    expect(reason).to.be.instanceOf(Error).with.property('message', 'Request timed out');
  });

  it('resolves-nothing resolves with undefined', async () => {
    const { standIn, mp } = install();
    mount(mp, 'securityCode');
    await standIn.type('securityCode', '123');
    standIn.nextToken = 'resolves-nothing';
    expect(await mp.fields.createCardToken({ cardId: '1' })).to.equal(undefined);
    expect(standIn.tokens).to.deep.equal([]);
  });

  it('never-answers stays pending while later requests are answered', async () => {
    const { standIn, mp } = install();
    mount(mp, 'securityCode');
    await standIn.type('securityCode', '123');
    standIn.nextToken = 'never-answers';
    const pending = mp.fields.createCardToken({ cardId: '1' }).then(() => 'answered');
    const next = mp.fields.createCardToken({ cardId: '2' }).then((token) => token?.card_id);
    expect(await Promise.race([pending, next])).to.equal('2');
  });

  it('an outcome is for one request only', async () => {
    const { standIn, mp } = install();
    mount(mp, 'securityCode');
    await standIn.type('securityCode', '123');
    standIn.nextToken = 'server-error';
    await rejectionOf(mp.fields.createCardToken({ cardId: '1' }));
    expect(standIn.nextToken).to.equal(undefined);
    expect((await mp.fields.createCardToken({ cardId: '1' }))?.status).to.equal('active');
  });

  it('a card of another account is unknown', async () => {
    const { standIn, mp } = install({ cardIds: ['1', '2'] });
    mount(mp, 'securityCode');
    await standIn.type('securityCode', '123');
    expect((await mp.fields.createCardToken({ cardId: '2' }))?.card_id).to.equal('2');
    const reason = await rejectionOf(mp.fields.createCardToken({ cardId: '3' }));
    expect(reason).to.have.nested.property('cause[0].code', 'E201');
  });

  it('a live key is refused on a page without https', async () => {
    const { standIn } = install();
    const mp = new standIn.MercadoPago('APP_USR-contract');
    mount(mp, 'securityCode');
    await standIn.type('securityCode', '123');
    expect(await rejectionOf(mp.fields.createCardToken({ cardId: '1' }))).to.equal(INSECURE);
    expect(await rejectionOf(mp.createCardToken({ cardId: '1', securityCode: '123' }))).to.equal(INSECURE);
  });

  const judgements: [string, RawCardData, { code: string; message: string }[]][] = [
    [
      'bad',
      {
        cardNumber: '4509x',
        cardholderName: '7',
        cardExpirationMonth: '13',
        cardExpirationYear: '030',
        securityCode: '12x',
      },
      [
        { code: 'E301', message: 'invalid parameter cardNumber' },
        { code: '316', message: 'invalid parameter cardholderName' },
        { code: '325', message: 'invalid parameter cardExpirationMonth' },
        { code: '326', message: 'invalid parameter cardExpirationYear' },
        { code: 'E302', message: 'invalid parameter securityCode' },
      ],
    ],
    [
      'missing',
      { cardholderName: 'APRO' },
      [
        { code: '205', message: 'parameter cardNumber can not be null/empty' },
        { code: '208', message: 'parameter cardExpirationMonth can not be null/empty' },
        { code: '209', message: 'parameter cardExpirationYear can not be null/empty' },
        { code: '224', message: 'parameter securityCode can not be null/empty' },
      ],
    ],
  ];

  for (const [kind, data, problems] of judgements) {
    it(`the core method names ${kind} card data by their codes and never repeats a value`, async () => {
      const { mp } = install();
      let reason: unknown;
      const said = await saidDuring(async () => (reason = await rejectionOf(mp.createCardToken(data))));
      expect(reason).to.deep.equal(problems);
      expect(said).to.deep.equal([`MercadoPago.js - Form could not be submitted${JSON.stringify(problems)}`]);
    });
  }
});
