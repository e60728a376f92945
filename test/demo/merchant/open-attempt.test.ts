import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it, type TestContext } from 'node:test';
import { z } from 'zod';
import { answerChallenge } from '../sandbox/support/challenges.js';
import { challengeAttribute, idOf, resultOf, UNCHARGED } from './plain-page.js';
import { openShop, type Browser } from './shop.js';

const shop = await openShop();
const SITE = 'MLB';

const later = (t: TestContext, ms: number) => {
  t.mock.timers.reset();
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + ms });
};

const listed = z.object({ payments: z.array(z.looseObject({ status: z.string() })) });
const statuses = async (browser: Browser) =>
  listed.parse((await browser.get('/api/payments')).json).payments.map(({ status }) => status);

async function entries(browser: Browser, index = 0) {
  const cardId = String((await browser.cardIds())[index]);
  return { token: await browser.tokenOfCard(cardId), card_id: cardId, installments: '1' };
}

for (const api of ['payments', 'orders'] as const) {
  describe(`an attempt whose end the shopper has not seen, with the ${api} API`, () => {
    let dora: Browser;
    const reset = () => fetch(`${shop.sandboxOrigin}/sandbox/reset`, { method: 'POST' });
    beforeEach(async () => {
      await reset();
      dora = await shop.visit('dora', SITE, api);
    });
    afterEach(async () => {
      await shop.setSwitches({ faults: [], orders: {}, search_delay_ms: null });
      await reset();
      // What the shop knows of it is gone with the sandbox.
      for (const each of ['attempts', 'payments', 'answered-attempts'])
        await rm(join(shop.folder, each), { recursive: true, force: true });
    });

    const submit = async (index?: number) => (await dora.submit(await entries(dora, index))).text;
    const lose = (times = 1) => shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: `/v1/${api}`, times }]);
    const refuse = (path: string, status: number, method = 'GET') =>
      shop.setFaults([{ kind: 'refusal', status, code: '105', method, path, times: 9 }]);
    const confirm = (page: string) =>
      answerChallenge(challengeAttribute(page, 'url'), challengeAttribute(page, 'creq'), 'confirm');
    const decide = (id: string, outcome: string) => shop.decide(SITE, api === 'orders' ? id : Number(id), outcome);

    it('that is in review is not paid a second time', async () => {
      const id = idOf(await submit());
      await decide(id, 'CONT');
      await submit(2);
      await decide(id, 'APRO').catch(() => {});
      assert.equal((await statuses(dora)).filter((each) => each === 'approved').length, 1);
    });

    it('of which the answer was lost is the answer to the next one, if it has paid', async () => {
      await lose();
      assert.doesNotMatch(await submit(2), UNCHARGED);
      const next = await submit(2);
      assert.equal(resultOf(next), 'approved');
      assert.deepEqual(await statuses(dora), ['approved']);
    });

    it('of which the answer was lost shows its question where the shop is opened again', async () => {
      await lose();
      await submit();
      const page = (await dora.get('/checkout')).text;
      assert.equal(resultOf(page), 'pending');
      assert.equal((await dora.get('/api/challenge')).status, 200);
      await confirm(page);
      assert.equal(resultOf(await submit(2)), 'approved');
      assert.deepEqual(await statuses(dora), ['approved']);
    });

    it('is not said to be uncharged by a form without a token', async () => {
      await lose();
      await submit(2);
      const empty = () => dora.submit({ installments: '1' });
      assert.equal(resultOf((await empty()).text), 'approved');
      await shop.setSwitches({ search_delay_ms: 3_600_000 });
      await dora.send('POST', `/checkout/payments/${idOf((await dora.get('/checkout')).text)}/seen`);
      assert.match((await empty()).text, UNCHARGED, 'nothing is open any more');
      await lose();
      await submit(2);
      const waiting = (await empty()).text;
      assert.doesNotMatch(waiting, UNCHARGED);
      assert.match(waiting, /em até 2 min/);
    });

    it('of which the answer was lost is cancelled before another card pays, and its form sent again pays nothing', async () => {
      await lose();
      const form = await entries(dora);
      await dora.submit(form);
      assert.equal(resultOf(await submit(2)), 'approved');
      const again = (await dora.submit(form)).text;
      assert.equal(challengeAttribute(again, 'url'), '');
      assert.deepEqual((await statuses(dora)).sort(), ['approved', 'cancelled']);
    });

    it('is not mistaken for an earlier purchase, and counts as not made after two minutes', async (t) => {
      assert.equal(resultOf(await submit(2)), 'approved');
      await shop.setFaults([{ kind: 'server_error', method: 'POST', path: `/v1/${api}`, times: 1 }]);
      await submit(2);
      later(t, 119_000);
      assert.equal(resultOf(await submit(2)), 'error');
      later(t, 121_000);
      assert.equal(resultOf(await submit(2)), 'approved');
      assert.deepEqual(await statuses(dora), ['approved', 'approved']);
    });

    it('of which nothing is known yet lets no other token pay, and is shown', async () => {
      await lose();
      await shop.setSwitches({ search_delay_ms: 3_600_000 });
      await submit(2);
      for (const page of [(await dora.get('/checkout')).text, await submit(2)]) {
        assert.match(page, /em até 2 min/);
        assert.doesNotMatch(page, UNCHARGED);
      }
      await shop.setSwitches({ search_delay_ms: null });
      assert.equal(resultOf((await dora.get('/checkout')).text), 'approved');
      assert.deepEqual(await statuses(dora), ['approved']);
    });

    it('in review is kept: shown again, not forgotten by the button, and not paid a second time', async () => {
      await shop.nextPayment('CONT');
      const first = await submit(2);
      await dora.send('POST', `/checkout/payments/${idOf(first)}/seen`);
      await dora.send('DELETE', `/api/challenge/${idOf(first)}`);
      assert.equal(idOf((await dora.get('/checkout')).text), idOf(first));
      await submit(2);
      await shop.decide(SITE, api === 'orders' ? idOf(first) : Number(idOf(first)), 'APRO').catch(() => {});
      assert.equal((await statuses(dora)).filter((status) => status === 'approved').length, 1);
    });

    it('is no other payment that has its id since the sandbox was reset', async () => {
      await submit();
      await reset();
      const ana = await shop.visit('ana', SITE, api);
      const { id } = (await ana.send('POST', '/api/payments', await entries(ana))).json as { id: unknown };
      assert.equal((await dora.get('/api/challenge')).status, 204);
      assert.notEqual(idOf(await submit(2)), String(id));
      assert.deepEqual((await statuses(ana)).includes('cancelled'), false);
    });

    for (const [what, path, status] of [
      ['the customer is not found', '/v1/customers', 404],
      ['the customer is refused', '/v1/customers', 400],
      ['the card is refused', '/v1/customers/', 400],
    ] as const)
      it(`that is sent again is not said to be uncharged, when ${what}`, async () => {
        const form = await entries(dora, 2);
        await lose();
        await dora.submit(form);
        await refuse(path, status);
        const { text } = await dora.submit(form);
        assert.doesNotMatch(text, UNCHARGED);
        assert.match(text, /Não sabemos/);
      });

    it('that is sent again is not said to be uncharged, when the charge is refused then', async () => {
      const form = await entries(dora, 2);
      await lose();
      await dora.submit(form);
      await refuse(`/v1/${api}`, 400, 'POST');
      const { text } = await dora.submit(form);
      assert.doesNotMatch(text, UNCHARGED);
      await shop.setFaults([]);
      assert.equal(resultOf(await submit(2)), 'approved');
      assert.deepEqual(await statuses(dora), ['approved']);
    });

    it('of which the answer was lost is waited for, when the search names it and it cannot be read yet', async () => {
      await lose();
      await submit(2);
      const [made] = listed.parse((await dora.get('/api/payments')).json).payments;
      await refuse(`/v1/${api}/${String(made?.['id'])}`, 404);
      assert.notEqual(resultOf(await submit(2)), 'approved');
      await shop.setFaults([]);
      assert.equal(resultOf(await submit(2)), 'approved');
      assert.deepEqual(await statuses(dora), ['approved']);
    });

    it('is left with its button while Mercado Pago fails: the checkout says how things are', async () => {
      const page = await submit();
      await confirm(page);
      await refuse('/v1/customers', 400);
      const { text } = await dora.send('POST', `${challengeAttribute(page, 'return-url')}/seen`);
      assert.match(text, /<mp-saved-cards/);
    });

    for (const status of [400, 404, 410])
      it(`is not said to be uncharged by a page that cannot read it: ${status}`, async () => {
        const page = await submit();
        await confirm(page);
        for (const path of ['/v1/customers', `/v1/${api}/`]) {
          await refuse(path, status);
          for (const place of [challengeAttribute(page, 'return-url'), '/checkout'])
            assert.doesNotMatch((await dora.get(place)).text, UNCHARGED);
        }
      });

    for (const status of [400, 404, 409, 412, 422, 423, 428])
      it(`keeps another card waiting while it cannot be cancelled: ${status}`, async () => {
        const page = await submit();
        await refuse(`/v1/${api}/`, status, api === 'orders' ? 'POST' : 'PUT');
        const next = await submit(2);
        assert.doesNotMatch(next, UNCHARGED);
        assert.match(next, /para não cobrar duas vezes/i);
        await confirm(page);
        await shop.setFaults([]);
        assert.equal(resultOf(await submit(2)), 'approved');
        assert.deepEqual(await statuses(dora), ['approved']);
      });

    it('is a page about the money even where the shop’s disk fails, and nothing is charged', async () => {
      await rm(join(shop.folder, 'attempts'), { recursive: true, force: true });
      await writeFile(join(shop.folder, 'attempts'), '');
      const { status, text } = await dora.submit(await entries(dora, 2));
      assert.deepEqual([status, /<mp-saved-cards/.test(text), UNCHARGED.test(text)], [500, true, false]);
      await rm(join(shop.folder, 'attempts'));
      assert.deepEqual(await statuses(dora), []);
    });

    it('has the status that it has now, not that of a review', async () => {
      const made = (await dora.send('POST', '/api/payments', await entries(dora))).json as { id: string };
      await decide(made.id, 'CONT');
      const status = async () => ((await dora.get(`/api/payments/${made.id}`)).json as { status: string }).status;
      assert.equal(await status(), 'in_process');
      await decide(made.id, 'APRO');
      assert.equal(await status(), 'approved');
    });
  });
}

describe('an order whose end the shopper has not seen', () => {
  afterEach(() => shop.setSwitches({ faults: [], orders: {} }));

  it('is paid when its money waits to be captured', async () => {
    await shop.setSwitches({ orders: { profile: 'official-e2e' } });
    const olga = await shop.visit('dora', 'MLM', 'orders');
    const page = (await olga.submit(await entries(olga))).text;
    await answerChallenge(challengeAttribute(page, 'url'), undefined, 'confirm');
    const next = (await olga.submit(await entries(olga, 2))).text;
    assert.equal(idOf(next), idOf(page));
    assert.equal((await statuses(olga)).length, 1);
  });

  it('is found where a key that is sent again is refused', async () => {
    await shop.setSwitches({ orders: { same_request: 'refused' } });
    const ana = await shop.visit('ana', 'MLC', 'orders');
    const form = await entries(ana);
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/orders', times: 1 }]);
    await ana.submit(form);
    assert.equal(resultOf((await ana.submit(form)).text), 'approved');
  });
});
