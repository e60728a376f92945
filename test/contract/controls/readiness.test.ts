import { expect } from '@open-wc/testing';
import { install, mount, tearDown } from './setup.js';

describe('contract: how a field becomes ready, or does not', () => {
  afterEach(tearDown);

  it('load-error: emits error instead of ready, with the reason', async () => {
    const { standIn, mp } = install();
    standIn.readiness = 'load-error';
    const { heard, box } = mount(mp, 'securityCode', { events: ['ready', 'error'] });
    standIn.readiness = 'prompt';
    mount(mp, 'cardNumber');
    await standIn.ready('cardNumber');
    expect(heard).to.deep.equal([{ field: 'securityCode', error: 'Unable to load securityCode: Failed to fetch' }]);
    expect(box.querySelector('iframe')?.hasAttribute('src')).to.equal(false);
  });

  it('silent: emits nothing, as under a strict CSP or an ad blocker', async () => {
    const { standIn, mp } = install();
    standIn.readiness = 'silent';
    const { heard, box } = mount(mp, 'securityCode', { events: ['ready', 'error'] });
    standIn.readiness = 'prompt';
    mount(mp, 'cardNumber');
    await standIn.ready('cardNumber');
    expect(heard).to.deep.equal([]);
    expect(box.querySelector('iframe')?.hasAttribute('src')).to.equal(false);
  });

  it('a delay: ready is not emitted earlier', async () => {
    const { standIn, mp } = install();
    standIn.readiness = { delay: 100 };
    const start = performance.now();
    mount(mp, 'securityCode');
    await standIn.ready('securityCode');
    expect(performance.now() - start).to.be.at.least(99);
  });

  it('hold: ready is emitted when it is released', async () => {
    const { standIn, mp } = install();
    const release = standIn.hold('ready');
    const { heard } = mount(mp, 'securityCode', { events: ['ready'] });
    expect(standIn.fields.map(({ type, ready }) => ({ type, ready }))).to.deep.equal([
      { type: 'securityCode', ready: false },
    ]);
    expect(heard).to.deep.equal([]);
    release();
    await standIn.ready('securityCode');
    expect(heard).to.deep.equal([{ field: 'securityCode' }]);
  });

  it('a page that cannot be fetched: emits error, and the next field fetches it again', async () => {
    const { fetch } = window;
    const { standIn, mp } = install();
    try {
      window.fetch = () => Promise.resolve(new Response('', { status: 503 }));
      const { field, heard } = mount(mp, 'securityCode', { events: ['error'] });
      await new Promise((resolve) => field.on('error', resolve));
      expect(heard).to.deep.equal([{ field: 'securityCode', error: 'Unable to load securityCode: HTTP 503' }]);
    } finally {
      window.fetch = fetch;
    }
    mount(mp, 'cardNumber');
    await standIn.ready('cardNumber');
  });

  it('an unmounted field emits nothing', async () => {
    const { standIn, mp } = install();
    const release = standIn.hold('ready');
    const { field, heard } = mount(mp, 'securityCode', { events: ['ready', 'error'] });
    field.unmount();
    release();
    mount(mp, 'cardNumber');
    await standIn.ready('cardNumber');
    expect(heard).to.deep.equal([]);
  });

  it('an update before ready is lost, one in the ready handler is not', async () => {
    const { standIn, mp } = install();
    const { field } = mount(mp, 'securityCode');
    field.update?.({ placeholder: 'too early' });
    field.on('ready', () => field.update?.({ settings: { mode: 'mandatory', length: 4 } }));
    await standIn.type('securityCode', '1');
    expect(standIn.input('securityCode').placeholder).to.equal('');
    expect(standIn.input('securityCode').maxLength).to.equal(4);
    await standIn.type('securityCode', '2345');
    expect((await mp.fields.createCardToken({ cardId: '1' }))?.security_code_length).to.equal(4);
  });
});
