import { expect } from '@open-wc/testing';
import { TIMEOUT } from '../../src/timeouts.js';
import { closePages, codeOf, openPage, scriptAddress, workingScript } from './isolated-page.js';

const OFFICIAL = 'https://sdk.mercadopago.com/js/v2';

/** Makes a script tag of the page that the browser does not fetch, so that a test decides when it loads or fails. */
const pendingTag = (address: string) => `<script type="pending" src="${address}"></script>`;

describe('loading MercadoPago.js', () => {
  afterEach(closePages);

  describe('without a tag of ours', () => {
    it('uses an existing global', async () => {
      const page = await openPage();
      page.finish(undefined);
      expect(await page.room.loadSdk()).to.equal(page.window.MercadoPago);
      expect(page.scripts).to.be.empty;
    });

    it('waits for the page’s own tag', async () => {
      const page = await openPage({ head: pendingTag(OFFICIAL) });
      const loading = page.room.loadSdk();
      page.finish(page.scripts[0]);
      expect(await loading).to.equal(page.window.MercadoPago);
      expect(page.scripts).to.have.length(1);
    });

    it('waits for the page’s own tag at a configured address, also a relative one', async () => {
      const page = await openPage({ head: pendingTag('/vendor/mercado-pago.js?v=2') });
      page.room.configureSdk({ url: '/vendor/mercado-pago.js' });
      const loading = page.room.loadSdk();
      page.finish(page.scripts[0]);
      expect(await loading).to.equal(page.window.MercadoPago);
      expect(page.scripts).to.have.length(1);
    });
  });

  describe('the first time', () => {
    it('leaves the official address to the official loader', async () => {
      const page = await openPage({ policy: 'blob:' });
      const tag = page.nextScript();
      const loading = page.room.loadSdk();
      const script = await tag;
      expect(script.src).to.equal(OFFICIAL);
      expect(script.hasAttribute('async'), 'our own tags have it').to.equal(false);
      page.finish(script);
      expect(await loading).to.equal(page.window.MercadoPago);
    });

    it('is one attempt for concurrent calls', async () => {
      const page = await openPage();
      page.room.configureSdk({ url: workingScript() });
      const [first, second] = await Promise.all([page.room.loadSdk(), page.room.loadSdk()]);
      expect([first, second]).to.deep.equal([page.window.MercadoPago, page.window.MercadoPago]);
      expect(page.scripts).to.have.length(1);
    });

    it('is not repeated after success', async () => {
      const page = await openPage();
      page.room.configureSdk({ url: workingScript() });
      const first = await page.room.loadSdk();
      expect(await page.room.loadSdk()).to.equal(first);
      expect(page.scripts).to.have.length(1);
    });

    it('is not misled by an element whose id makes it a global', async () => {
      const page = await openPage({ head: '<meta id="MercadoPago">' });
      page.room.configureSdk({ url: workingScript() });
      expect(await page.room.loadSdk()).to.be.a('function');
    });
  });

  describe('when it fails', () => {
    it('rejects with sdk-blocked, and inserts its own tag for the next attempt', async () => {
      const page = await openPage({ policy: 'blob:' });
      expect(await codeOf(page.room.loadSdk())).to.equal('sdk-blocked');
      const [dead] = page.scripts;
      const retry = page.nextScript();
      const loading = page.room.loadSdk();
      const script = await retry;
      expect(script).not.to.equal(dead);
      expect(script.src).to.equal(OFFICIAL);
      expect(page.scripts).to.deep.equal([script]);
      page.finish(script);
      expect(await loading).to.equal(page.window.MercadoPago);
    });

    it('can succeed with the next attempt', async () => {
      const page = await openPage({ policy: 'blob:' });
      expect(await codeOf(page.room.loadSdk())).to.equal('sdk-blocked');
      page.room.configureSdk({ url: workingScript() });
      expect(await page.room.loadSdk()).to.be.a('function');
    });

    it('rejects every time while it is blocked', async () => {
      const page = await openPage({ policy: 'blob:' });
      for (let times = 0; times < 3; times++) expect(await codeOf(page.room.loadSdk())).to.equal('sdk-blocked');
      expect(page.scripts).to.have.length(1);
    });

    it('rejects with sdk-broken for a script without the global, and can be retried', async () => {
      const page = await openPage();
      page.room.configureSdk({ url: scriptAddress('') });
      expect(await codeOf(page.room.loadSdk())).to.equal('sdk-broken');
      page.room.configureSdk({ url: workingScript() });
      expect(await page.room.loadSdk()).to.be.a('function');
    });

    it('rejects with sdk-broken when the page’s own tag defines no global', async () => {
      const page = await openPage({ head: pendingTag(OFFICIAL) });
      const loading = page.room.loadSdk();
      page.scripts[0]?.dispatchEvent(new Event('load'));
      expect(await codeOf(loading)).to.equal('sdk-broken');
    });

    it('rejects after 15 seconds, and replaces the failed tag for the next attempt', async () => {
      const url = workingScript();
      const page = await openPage({ head: pendingTag(url) });
      const clock = page.driveTime();
      page.room.configureSdk({ url });
      const [dead] = page.scripts;
      let settled = false;
      const code = codeOf(page.room.loadSdk()).finally(() => (settled = true));
      await clock.tickAsync(TIMEOUT.script - 1);
      expect(settled).to.equal(false);
      await clock.tickAsync(1);
      expect(await code).to.equal('sdk-timeout');
      expect(await page.room.loadSdk()).to.be.a('function');
      expect(page.scripts).to.have.length(1).and.not.include(dead);
      expect(clock.countTimers()).to.equal(0);
    });
  });

  describe('under a Content-Security-Policy', () => {
    it('puts the configured nonce on its tag', async () => {
      const page = await openPage({ policy: "'nonce-shop'" });
      page.room.configureSdk({ url: workingScript(), nonce: 'shop' });
      expect(await page.room.loadSdk()).to.be.a('function');
      expect(page.scripts.map(({ nonce }) => nonce)).to.deep.equal(['shop']);
    });

    it('is blocked without it', async () => {
      const page = await openPage({ policy: "'nonce-shop'" });
      page.room.configureSdk({ url: workingScript() });
      expect(await codeOf(page.room.loadSdk())).to.equal('sdk-blocked');
    });

    it('puts the nonce on the tag for the official address too', async () => {
      const page = await openPage({ policy: "'nonce-shop'" });
      page.room.configureSdk({ nonce: 'shop' });
      const tag = page.nextScript();
      const loading = page.room.loadSdk();
      const script = await tag;
      expect([script.src, script.nonce]).to.deep.equal([OFFICIAL, 'shop']);
      page.finish(script);
      await loading;
    });

    it('passes enforced Trusted Types', async () => {
      const page = await openPage({
        policy: "blob:; require-trusted-types-for 'script'; trusted-types mp-saved-cards",
      });
      page.room.configureSdk({ url: workingScript() });
      expect(await page.room.loadSdk()).to.be.a('function');
    });

    it('passes enforced Trusted Types with the official address, which the official loader does not', async () => {
      const page = await openPage({
        policy: "blob:; require-trusted-types-for 'script'; trusted-types mp-saved-cards",
      });
      const tag = page.nextScript();
      const loading = page.room.loadSdk();
      const script = await tag;
      expect(script.src).to.equal(OFFICIAL);
      page.finish(script);
      expect(await loading).to.equal(page.window.MercadoPago);
    });
  });
});
