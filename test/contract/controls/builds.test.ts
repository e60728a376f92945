import { expect } from '@open-wc/testing';
import { saidDuring } from '../field-tools.js';
import { install, mount, tearDown } from './setup.js';

describe('contract: the current build', () => {
  afterEach(tearDown);

  it('calls every listener of a field', async () => {
    const { standIn, mp } = install();
    const { field, heard } = mount(mp, 'securityCode', { events: ['ready', 'ready'] });
    const late: unknown[] = [];
    field.on('ready', (event) => late.push(event));
    await standIn.ready('securityCode');
    expect(heard).to.have.length(2);
    expect(late).to.have.length(1);
  });

  it('keeps the key of each MercadoPago object', async () => {
    const { standIn, mp } = install();
    new standIn.MercadoPago('TEST-other');
    mount(mp, 'securityCode');
    await standIn.type('securityCode', '123');
    expect((await mp.fields.createCardToken({ cardId: '1' }))?.public_key).to.equal('TEST-contract');
  });

  it('focuses and blurs a field from outside', async () => {
    const { standIn, mp } = install();
    const { field } = mount(mp, 'securityCode');
    await standIn.ready('securityCode');
    const focused = new Promise((resolve) => field.on('focus', resolve));
    field.focus?.();
    expect(await focused).to.deep.equal({ field: 'securityCode' });
    const blurred = new Promise((resolve) => field.on('blur', resolve));
    mp.fields.blur?.();
    expect(await blurred).to.deep.equal({ field: 'securityCode' });
  });

  it('emits paste', async () => {
    const { standIn, mp } = install();
    const { heard } = mount(mp, 'cardNumber', { events: ['paste', 'binChange'] });
    await standIn.paste('cardNumber', '5031755734530604');
    expect(heard).to.deep.equal([{ field: 'cardNumber' }, { field: 'cardNumber', bin: '50317557' }]);
  });
});

describe('contract: the build of 2022 (legacyListeners)', () => {
  afterEach(tearDown);

  it('calls only the first listener of an event', async () => {
    const { standIn, mp } = install({ legacyListeners: true });
    const { field, heard } = mount(mp, 'securityCode', { events: ['ready'] });
    const second: unknown[] = [];
    field.on('ready', (event) => second.push(event));
    await standIn.ready('securityCode');
    expect(heard).to.have.length(1);
    expect(second).to.deep.equal([]);
  });

  it('calls the listener of another field of the type, if that came first', async () => {
    const { standIn, mp } = install({ legacyListeners: true });
    const first: unknown[] = [];
    mp.fields.create('securityCode').on('ready', (event) => first.push(event));
    const { heard } = mount(mp, 'securityCode', { events: ['ready'] });
    await standIn.ready('securityCode');
    expect(first).to.deep.equal([{ field: 'securityCode' }]);
    expect(heard).to.deep.equal([]);
  });

  it('drops the listeners of every field of the type when one is unmounted', async () => {
    const { standIn, mp } = install({ legacyListeners: true });
    const other: unknown[] = [];
    const waiting = mp.fields.create('securityCode');
    const { field } = mount(mp, 'securityCode');
    waiting.on('change', (event) => other.push(event));
    field.unmount();
    mount(mp, 'securityCode');
    await standIn.type('securityCode', '1');
    expect(other).to.deep.equal([]);
  });

  it('uses the last key of the page for every MercadoPago object', async () => {
    const { standIn, mp } = install({ legacyListeners: true });
    new standIn.MercadoPago('TEST-other');
    mount(mp, 'securityCode');
    await standIn.type('securityCode', '123');
    expect((await mp.fields.createCardToken({ cardId: '1' }))?.public_key).to.equal('TEST-other');
  });
});

describe('contract: builds before (oldBuild)', () => {
  afterEach(tearDown);

  for (const event of ['ready', 'focus', 'blur', 'change', 'validityChange'] as const) {
    it(`does not know the event ${event} of securityCode`, async () => {
      const { standIn, mp } = install({ oldBuild: true });
      const heard: unknown[] = [];
      const field = mp.fields.create('securityCode');
      const said = await saidDuring(() => field.on(event, (detail) => heard.push(detail)));
      expect(said).to.deep.equal([
        `MercadoPago.js - Error when adding on function : [Fields] ${event} event is not valid for securityCode`,
      ]);
      mount(mp, 'securityCode');
      await standIn.type('securityCode', '123');
      await standIn.blur('securityCode');
      expect(heard).to.deep.equal([]);
    });
  }

  it('makes tokens', async () => {
    const { standIn, mp } = install({ oldBuild: true });
    mount(mp, 'securityCode');
    await standIn.type('securityCode', '123');
    expect((await mp.fields.createCardToken({ cardId: '1' }))?.card_id).to.equal('1');
  });

  it('lacks update, focus and blur', () => {
    const { mp } = install({ oldBuild: true });
    const field = mp.fields.create('securityCode');
    expect([field.update, field.focus, field.blur, mp.fields.focus]).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('does not know paste', async () => {
    const { mp } = install({ oldBuild: true });
    const said = await saidDuring(() => mp.fields.create('cardNumber').on('paste', () => {}));
    expect(said).to.have.length(1);
  });

  it('emits ready for the other fields', async () => {
    const { standIn, mp } = install({ oldBuild: true });
    const { heard } = mount(mp, 'cardNumber', { events: ['ready'] });
    await standIn.ready('cardNumber');
    expect(heard).to.deep.equal([{ field: 'cardNumber' }]);
  });
});

describe('contract: the group option', () => {
  afterEach(tearDown);

  it('is ignored unless it is enabled', () => {
    const { mp } = install();
    mount(mp, 'securityCode', { group: 'saved' });
    expect(() => mp.fields.create('securityCode', { group: 'new' })).to.throw('has already been created');
  });

  it('allows one field of a type per group and makes a token of one group', async () => {
    const { standIn, mp } = install({ groups: true });
    mount(mp, 'securityCode', { group: 'saved' });
    await standIn.type('securityCode', '123');
    const { box } = mount(mp, 'securityCode', { group: 'new' });
    expect(box.querySelector('iframe')?.dataset.primary).to.equal('true');
    expect((await mp.fields.createCardToken({ cardId: '1' }, { group: 'saved' }))?.security_code_length).to.equal(3);
  });
});
