import { expect } from '@open-wc/testing';
import type { FieldEventName, FieldListener } from '../../src/testing/index.js';
import { cleanUp, create, fillIn, mounted, press, saidDuring, tabInto, tabOut, typeInto } from './field-tools.js';
import { MercadoPago, subject } from './subject.js';

const newMp = () => new MercadoPago(subject.publicKey);

describe('contract: events of a field', () => {
  afterEach(cleanUp);

  it('names the field and nothing else in ready, focus, change and blur', async () => {
    const target = await mounted(newMp(), 'securityCode');
    await fillIn(target, '7');
    for (const name of ['ready', 'focus', 'change', 'blur'] as const) {
      expect(target.heard.of(name), name).to.deep.equal([{ field: 'securityCode' }]);
    }
  });

  it('emits change once for every key that changes the content', async () => {
    const target = await mounted(newMp(), 'securityCode');
    await typeInto(target, '739');
    await press(target, 'Backspace');
    expect(target.heard.of('change')).to.have.length(4);
  });

  it('accepts the same digit several times', async () => {
    const target = await mounted(newMp(), 'securityCode');
    await fillIn(target, '777');
    expect(target.heard.of('validityChange').at(-1)?.errorMessages).to.deep.equal([]);
  });

  it('emits validityChange when the problems change, with an empty list for valid content', async () => {
    const target = await mounted(newMp(), 'securityCode');
    await typeInto(target, '73');
    const tooShort = {
      cause: 'invalid_length',
      message: "securityCode should be of length '3' or '4'.",
      details: { reason: 'invalid_length' },
    };
    expect(await target.heard.times('validityChange', 1)).to.deep.equal([
      { field: 'securityCode', errorMessages: [tooShort] },
    ]);
    await press(target, '9');
    expect((await target.heard.times('validityChange', 2))[1]).to.deep.equal({
      field: 'securityCode',
      errorMessages: [],
    });
    await press(target, '1');
    await tabOut(target);
    expect(target.heard.of('validityChange')).to.have.length(2);
  });

  it('reports a letter in a code as an invalid type', async () => {
    const target = await mounted(newMp(), 'securityCode');
    await fillIn(target, 'a');
    const [first] = target.heard.of('validityChange');
    expect(first?.errorMessages?.[0]).to.deep.equal({
      cause: 'invalid_type',
      message: 'securityCode should be a number.',
      details: { reason: 'invalid_type' },
    });
  });

  it('emits binChange when the first digits of the number are known, and null when they no longer are', async () => {
    const target = await mounted(newMp(), 'cardNumber');
    await typeInto(target, '50317557');
    const [known] = await target.heard.times('binChange', 1);
    expect(known?.bin).to.match(/^5031755?7?$/);
    for (let digit = 0; digit < 3; digit++) await press(target, 'Backspace');
    await tabOut(target);
    expect(target.heard.of('binChange').map(({ bin }) => bin)).to.deep.equal([known?.bin, null]);
  });

  it('emits no binChange for edits behind the first digits', async () => {
    const target = await mounted(newMp(), 'cardNumber');
    await typeInto(target, '503175573453');
    await press(target, 'Backspace');
    await tabOut(target);
    expect(target.heard.of('binChange')).to.have.length(1);
  });

  it('never exposes what was typed to the page', async () => {
    const seen: string[] = [];
    const listen = ({ data }: MessageEvent<unknown>) => void seen.push(JSON.stringify(data));
    addEventListener('message', listen);
    const mp = newMp();
    const target = await mounted(mp, 'securityCode');
    await typeInto(target, '739');
    await mp.fields.createCardToken({ cardId: subject.cardId });
    removeEventListener('message', listen);
    expect(seen.length).to.be.greaterThan(0);
    expect(seen.join()).not.to.contain('739');
    expect(JSON.stringify(target.heard.events)).not.to.contain('739');
  });

  it('can be entered and left with Tab', async () => {
    const target = await mounted(newMp(), 'securityCode');
    await tabInto(target);
    expect(document.activeElement).to.equal(target.iframe);
    await tabOut(target);
    expect(document.activeElement).to.equal(target.box.nextElementSibling);
  });
});

describe('contract: on', () => {
  afterEach(cleanUp);

  it('returns the field', () => {
    const field = create(newMp(), 'securityCode');
    expect(field.on('ready', () => {})).to.equal(field);
  });

  for (const [type, event] of [
    ['securityCode', 'input'],
    ['securityCode', 'binChange'],
    ['expirationYear', 'binChange'],
  ] as const) {
    it(`warns that ${event} is no event of ${type}`, async () => {
      const field = create(newMp(), type);
      const said = await saidDuring(() => expect(field.on(event as FieldEventName, () => {})).to.equal(field));
      expect(said).to.deep.equal([
        `MercadoPago.js - Error when adding on function : [Fields] ${event} event is not valid for ${type}`,
      ]);
    });
  }

  it('warns when the listener is no function', async () => {
    const field = create(newMp(), 'securityCode');
    const said = await saidDuring(() => field.on('ready', 'listener' as unknown as FieldListener));
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^MercadoPago\.js - Error when adding on function : /);
  });

  it('has no method to remove a listener', () => {
    expect(create(newMp(), 'securityCode')).not.to.have.property('off');
  });
});
