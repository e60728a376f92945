import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call, typedCard } from './support/http.js';
import { seller, useSandbox, withoutEnvelope } from './support/official-sdk.js';
import { assertShape } from './support/shapes.js';

describe('a 3DS challenge', () => {
  const sandbox = useSandbox();

  async function payWith(number: string, mode: string | undefined) {
    const account = 'TEST-MLB-3ds';
    const { json } = await call(`${sandbox.origin}/v1/card_tokens?public_key=${account}`, {
      method: 'POST',
      body: typedCard(number),
    });
    return seller(account).payments.create({
      body: {
        transaction_amount: 10,
        token: (json as { id: string }).id,
        installments: 1,
        payer: { email: 'test@testuser.com' },
        ...(mode && { three_d_secure_mode: mode }),
      },
    });
  }

  const CHALLENGES: readonly [string, string, string, string][] = [
    ['5483928164574623', 'optional', 'approved', 'accredited'],
    ['5361956806117557', 'optional', 'rejected', 'cc_rejected_3ds_challenge'],
    ['5031755734530604', 'mandatory', 'approved', 'accredited'],
  ];
  for (const [number, mode, status, detail] of CHALLENGES) {
    it(`of ${number.slice(-4)} in ${mode} mode ends as ${detail}`, async () => {
      const payment = await payWith(number, mode);
      assertShape('payment', withoutEnvelope(payment));
      assert.deepEqual([payment.status, payment.status_detail], ['pending', 'pending_challenge']);
      const { external_resource_url = '', creq = '' } = payment.three_ds_info ?? {};

      const page = await fetch(external_resource_url, { method: 'POST', body: new URLSearchParams({ creq }) });
      assert.match(await page.text(), /parent\.postMessage\(\{ status: 'COMPLETE' \}/);
      const settled = await seller('TEST-MLB-3ds').payments.get({ id: payment.id ?? 0 });
      assert.deepEqual([settled.status, settled.status_detail, settled.three_ds_info], [status, detail, undefined]);
    });
  }

  it('does not come unasked, nor to other cards', async () => {
    assert.equal((await payWith('5483928164574623', undefined)).status, 'approved');
    assert.equal((await payWith('5031755734530604', 'optional')).status, 'approved');
    assert.equal((await payWith('4235647728025682', 'mandatory')).status, 'approved');
  });

  it('cannot be finished with a made-up request', async () => {
    const { status } = await call(`${sandbox.origin}/3ds`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'creq=nonsense',
    });
    assert.equal(status, 400);
  });
});
