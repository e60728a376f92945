import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { OpenAttempts } from '../../../demo/merchant/open-attempts.js';

const DAY = 24 * 60 * 60;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-attempts-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the earlier payments that were the answer to an attempt', () => {
  it('are kept as long as its token may pay, and no longer', async () => {
    const attempts = new OpenAttempts(folder);
    const answer = { paymentId: '1', dateCreated: null, isOwn: false, cartId: null };
    const age = async (key: string, days: number) => {
      await attempts.answer('MLA', 'ana', key, answer);
      const then = Date.now() / 1000 - days * DAY;
      await utimes(join(folder, 'answered-attempts', `MLA-ana-${key}.json`), then, then);
    };
    await age('old', 9);
    await age('young', 7);
    await attempts.answer('MLA', 'ana', 'now', answer);
    assert.equal((await readdir(join(folder, 'answered-attempts'))).length, 2);
    assert.equal(await attempts.answerTo('MLA', 'ana', 'old'), null);
    assert.deepEqual(await attempts.answerTo('MLA', 'ana', 'young'), answer);
  });
});
