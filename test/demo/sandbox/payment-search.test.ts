import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seller, TestClock, useSandbox, withoutEnvelope } from './support/official-sdk.js';
import { pay } from './support/payments.js';
import { assertShape } from './support/shapes.js';

describe('the search for payments', () => {
  const clock = new TestClock();
  useSandbox({ clock: clock.read });

  it('filters, sorts, cuts by date and pages', async () => {
    const shop = seller('TEST-MLA-search');
    for (const reference of ['A', 'B', 'B']) {
      await pay(shop, 10, { external_reference: reference });
      clock.advance(10);
    }
    const found = async (options: Record<string, string | number>) => {
      const page = await shop.payments.search({ options: options });
      assertShape('payments', withoutEnvelope(page));
      return page;
    };
    const references = async (options: Record<string, string | number>) =>
      (await found(options)).results?.map((payment) => payment.external_reference);

    assert.deepEqual(await references({}), ['B', 'B', 'A']);
    assert.deepEqual(await references({ sort: 'date_created', criteria: 'asc' }), ['A', 'B', 'B']);
    assert.deepEqual(await references({ external_reference: 'A' }), ['A']);
    assert.deepEqual(await references({ status: 'rejected' }), []);
    assert.deepEqual(await references({ range: 'date_created', begin_date: 'NOW-25DAYS', end_date: 'NOW' }), [
      'B',
      'B',
    ]);
    assert.deepEqual(
      await references({
        range: 'date_approved',
        begin_date: '2026-11-01T00:00:00Z',
        end_date: '2026-11-30T00:00:00Z',
      }),
      ['A'],
    );
    assert.deepEqual((await found({ limit: 1, offset: 1 })).paging, { total: 3, limit: 1, offset: 1 });
    await assert.rejects(found({ limit: 1001 }), {
      causes: [{ code: 1000, description: 'the number of rows exceeded the limit', data: null }],
    });
    await assert.rejects(found({ begin_date: 'soon' }), { status: 400 });
    await assert.rejects(found({ sort: 'colour' }), { status: 400 });
  });
});
