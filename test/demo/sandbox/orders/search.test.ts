import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { NOW, TestClock, useSandbox, withoutEnvelope } from '../support/official-sdk.js';
import { codeOf, Seller } from '../support/orders.js';
import { assertShape } from '../support/shapes.js';

const clock = new TestClock();

describe('searching orders', () => {
  const sandbox = useSandbox({ clock: clock.read });
  let shop: Seller;
  const range = { begin_date: NOW.toISOString(), end_date: '2026-12-31T00:00:00Z' };

  /** Two orders on the first day, one refused and one with another card on the days after. */
  before(async () => {
    shop = new Seller(sandbox.origin, 'APP_USR-MLB-search');
    for (const [reference, name, days] of [
      ['FIRST', 'APRO', 0],
      ['SECOND', 'APRO', 1],
      ['THIRD', 'OTHE', 1],
    ] as const) {
      await shop.send('', await shop.typedCard(name, { external_reference: reference }));
      clock.advance(days);
    }
    await shop.send('', await shop.savedCard(1, { external_reference: 'FOURTH' }));
  });

  const find = async (query: object) => {
    const page = await shop.sdk.orders.search({ options: { ...range, ...query } });
    return page.data?.map(({ external_reference }) => external_reference).join(' ');
  };

  it('needs two dates', async () => {
    assert.equal(codeOf(await shop.get('')), '400 required_properties');
    assert.equal(codeOf(await shop.get('?begin_date=2026-11-23T00:00:00Z')), '400 required_properties');
    assert.equal(codeOf(await shop.get('?begin_date=x&end_date=2026-11-23T00:00:00Z')), '400 property_value');
  });

  it('lists the newest first, as a page', async () => {
    const page = await shop.sdk.orders.search({ options: range });
    assertShape('orders', withoutEnvelope(page));
    assert.deepEqual(page.paging, { total: 4, total_pages: 1, offset: 0, limit: 30 });
    assert.equal(await find({}), 'FOURTH THIRD SECOND FIRST');
    assert.equal(await find({ sort_by: 'created_date', sort_order: 'asc' }), 'FIRST SECOND THIRD FOURTH');
  });

  it('finds by reference, state, method and date', async () => {
    assert.equal(await find({ external_reference: 'SECOND' }), 'SECOND');
    assert.equal(await find({ status: 'failed' }), 'THIRD');
    assert.equal(await find({ status_detail: 'accredited' }), 'FOURTH SECOND FIRST');
    assert.equal(await find({ payment_method_id: 'master', payment_method_type: 'credit_card' }), 'FOURTH');
    assert.equal(await find({ end_date: NOW.toISOString() }), 'SECOND FIRST');
    assert.equal(await find({ type: 'point' }), '');
  });

  it('is cut into pages by number and size, or by offset and limit', async () => {
    assert.equal(await find({ page: 2, page_size: 3 }), 'FIRST');
    assert.equal(await find({ offset: 1, limit: 2 }), 'THIRD SECOND');
    const { paging } = await shop.sdk.orders.search({ options: { ...range, page_size: 3 } });
    assert.deepEqual(paging, { total: 4, total_pages: 2, offset: 0, limit: 3 });
  });
});
