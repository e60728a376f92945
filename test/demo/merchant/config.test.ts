import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMerchant } from '../../../demo/merchant/app.js';
import { settingsBody } from './shop.js';
import { credentialsFor, liveBackendFrom, paymentApiFrom } from '../../../demo/merchant/config.js';

const account = { MP_PUBLIC_KEY: 'APP_USR-public', MP_ACCESS_TOKEN: 'APP_USR-secret' };

describe('the environment', () => {
  it('asks for the sandbox when it names no credentials', () => {
    assert.equal(liveBackendFrom({}), null);
    assert.equal(liveBackendFrom({ MP_PUBLIC_KEY: '', MP_ACCESS_TOKEN: '' }), null);
  });

  it('asks for the real Mercado Pago when it names both', () => {
    assert.deepEqual(liveBackendFrom(account), {
      kind: 'live',
      publicKey: 'APP_USR-public',
      accessToken: 'APP_USR-secret',
      payerEmail: 'test@testuser.com',
      site: 'MLA',
    });
    const chosen = liveBackendFrom({ ...account, MP_PAYER_EMAIL: 'test_user_7@testuser.com', MP_SITE: 'MLB' });
    assert.deepEqual(chosen, {
      kind: 'live',
      publicKey: 'APP_USR-public',
      accessToken: 'APP_USR-secret',
      payerEmail: 'test_user_7@testuser.com',
      site: 'MLB',
    });
  });

  it('chooses the API for payments, and none that there is not', () => {
    assert.equal(paymentApiFrom({}), 'payments');
    assert.equal(paymentApiFrom({ MP_API: 'orders' }), 'orders');
    assert.throws(() => paymentApiFrom({ MP_API: 'order' }), { message: 'MP_API must be one of: payments, orders' });
  });

  it('is a mistake with half a set of credentials, named without its value', () => {
    assert.throws(() => liveBackendFrom({ MP_ACCESS_TOKEN: 'APP_USR-secret' }), {
      message: 'Missing or malformed in the environment: MP_PUBLIC_KEY',
    });
    assert.throws(() => liveBackendFrom({ ...account, MP_PAYER_EMAIL: 'secret' }), /^Error: [^:]*: MP_PAYER_EMAIL$/);
  });
});

describe('a merchant with an account at Mercado Pago', () => {
  const backend = liveBackendFrom(account);
  assert.ok(backend);
  const merchant = createMerchant({ backend, builtScript: '/no-such-file' });

  it('uses one pair of credentials in every country', () => {
    const expected = { publicKey: 'APP_USR-public', accessToken: 'APP_USR-secret' };
    assert.deepEqual(credentialsFor(backend, 'MLA'), expected);
    assert.deepEqual(credentialsFor(backend, 'MLB'), expected);
  });

  it('gives the page its public key, and neither a sandbox nor the access token', async () => {
    const text = await (await merchant.request('/api/checkout')).text();
    const { publicKey, sandbox } = settingsBody.parse(JSON.parse(text));
    assert.deepEqual([publicKey, sandbox], ['APP_USR-public', null]);
    assert.doesNotMatch(text, /secret/);
  });

  it('has no customers to choose from and no script for a sandbox', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ site: 'MLA', customer: 'bruno' });
    assert.equal((await merchant.request('/session', { method: 'POST', headers, body })).status, 404);
    assert.equal((await merchant.request('/sandbox-sdk.js')).status, 404);
    assert.doesNotMatch(await (await merchant.request('/checkout')).text(), /sandbox/);
  });

  it('has one customer, whatever cookie the sandbox has left in the browser', async () => {
    const headers = { cookie: 'shop_session=of-the-sandbox' };
    const settings = settingsBody.parse(await (await merchant.request('/api/checkout', { headers })).json());
    assert.equal(settings.customer, 'test@testuser.com');
  });
});
