import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FieldSettings } from '../../src/testing/index.js';
import { cleanUp, fillIn, mounted, press, rejectionOf, saidDuring, typeInto } from './field-tools.js';
import { MercadoPago, subject } from './subject.js';

const newMp = () => new MercadoPago(subject.publicKey);
const cardId = subject.cardId;

describe('contract: update', () => {
  afterEach(cleanUp);

  it('returns the field', async () => {
    const { field } = await mounted(newMp(), 'securityCode');
    expect(field.update?.({ placeholder: '123' })).to.equal(field);
  });

  it('sets the length of the code', async () => {
    const mp = newMp();
    const target = await mounted(mp, 'securityCode');
    target.field.update?.({ settings: { mode: 'mandatory', length: 4 } });
    await fillIn(target, '739');
    expect(target.heard.of('validityChange').at(-1)?.errorMessages).to.deep.equal([
      {
        cause: 'invalid_length',
        message: "securityCode should be of length '4'.",
        details: { reason: 'invalid_length' },
      },
    ]);
    expect(await rejectionOf(mp.fields.createCardToken({ cardId }))).to.deep.equal([
      {
        field: 'securityCode',
        cause: 'invalid_length',
        message: "securityCode should be of length '4'.",
        details: { reason: 'invalid_length' },
      },
    ]);
  });

  it('takes no more digits than the code has', async () => {
    const mp = newMp();
    const target = await mounted(mp, 'securityCode');
    target.field.update?.({ settings: { mode: 'mandatory', length: 3, card_location: 'back' } });
    await typeInto(target, '739');
    await sendKeys({ press: '1' });
    const token = await mp.fields.createCardToken({ cardId });
    expect(token?.security_code_length).to.equal(3);
  });

  it('keeps the digits that are in the field', async () => {
    const mp = newMp();
    const target = await mounted(mp, 'securityCode');
    await typeInto(target, '739');
    target.field.update?.({ settings: { mode: 'mandatory', length: 3 }, placeholder: 'CVV' });
    expect((await mp.fields.createCardToken({ cardId }))?.status).to.equal('active');
  });

  it('does not judge a typed code again: the next key and a token request do', async () => {
    const mp = newMp();
    const target = await mounted(mp, 'securityCode');
    await typeInto(target, '739');
    const before = target.heard.of('validityChange').length;
    target.field.update?.({ settings: { mode: 'mandatory', length: 4 } });
    const reason = await rejectionOf(mp.fields.createCardToken({ cardId }));
    expect(target.heard.of('validityChange')).to.have.length(before);
    expect(reason).to.have.nested.property('[0].cause', 'invalid_length');
    await press(target, 'Backspace');
    const [last] = (await target.heard.times('validityChange', before + 1)).slice(-1);
    expect(last?.errorMessages?.[0]?.message).to.equal("securityCode should be of length '4'.");
  });

  it('makes an empty code valid when the code is optional', async () => {
    const mp = newMp();
    const { field } = await mounted(mp, 'securityCode');
    field.update?.({ settings: { mode: 'optional', length: 3 } });
    expect((await mp.fields.createCardToken({ cardId }))?.card_id).to.equal(cardId);
  });

  it('still validates an optional code that was typed', async () => {
    const mp = newMp();
    const target = await mounted(mp, 'securityCode');
    target.field.update?.({ settings: { mode: 'optional', length: 3 } });
    await typeInto(target, '7');
    const reason = await rejectionOf(mp.fields.createCardToken({ cardId }));
    expect(reason).to.have.nested.property('[0].cause', 'invalid_length');
  });

  for (const length of [7, 20, '16' as unknown as number]) {
    it(`warns about the card number length ${JSON.stringify(length)}`, async () => {
      const { field } = await mounted(newMp(), 'cardNumber');
      const said = await saidDuring(() => field.update?.({ settings: { length, validation: 'standard' } }));
      expect(said).to.deep.equal([
        'MercadoPago.js - Error updating cardNumber settings. Length should be a number between 8 and 19.',
      ]);
    });
  }

  for (const type of ['expirationMonth', 'expirationYear', 'expirationDate'] as const) {
    it(`warns that ${type} has no settings`, async () => {
      const { field } = await mounted(newMp(), type);
      const settings: FieldSettings = { length: 2 };
      const said = await saidDuring(() => field.update?.({ settings }));
      expect(said).to.deep.equal([
        `MercadoPago.js - invalid property settings for ${type}. Only available for securityCode and cardNumber`,
      ]);
    });
  }
});
