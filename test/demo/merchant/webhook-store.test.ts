import assert from 'node:assert/strict';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { PaymentRecords } from '../../../demo/merchant/payment-records.js';
import { AT_ONCE, Webhooks } from '../../../demo/merchant/webhooks/webhooks.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'webhook-store-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = () => new Webhooks({ secret: 's', folder });
const names = () => readdir(join(folder, 'webhooks'));
const until = async (isSo: () => Promise<boolean>) => {
  for (let turn = 0; !(await isSo()); turn += 1) {
    assert.ok(turn < 2_000, 'it does not come');
    await setImmediate();
  }
};
const event = { site: 'MLA', topic: 'payment', id: '1' } as const;

describe('received webhooks', () => {
  it('are worked on by the next process when this one does not get to it', async () => {
    await open().receive(event);
    await open().receive({ ...event, id: '2' });
    const ids: string[] = [];
    const later = open();
    later.start(({ id }) => Promise.resolve(void ids.push(id)));
    await later.idle();
    assert.deepEqual(ids.sort(), ['1', '2']);
    assert.deepEqual(await readdir(join(folder, 'webhooks')), []);
  });

  it('of one payment are one event', async () => {
    const webhooks = open();
    for (let count = 0; count < 5; count += 1) await webhooks.receive(event);
    assert.equal((await readdir(join(folder, 'webhooks'))).length, 1);
  });

  it('that come while the payment is being read have it read again', async () => {
    const webhooks = open();
    let count = 0;
    webhooks.start(async () => {
      count += 1;
      if (count === 1) await webhooks.receive(event);
    });
    await webhooks.receive(event);
    await webhooks.idle();
    assert.equal(count, 2);
    assert.deepEqual(await readdir(join(folder, 'webhooks')), []);
  });

  it('wait for no other payment: some that are not answered delay none', async () => {
    const webhooks = open();
    const started: string[] = [];
    const hanging: (() => void)[] = [];
    webhooks.start(async ({ id }) => {
      started.push(id);
      if (id !== 'good') await new Promise<void>((resolve) => hanging.push(resolve));
    });
    for (const id of ['1', '2', '3', 'good']) await webhooks.receive({ ...event, id });
    // On the disk is what is not done: the three that hang.
    await until(async () => (await names()).length === 3);
    assert.equal(started.length, 4);
    hanging.forEach((end) => end());
    await webhooks.idle();
    assert.deepEqual(await names(), []);
  });

  it('are read a few at once, however many wait, and all of them', async () => {
    const earlier = open();
    const ids = Array.from({ length: 3 * AT_ONCE }, (_, index) => String(index));
    await Promise.all(ids.map((id) => earlier.receive({ ...event, id })));
    const webhooks = open();
    const [done, running] = [new Set<string>(), new Set<string>()];
    let most = 0;
    webhooks.start(async ({ id }) => {
      most = Math.max(most, running.add(id).size);
      await until(() => Promise.resolve(most >= AT_ONCE));
      // Time for one more to begin.
      for (let turn = 0; turn < 5; turn += 1) await names();
      running.delete(id);
      done.add(id);
    });
    await webhooks.idle();
    assert.deepEqual([most, done.size], [AT_ONCE, ids.length]);
    assert.deepEqual(await names(), []);
  });

  it('of one payment are worked on one after the other', async () => {
    const webhooks = open();
    const steps: string[] = [];
    webhooks.start(async () => {
      steps.push('begins');
      if (steps.length < 6) await webhooks.receive(event);
      await setImmediate();
      steps.push('ends');
    });
    await webhooks.receive(event);
    await webhooks.idle();
    assert.deepEqual(steps, ['begins', 'ends', 'begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
  });

  it('do not stop at a file that is broken', async (t) => {
    const warn = t.mock.method(console, 'warn', () => {});
    const webhooks = open();
    await webhooks.receive(event);
    await writeFile(join(folder, 'webhooks', 'half.draft'), '{"si');
    await writeFile(join(folder, 'webhooks', 'other.json'), '{}');
    await writeFile(join(folder, 'webhooks', 'damaged.json'), '{"site": "MLA", "to');
    const ids: string[] = [];
    webhooks.start(({ id }) => Promise.resolve(void ids.push(id)));
    await webhooks.idle();
    assert.deepEqual(ids, ['1']);
    assert.deepEqual(warn.mock.calls[0]?.arguments, ['Not readable: damaged.json']);
  });

  it('are worked on again a minute after they failed', async (t) => {
    t.mock.method(console, 'warn', () => {});
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const webhooks = open();
    const ids: string[] = [];
    webhooks.start(({ id }) => (ids.push(id), ids.length < 3 ? Promise.reject(new Error('down')) : Promise.resolve()));
    await webhooks.receive(event);
    await webhooks.idle();
    for (const count of [1, 2, 3, 3]) {
      assert.equal(ids.length, count);
      t.mock.timers.tick(60_000);
      await webhooks.idle();
    }
  });

  it('are worked on when a disk that failed is back', async (t) => {
    const warn = t.mock.method(console, 'warn', () => {});
    await open().receive(event);
    const webhooks = open();
    // A file where the folder was: every read of the folder fails.
    await rename(join(folder, 'webhooks'), join(folder, 'away'));
    await writeFile(join(folder, 'webhooks'), '');
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const ids: string[] = [];
    webhooks.start(({ id }) => Promise.resolve(void ids.push(id)));
    await webhooks.idle();
    assert.deepEqual([ids, warn.mock.calls[0]?.arguments], [[], ['Webhooks wait: Error']]);

    await rm(join(folder, 'webhooks'));
    await rename(join(folder, 'away'), join(folder, 'webhooks'));
    t.mock.timers.tick(60_000);
    await webhooks.idle();
    assert.deepEqual(ids, ['1']);
  });
});

describe('the record of a payment', () => {
  const payment = {
    id: 7,
    status: 'in_process',
    transaction_amount: 10,
    external_reference: '1-a',
    date_last_updated: '2026-11-23T10:00:00.000-04:00',
  };

  it('keeps the newer description, in whatever order they come', async () => {
    const newer = { ...payment, status: 'approved', date_last_updated: '2026-11-23T10:00:01.000-04:00' };
    for (const order of [
      [payment, newer],
      [newer, payment],
    ]) {
      const records = new PaymentRecords(folder);
      for (const each of order) await records.put('MLA', each);
      const kept = await records.of('MLA', '1-a');
      assert.deepEqual(
        kept.map(({ status }) => status),
        ['approved'],
      );
      for (const each of kept) assert.equal(await records.missing('MLA', each, 0), 'forgotten');
    }
  });

  it('keeps the newer description when both come at once', async () => {
    const at = (second: number) => `2026-11-23T10:00:0${second}.000-04:00`;
    const versions = [3, 1, 4, 0, 2].map((second) => ({
      ...payment,
      status: `${second}`,
      date_last_updated: at(second),
    }));
    const records = new PaymentRecords(folder);
    await Promise.all(versions.map((each) => records.put('MLA', each)));
    const [kept] = await records.of('MLA', '1-a');
    assert.equal(kept?.status, '4');
  });

  it('that is damaged hides no other, and is written again', async (t) => {
    t.mock.method(console, 'warn', () => {});
    const records = new PaymentRecords(folder);
    for (const id of [7, 8]) await records.put('MLA', { ...payment, id });
    await writeFile(join(folder, 'payments', 'MLA', '1-a', '7.json'), '{"id": 7, "sta');
    assert.deepEqual(
      (await records.of('MLA', '1-a')).map(({ id }) => id),
      [8],
    );
    await records.put('MLA', payment);
    assert.equal((await records.of('MLA', '1-a')).length, 2);
  });

  it('is of one customer in one country, and of no other', async () => {
    const records = new PaymentRecords(folder);
    await records.put('MLA', payment);
    for (const external_reference of ['../1-a', '', null]) await records.put('MLA', { ...payment, external_reference });
    assert.equal((await records.of('MLA', '1-a')).length, 1);
    assert.deepEqual(await records.of('MLB', '1-a'), []);
    assert.deepEqual(await records.of('MLA', '../MLA/1-a'), []);
    assert.deepEqual(await readdir(folder), ['payments']);
  });
});
