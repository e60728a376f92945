import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SITES } from '../../../demo/sandbox/sites/index.js';
import type { SiteId } from '../../../demo/sandbox/sites/site.js';
import { answerChallenge } from './support/challenges.js';
import { call, typedCard } from './support/http.js';
import { seller, useSandbox, withoutEnvelope } from './support/official-sdk.js';
import { assertShape } from './support/shapes.js';

describe('a 3DS challenge', () => {
  const sandbox = useSandbox();

  async function payWith(site: SiteId, number: string, mode: string | undefined) {
    const account = `TEST-${site}-3ds`;
    const { json } = await call(`${sandbox.origin}/v1/card_tokens?public_key=${account}`, {
      method: 'POST',
      body: typedCard(number),
    });
    return seller(account).payments.create({
      body: {
        transaction_amount: 1000,
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
  const IN_EVERY_SITE = Object.values(SITES).flatMap(({ id }) => CHALLENGES.map((each) => [id, ...each] as const));
  for (const [site, number, mode, status, detail] of IN_EVERY_SITE) {
    it(`of ${number.slice(-4)} in ${mode} mode ends as ${detail} in ${site}`, async () => {
      const payment = await payWith(site, number, mode);
      assertShape('payment', withoutEnvelope(payment));
      assert.deepEqual([payment.status, payment.status_detail], ['pending', 'pending_challenge']);
      const { external_resource_url = '', creq = '' } = payment.three_ds_info ?? {};

      const end = await answerChallenge(external_resource_url, creq, 'confirm');
      assert.match(end, /parent\.postMessage\(\{ status: 'COMPLETE' \}/);
      const settled = await seller(`TEST-${site}-3ds`).payments.get({ id: payment.id ?? 0 });
      assert.deepEqual([settled.status, settled.status_detail, settled.three_ds_info], [status, detail, undefined]);
    });
  }

  it('does not come unasked, nor to other cards', async () => {
    assert.equal((await payWith('MLB', '5483928164574623', undefined)).status, 'approved');
    assert.equal((await payWith('MLB', '5031755734530604', 'optional')).status, 'approved');
    assert.equal((await payWith('MLB', '4235647728025682', 'mandatory')).status, 'approved');
  });

  it('answers a challenge request that is nonsense with 400', async () => {
    const { status } = await call(`${sandbox.origin}/3ds`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'creq=nonsense',
    });
    assert.equal(status, 400);
  });
});
