import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createMerchant } from '../../../demo/merchant/app.js';

const folder = await mkdtemp(join(tmpdir(), 'merchant-'));
after(() => rm(folder, { recursive: true }));

const devModules = { script: '/src/script.ts', elements: '/src/elements.ts' };
const backend = { kind: 'sandbox', origin: 'http://127.0.0.1:5174' } as const;

const scriptsOf = async (merchant: ReturnType<typeof createMerchant>, path = '/checkout') =>
  (await (await merchant.request(path)).text()).match(/<script.*<\/script>/g);

describe('the checkout page', () => {
  it('loads the built script once there is one', async () => {
    const builtScript = join(folder, 'built.js');
    const merchant = createMerchant({ backend, builtScript, devModules });
    const missing = await merchant.request('/mp-saved-cards.min.js');
    assert.equal(missing.status, 404);
    await writeFile(builtScript, 'var MpSavedCards = {};');
    const response = await merchant.request('/mp-saved-cards.min.js');
    assert.equal(await response.text(), 'var MpSavedCards = {};');
    assert.match(response.headers.get('content-type') ?? '', /^text\/javascript/);
    assert.deepEqual(await scriptsOf(merchant), [
      '<script src="/mp-saved-cards.min.js"></script>',
      '<script src="/sandbox-sdk.js"></script>',
    ]);
  });

  it('loads the modules of the dev server before anything was built, after it has set where the sandbox is', async () => {
    const merchant = createMerchant({ backend, builtScript: join(folder, 'none.js'), devModules });
    assert.deepEqual(await scriptsOf(merchant), [
      '<script type="module" src="/sandbox-sdk.js"></script>',
      '<script type="module" src="/src/script.ts"></script>',
    ]);
    assert.deepEqual(await scriptsOf(merchant, '/checkout?sdk=real'), [
      '<script type="module" src="/src/script.ts"></script>',
    ]);
    assert.equal(
      await (await merchant.request('/sandbox-sdk.js')).text(),
      'import { configureSdk } from "/src/elements.ts";\nconfigureSdk({"url":"http://127.0.0.1:5174/js/v2"});\n',
    );
  });
});
