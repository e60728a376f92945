import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { z } from 'zod';
import type { PaymentApiName } from '../../../demo/merchant/payment-apis/payment-api.js';
import { answerChallenge } from '../sandbox/support/challenges.js';
import { openShop, paymentsBody, type Browser } from './shop.js';

// Tests empty the sandbox: what is not there is gone, and not late.
const shop = await openShop({ readableWithin: 0 });

const PASSES = 0;
const FAILS = 1;
/** As it is typed: its challenge is passed. */
const NEW_CARD = { number: '5483928164574623' };

const purchase = z.looseObject({
  id: z.union([z.number(), z.string()]).transform(String),
  status: z.string(),
  status_detail: z.string(),
  challenge: z.strictObject({ url: z.url(), creq: z.string().optional() }).optional(),
});

/** What the page of the plain form has of the challenge. */
function elementOf(page: string) {
  const [element = ''] = /<mp-payment-challenge[^>]*>/.exec(page) ?? [];
  const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1]?.replaceAll('&amp;', '&');
  return {
    url: attribute('url') ?? '',
    creq: attribute('creq'),
    endpoint: attribute('endpoint') ?? '',
    returnUrl: attribute('return-url') ?? '',
  };
}

/** Where the button of the result page leads that leaves it. */
const leaving = (page: string) => /action="([^"]*\/seen)"/.exec(page)?.[1] ?? '';
const resultOf = (page: string) => /data-status="([^"]*)"/.exec(page)?.[1];

async function entries(browser: Browser, index: number) {
  const cardId = String((await browser.cardIds())[index]);
  return { token: await browser.tokenOfCard(cardId), card_id: cardId, installments: '1' };
}

for (const api of ['payments', 'orders'] as const satisfies readonly PaymentApiName[]) {
  describe(`a payment that the bank asks about, with the ${api} API`, () => {
    const sites = ['MLA', 'MLB', 'MLM', 'MLC', 'MCO', 'MPE', 'MLU'] as const;
    let turn = 0;
    /** A customer without payments: each test has a country of its own, and an empty sandbox. */
    const dora = async () => {
      const site = sites[turn++ % sites.length] ?? 'MLA';
      await fetch(`${shop.sandboxOrigin}/sandbox/reset`, { method: 'POST' });
      return { site, browser: await shop.visit('dora', site, api) };
    };
    afterEach(() => shop.setSwitches({ faults: [], challenge: null, orders: {}, webhooks: null }));

    const statuses = async (browser: Browser) =>
      paymentsBody
        .extend({ payments: z.array(z.looseObject({ status: z.string() })) })
        .parse((await browser.get('/api/payments')).json)
        .payments.map(({ status }) => status);

    const pay = async (browser: Browser, index = PASSES) => {
      const { installments, ...body } = await entries(browser, index);
      return purchase.parse((await browser.send('POST', '/api/payments', { ...body, installments })).json);
    };

    const status = async (browser: Browser, id: string) => (await browser.get(`/api/payments/${id}`)).json;

    it('gives an app its id and what the element needs, and no more', async () => {
      const { browser } = await dora();
      const made = await pay(browser);
      assert.deepEqual([made.status, made.status_detail], ['pending', 'pending_challenge']);
      assert.deepEqual(Object.keys(made.challenge ?? {}), api === 'orders' ? ['url'] : ['url', 'creq']);
      assert.deepEqual(await status(browser, made.id), { status: 'pending', status_detail: 'pending_challenge' });
      await answerChallenge(made.challenge?.url ?? '', made.challenge?.creq, 'confirm');
      assert.deepEqual(await status(browser, made.id), { status: 'approved', status_detail: 'accredited' });
    });

    it('has no status for another customer, for one who has signed out, or for an id that is none', async () => {
      const { browser, site } = await dora();
      const { id } = await pay(browser);
      assert.equal((await (await shop.visit('ana', site, api)).get(`/api/payments/${id}`)).status, 404);
      assert.equal((await (await shop.visit(null, site, api)).get(`/api/payments/${id}`)).status, 401);
      assert.equal((await browser.get('/api/payments/search')).status, 400);
      assert.equal((await (await shop.visit('ana', site, api)).get(`/checkout/payments/${id}`)).status, 404);
    });

    it('is a page with the bank’s question, again after a reload and in a new tab, until the bank has answered', async () => {
      const { browser } = await dora();
      const form = await entries(browser, PASSES);
      const page = await browser.submit(form);
      const { url, creq, endpoint, returnUrl } = elementOf(page.text);
      assert.equal(resultOf(page.text), 'pending');
      const policy = page.headers.get('content-security-policy') ?? '';
      assert.match(policy, /frame-src [^;]*https:(;| )/);
      assert.match(policy, /form-action [^;]*https:(;|$| )/);
      assert.equal(elementOf((await browser.submit(form)).text).url, url);
      assert.equal(elementOf((await browser.get('/checkout')).text).returnUrl, returnUrl);
      assert.equal(elementOf((await browser.get(returnUrl)).text).endpoint, endpoint);

      await answerChallenge(url, creq, 'confirm');
      assert.deepEqual((await browser.get(endpoint)).json, { status: 'approved', status_detail: 'accredited' });
      // The page was closed, or lost on its way, before it could show it.
      for (const path of ['/checkout', returnUrl, '/checkout']) {
        const { text } = await browser.get(path);
        assert.equal(resultOf(text), 'approved');
        assert.equal(leaving(text), `${returnUrl}/seen`);
      }
      const { text: left } = await browser.send('POST', `${returnUrl}/seen`);
      assert.match(left, /<mp-saved-cards/);
      assert.doesNotMatch((await browser.get('/checkout')).text, /payment-result|mp-payment-challenge/);
      assert.equal(resultOf((await browser.get(returnUrl)).text), 'approved');
      assert.equal(resultOf((await browser.submit(form)).text), 'approved');
      assert.deepEqual(await statuses(browser), ['approved']);
    });

    it('has the narrow policy on every other page', async () => {
      const { browser } = await dora();
      const { headers } = await browser.get('/checkout');
      assert.doesNotMatch(headers.get('content-security-policy') ?? '', /https:(;| |$)/);
    });

    it('that the bank refused is the checkout with the reason', async () => {
      const { browser } = await dora();
      const form = await entries(browser, FAILS);
      const { url, creq, returnUrl } = elementOf((await browser.submit(form)).text);
      await answerChallenge(url, creq, 'confirm');
      const page = (await browser.get(returnUrl)).text;
      assert.equal(resultOf(page), 'rejected');
      assert.match(page, /status-detail="cc_rejected_3ds_challenge"/);
      assert.match(page, new RegExp(` card-id="${form.card_id}"`), 'the card stays chosen');
      assert.deepEqual(await statuses(browser), ['rejected']);
    });

    it('that expired is no payment, and another card can pay', async () => {
      const { browser } = await dora();
      const { returnUrl } = elementOf((await browser.submit(await entries(browser, PASSES))).text);
      await shop.setSwitches({ challenge: { expires_after_ms: 0 } });
      const page = (await browser.get(returnUrl)).text;
      const result = resultOf(page) ?? '';
      assert.ok(['cancelled', 'rejected'].includes(result), page);
      // Only a refusal says so.
      assert.equal(/No se cobró|Nada foi cobrado/.test(page), result === 'rejected');
      await shop.setSwitches({ challenge: null });
      const again = elementOf((await browser.submit(await entries(browser, PASSES))).text);
      await answerChallenge(again.url, again.creq, 'confirm');
      assert.deepEqual(
        (await statuses(browser)).filter((each) => each === 'approved'),
        ['approved'],
      );
    });

    it('is cancelled before another card pays', async () => {
      const { browser } = await dora();
      const first = elementOf((await browser.submit(await entries(browser, PASSES))).text);
      assert.match((await browser.get('/checkout?other')).text, /<mp-saved-cards/);
      const second = elementOf((await browser.submit(await entries(browser, PASSES))).text);
      await answerChallenge(second.url, second.creq, 'confirm');
      await answerChallenge(first.url, first.creq, 'confirm');
      assert.deepEqual((await statuses(browser)).sort(), ['approved', 'cancelled']);
    });

    it('that was approved in a tab that is closed is the answer to a second attempt of the form, however often it is sent', async () => {
      const { browser } = await dora();
      const { url, creq } = elementOf((await browser.submit(await entries(browser, PASSES))).text);
      await answerChallenge(url, creq, 'confirm');
      const second = await entries(browser, PASSES);
      // Twice: the page that says so is reloaded.
      for (let time = 1; time <= 2; time++) assert.equal(resultOf((await browser.submit(second)).text), 'approved');
      assert.deepEqual(await statuses(browser), ['approved']);
      await browser.send('POST', leaving((await browser.get('/checkout')).text));
      const another = elementOf((await browser.submit(await entries(browser, PASSES))).text);
      await answerChallenge(another.url, another.creq, 'confirm');
      assert.equal(resultOf((await browser.get(another.returnUrl)).text), 'approved');
      assert.equal(resultOf((await browser.submit(second)).text), 'approved');
      assert.deepEqual(await statuses(browser), ['approved', 'approved']);
    });

    it('of an app is the answer to every attempt until the app says that its approval was seen', async () => {
      const { browser } = await dora();
      const first = await pay(browser);
      await answerChallenge(first.challenge?.url ?? '', first.challenge?.creq, 'confirm');
      assert.equal((await pay(browser)).id, first.id);
      // The answer to this may be lost, or be that of another tab.
      await status(browser, first.id);
      assert.equal((await pay(browser)).id, first.id);
      await browser.send('DELETE', `/api/challenge/${first.id}`);
      assert.notEqual((await pay(browser)).id, first.id);
    });

    it('of an app is there again for the page that is opened next, until that page says that its end was seen', async () => {
      const { browser, site } = await dora();
      const open = () => browser.get('/api/challenge');
      assert.equal((await open()).status, 204);
      const { id, challenge } = await pay(browser);
      const shown = purchase.parse((await open()).json);
      assert.deepEqual([shown.id, shown.status, shown.challenge], [id, 'pending', challenge]);
      assert.equal((await (await shop.visit('ana', site, api)).get('/api/challenge')).status, 204);
      await browser.send('DELETE', `/api/challenge/${id}`);
      assert.equal((await open()).status, 200, 'it still waits');
      await answerChallenge(challenge?.url ?? '', challenge?.creq, 'confirm');
      await status(browser, id);
      // Twice: the first answer can be lost on its way.
      for (const answer of [await open(), await open()]) {
        const { challenge: none, ...ended } = purchase.parse(answer.json);
        assert.deepEqual([ended.id, ended.status, none], [id, 'approved', undefined]);
      }
      await (await shop.visit('ana', site, api)).send('DELETE', `/api/challenge/${id}`);
      assert.equal((await open()).status, 200, 'another customer has seen nothing');
      await browser.send('DELETE', `/api/challenge/${id}`);
      assert.equal((await open()).status, 204);
    });

    const typed = async (browser: Browser) => ({
      token: await browser.tokenOfNewCard(NEW_CARD),
      save_token: await browser.tokenOfNewCard(NEW_CARD),
      save_card: 'true',
      payment_method_id: 'master',
      payment_type_id: 'credit_card',
      installments: '1',
    });

    for (const [answer, says, saved] of [
      ['confirm', /La tarjeta se guardó|O cartão foi salvo/, 1],
      ['reject', /status-detail="cc_rejected_3ds_challenge"/, 0],
    ] as const) {
      it(`with a new card saves it if the bank lets it pay: ${answer}`, async () => {
        const { browser } = await dora();
        const before = (await browser.cardIds()).length;
        await browser.send('DELETE', `/api/cards/${(await browser.cardIds())[PASSES]}`);
        const { url, creq, endpoint, returnUrl } = elementOf((await browser.submit(await typed(browser))).text);
        assert.equal((await browser.cardIds()).length, before - 1, 'not before the bank has answered');
        await answerChallenge(url, creq, answer);
        await browser.get(endpoint);
        assert.match((await browser.get(returnUrl)).text, says);
        assert.equal((await browser.cardIds()).length, before - 1 + saved);
      });
    }

    it('is made once by two tabs at the same moment', async () => {
      const { browser } = await dora();
      const forms = await Promise.all([entries(browser, PASSES), entries(browser, PASSES)]);
      const pages = await Promise.all(forms.map((form) => browser.submit(form)));
      for (const { text } of pages) {
        const { url, creq } = elementOf(text);
        if (url) await answerChallenge(url, creq, 'confirm');
      }
      assert.deepEqual((await statuses(browser)).sort(), ['approved', 'cancelled']);
    });

    it('ends by webhook before anyone asks Mercado Pago', async () => {
      const { browser, site } = await dora();
      await shop.receiveWebhooks(site);
      await shop.setSwitches({ webhooks: { hold: true } });
      const made = await pay(browser);
      await answerChallenge(made.challenge?.url ?? '', made.challenge?.creq, 'confirm');
      await shop.webhooksWorkedOff(site);
      const path = new RegExp(`^/v1/(payments|orders)/${made.id}$`);
      const before = (await shop.requests('GET', path)).length;
      assert.deepEqual(await status(browser, made.id), { status: 'approved', status_detail: 'accredited' });
      assert.equal((await shop.requests('GET', path)).length, before);
    });

    it('is not paid a second time while Mercado Pago does not say how it ended', async () => {
      const { browser } = await dora();
      const first = elementOf((await browser.submit(await entries(browser, PASSES))).text);
      const form = await entries(browser, PASSES);
      await shop.setFaults([{ kind: 'server_error', method: 'GET', path: `/v1/${api}/` }]);
      assert.equal((await browser.submit(form)).status, 500);
      await shop.setFaults([]);
      assert.deepEqual(await statuses(browser), ['pending']);
      await answerChallenge(first.url, first.creq, 'confirm');
      assert.equal(resultOf((await browser.submit(form)).text), 'approved');
      assert.deepEqual(await statuses(browser), ['approved']);
    });
  });
}

describe('a page of the shop while Mercado Pago fails', () => {
  afterEach(() => shop.setFaults([]));

  it('is the checkout, and not sure about the money, where the result was to be shown', async () => {
    const browser = await shop.visit('dora', 'MLC');
    const { returnUrl } = elementOf((await browser.submit(await entries(browser, PASSES))).text);
    await shop.setFaults([{ kind: 'server_error', method: 'GET', path: '/v1/payments/' }]);
    for (const path of [returnUrl, '/checkout']) {
      const page = await browser.get(path);
      assert.equal(page.status, 500);
      assert.match(page.text, /No sabemos si el pago se hizo/);
      assert.match(page.text, /<mp-saved-cards/);
    }
  });
});

describe('what the merchant reads of a payment’s challenge', () => {
  afterEach(() => shop.setSwitches({ challenge: null }));

  it('is its data under the name of an old page too', async () => {
    await shop.setSwitches({ challenge: { info: 'three_dsinfo' } });
    const browser = await shop.visit('dora', 'MPE');
    const { url, creq } = elementOf((await browser.submit(await entries(browser, PASSES))).text);
    assert.match(url, /\/3ds$/);
    assert.ok(creq);
  });
});

describe('what the merchant reads of an order’s challenge', () => {
  afterEach(() => shop.setSwitches({ orders: {} }));

  for (const [switches, what] of [
    [{ challenge_address: 'redirect_url' }, 'its address under the name of the OpenAPI description'],
    [{ challenge_failed: 'pending_challenge' }, 'a failure that is called as the challenge itself'],
    [{ challenge_failed: '3ds_challenge_failed' }, 'a failure with the word that a shop saw'],
  ] as const) {
    it(`is ${what}`, async () => {
      await shop.setSwitches({ orders: switches });
      const browser = await shop.visit('dora', 'MLB', 'orders');
      const { url, endpoint, returnUrl } = elementOf((await browser.submit(await entries(browser, FAILS))).text);
      await answerChallenge(url, undefined, 'reject');
      const answer = (await browser.get(endpoint)).json as { status: string };
      assert.equal(answer.status, 'rejected');
      assert.match((await browser.get(returnUrl)).text, /<mp-saved-cards/);
    });
  }
});
