import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createServer as createVite } from 'vite';
import { startDemo } from '../../../demo/dev-server.js';
import { cardsBody, settingsBody } from './shop.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('npm start', async () => {
  const demo = await startDemo({ SANDBOX_PORT: '0' });
  const server = createServer((request, response) => {
    demo.middleware(request, response, () => response.end('left to Vite'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  after(async () => {
    await new Promise((resolve) => server.close(resolve));
    await demo.close();
  });
  const answerTo = async (path: string) => (await fetch(origin + path)).text();
  const settings = async () => settingsBody.parse(JSON.parse(await answerTo('/api/checkout')));

  it('answers the merchant’s routes on the page’s own origin', async () => {
    for (const path of ['/api/cards', '/api/no-such-route', '/checkout?sdk=real', '/checkout.css', '/sandbox-sdk.js']) {
      assert.notEqual(await answerTo(path), 'left to Vite', path);
    }
  });

  it('leaves every other address to Vite', async () => {
    for (const path of [
      '/',
      '/index.html?site=MLB',
      '/src/index.ts',
      '/apiary',
      '/checkout/more',
      '/demo/merchant/app.ts',
    ]) {
      assert.equal(await answerTo(path), 'left to Vite', path);
    }
  });

  it('runs the sandbox on another origin', async () => {
    const { sandbox } = await settings();
    assert.match(sandbox?.origin ?? '', /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await fetch(`${sandbox?.origin}/js/v2`)).status, 200);
  });

  it('has the sandbox send webhooks of every country to the shop', async () => {
    const { sandbox } = await settings();
    for (const site of ['MLA', 'MLB', 'MLU']) {
      const answer = await fetch(`${sandbox?.origin}/sandbox/webhooks?account=TEST-${site}-demo`);
      const { url } = (await answer.json()) as { url: string };
      assert.match(url, new RegExp(`^http://127.0.0.1:\\d+/api/webhooks\\?site=${site}$`));
      assert.equal((await fetch(url, { method: 'POST' })).status, 401, 'it is the shop that answers');
      assert.equal((await fetch(new URL('/api/cards', url))).status, 404, 'and to nothing else');
    }
  });

  describe('with a fault of the shop ordered by cookie', () => {
    const ask = (fault: string, init: RequestInit = {}, path = '/api/cards') =>
      fetch(origin + path, { ...init, headers: { ...init.headers, cookie: `a=1; shop_fault=${fault}; b=2` } });
    const cardIds = async () => {
      const { cards } = cardsBody.parse(await (await fetch(`${origin}/api/cards`)).json());
      return cards.map(({ id }) => id);
    };

    it('answers the ordered method with a status, a page, or nothing', async () => {
      assert.equal((await ask('409.POST', { method: 'POST' })).status, 409);
      const page = await ask('html.GET');
      assert.match(page.headers.get('content-type') ?? '', /html/);
      await assert.rejects(ask('drop.GET'));
      await assert.rejects(ask('silence.GET', { signal: AbortSignal.timeout(100) }), { name: 'TimeoutError' });
    });

    it('does what it was asked for and loses the answer', async () => {
      const [first] = await cardIds();
      const init = { method: 'DELETE', headers: { origin } };
      await assert.rejects(ask('drop-answer.DELETE', init, `/api/cards/${first}`));
      assert.ok(!(await cardIds()).includes(first!));
    });

    it('affects no other method, path or browser', async () => {
      assert.equal((await ask('500.POST')).status, 200);
      assert.equal((await ask('500.GET', {}, '/api/customer')).status, 200);
      assert.equal((await fetch(`${origin}/api/cards`)).status, 200);
    });
  });

  it('names the setting when the sandbox’s port is in use', async () => {
    const port = new URL((await settings()).sandbox?.origin ?? '').port;
    await assert.rejects(startDemo({ SANDBOX_PORT: port }), new RegExp(`Port ${port} .* SANDBOX_PORT`));
  });

  it('frees the port when it ends', async () => {
    const SANDBOX_PORT = await freePort();
    for (const start of [1, 2]) {
      const again = await startDemo({ SANDBOX_PORT });
      await assert.doesNotReject(again.close(), `start ${start}`);
    }
  });

  it('starts no sandbox with an account at Mercado Pago, and nothing with half of one', async () => {
    const port = String((server.address() as AddressInfo).port);
    const live = await startDemo({ MP_PUBLIC_KEY: 'TEST-a', MP_ACCESS_TOKEN: 'TEST-b', SANDBOX_PORT: port });
    await live.close();
    await assert.rejects(startDemo({ MP_PUBLIC_KEY: 'TEST-a', SANDBOX_PORT: '0' }), /MP_ACCESS_TOKEN/);
  });
});

describe('npm start behind a tunnel', async () => {
  const environment = { SANDBOX_PORT: '0', PORT: '0', MP_WEBHOOK_HOSTS: 'shop.example.com, other.example.com' };
  Object.assign(process.env, environment);
  const vite = await createVite({ root, logLevel: 'silent', server: { watch: null, hmr: false } });
  await vite.listen();
  Object.assign(process.env, { MP_WEBHOOK_HOSTS: '' });
  after(() => vite.close());
  /** The status for a request that came by this name; `fetch` does not let one choose it. */
  const ask = (host: string, path: string, method = 'GET') =>
    new Promise<number>((resolve, reject) => {
      const { port } = new URL(vite.resolvedUrls?.local[0] ?? '');
      const sent = request({ host: 'localhost', port, path, method, headers: { host } }, (answer) => {
        resolve(answer.resume().statusCode ?? 0);
      });
      sent.once('error', reject).end();
    });

  it('takes webhooks by the names that MP_WEBHOOK_HOSTS lists, and nothing else', async () => {
    for (const host of ['shop.example.com', 'other.example.com:443']) {
      assert.equal(
        await ask(host, '/api/webhooks?data.id=1&type=payment', 'POST'),
        401,
        `${host}: without a signature`,
      );
      for (const path of ['/', '/api/cards', '/api/webhooks/..', '/src/index.ts', '/checkout']) {
        assert.equal(await ask(host, path), 404, host + path);
      }
    }
  });

  it('shows nothing by such a name with a port that is none', async () => {
    for (const host of ['shop.example.com:', 'shop.example.com:abc', 'shop.example.com::80'])
      for (const path of ['/', '/package.json', '/api/cards', '/src/index.ts'])
        assert.equal(await ask(host, path), 404, host + path);
  });

  it('takes nothing by any other name', async () => {
    for (const host of ['evil.example', 'a.shop.example.com', 'example.com']) {
      assert.equal(await ask(host, '/api/webhooks?data.id=1&type=payment', 'POST'), 403, host);
    }
    assert.equal(await ask('localhost', '/api/checkout'), 200);
  });

  it('names the setting when it is not a list of names', async () => {
    for (const MP_WEBHOOK_HOSTS of ['https://shop.example.com', '*', 'shop.example.com/path', '.com']) {
      await assert.rejects(startDemo({ SANDBOX_PORT: '0', MP_WEBHOOK_HOSTS }), /MP_WEBHOOK_HOSTS/);
    }
  });
});

/** A port that was free a moment ago. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
