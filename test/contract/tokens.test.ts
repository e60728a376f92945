import { expect } from '@open-wc/testing';
import type { NonPciData } from '../../src/testing/index.js';
import { cleanUp, mounted, rejectionOf, saidDuring, typeInto } from './field-tools.js';
import { MercadoPago, subject } from './subject.js';

const newMp = () => new MercadoPago(subject.publicKey);
const cardId = subject.cardId;

describe('contract: a token for a saved card', () => {
  afterEach(cleanUp);

  it('needs the security code field and the card id, nothing else', async () => {
    const mp = newMp();
    await typeInto(await mounted(mp, 'securityCode'), '739');
    const token = await mp.fields.createCardToken({ cardId });
    expect(token).to.include({
      card_id: cardId,
      status: 'active',
      public_key: subject.publicKey,
      require_esc: false,
      security_code_length: 3,
    });
    expect(token?.id).to.match(/^[0-9a-f]{32}$/);
    expect(token?.luhn_validation).to.be.a('boolean');
    expect(token?.live_mode).to.equal(!subject.publicKey.startsWith('TEST'));
  });

  it('is valid for seven days', async () => {
    const mp = newMp();
    await typeInto(await mounted(mp, 'securityCode'), '739');
    const token = await mp.fields.createCardToken({ cardId });
    if (!token) throw new Error('There is no token');
    expect(Date.parse(token.date_last_updated)).to.be.at.least(Date.parse(token.date_created));
    const days = (Date.parse(token.date_due) - Date.parse(token.date_created)) / 86_400_000;
    expect(days).to.be.within(7, 8);
  });

  it('is a new one each time, from the same content', async () => {
    const mp = newMp();
    await typeInto(await mounted(mp, 'securityCode'), '739');
    const first = await mp.fields.createCardToken({ cardId });
    const second = await mp.fields.createCardToken({ cardId });
    expect(second?.id).not.to.equal(first?.id);
  });

  it('keeps its id when it is updated', async () => {
    const mp = newMp();
    await typeInto(await mounted(mp, 'securityCode'), '739');
    const first = await mp.fields.createCardToken({ cardId });
    const changed = await mp.fields.updateCardToken(first?.id ?? '');
    expect(changed?.id).to.equal(first?.id);
  });

  it('cannot be requested by another MercadoPago object, which has no field', async () => {
    const mp = newMp();
    await typeInto(await mounted(mp, 'securityCode'), '739');
    expect(await rejectionOf(newMp().fields.createCardToken({ cardId }))).to.deep.equal({
      message: "No primary field found. Please create and mount one before calling 'createCardToken'. Ignoring call...",
    });
    expect((await mp.fields.createCardToken({ cardId }))?.card_id).to.equal(cardId);
  });
});

describe('contract: rejections of fields.createCardToken', () => {
  afterEach(cleanUp);

  it('is an object with a message when no field is mounted', async () => {
    expect(await rejectionOf(newMp().fields.createCardToken({ cardId }))).to.deep.equal({
      message: "No primary field found. Please create and mount one before calling 'createCardToken'. Ignoring call...",
    });
  });

  it('is a list with one entry for an empty code', async () => {
    const mp = newMp();
    await mounted(mp, 'securityCode');
    expect(await rejectionOf(mp.fields.createCardToken({ cardId }))).to.deep.equal([
      {
        field: 'securityCode',
        cause: 'invalid_value',
        message: 'securityCode is empty.',
        details: { reason: 'empty_value' },
      },
    ]);
  });

  it('is a list with the wrong length of a code', async () => {
    const mp = newMp();
    await typeInto(await mounted(mp, 'securityCode'), '73');
    expect(await rejectionOf(mp.fields.createCardToken({ cardId }))).to.deep.equal([
      {
        field: 'securityCode',
        cause: 'invalid_length',
        message: "securityCode should be of length '3' or '4'.",
        details: { reason: 'invalid_length' },
      },
    ]);
  });

  it('is a list of three entries for an empty card number', async () => {
    const mp = newMp();
    await mounted(mp, 'cardNumber');
    const reason = await rejectionOf(mp.fields.createCardToken({ cardholderName: 'APRO' }));
    expect(reason).to.be.an('array').with.length(3);
    const causes = (reason as { cause: string; field: string; details: { reason: string } }[]).map(
      ({ field, cause, details }) => `${field} ${cause} ${details.reason}`,
    );
    expect(causes).to.deep.equal([
      'cardNumber invalid_type invalid_type',
      'cardNumber invalid_value empty_value',
      'cardNumber invalid_length invalid_length',
    ]);
  });

  const parameters: [string, NonPciData, { code: string; message: string }][] = [
    [
      'an empty name',
      { cardholderName: '' },
      { code: '221', message: 'parameter cardholderName can not be null/empty' },
    ],
    ['a name with digits', { cardholderName: 'APRO 2' }, { code: '316', message: 'invalid parameter cardholderName' }],
    [
      'an empty document type',
      { cardholderName: 'APRO', identificationType: '' },
      { code: '212', message: 'parameter identificationType can not be null/empty' },
    ],
    [
      'an empty document number',
      { cardholderName: 'APRO', identificationNumber: '' },
      { code: '214', message: 'parameter identificationNumber can not be null/empty' },
    ],
    [
      'a document number with dots',
      { cardholderName: 'APRO', identificationNumber: '123.456.789-09' },
      { code: '324', message: 'invalid parameter identificationNumber' },
    ],
  ];

  for (const [name, data, problem] of parameters) {
    it(`is a list of codes for ${name}, also written to the console`, async () => {
      const mp = newMp();
      await mounted(mp, 'securityCode');
      let reason: unknown;
      const said = await saidDuring(async () => (reason = await rejectionOf(mp.fields.createCardToken(data))));
      expect(reason).to.deep.equal([problem]);
      expect(said).to.have.length(1);
      expect(said[0]).to.match(/^MercadoPago\.js - Form could not be submitted/);
    });
  }

  it('accepts the letters of Spanish and Portuguese names', async () => {
    const mp = newMp();
    await mounted(mp, 'securityCode');
    const reason = await rejectionOf(mp.fields.createCardToken({ cardholderName: "José D'Ávila Muñoz Jr." }));
    expect(reason).to.have.nested.property('[0].field', 'securityCode');
  });
});
