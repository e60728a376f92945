import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { cardsBody, openShop, paymentsBody, type Browser } from './shop.js';

// What was not paid is known at once, so that a test does not wait for the one before it.
const shop = await openShop({ readableWithin: 0 });

/** The attributes of the `#payment-result` of a page. */
function resultOf(page: string) {
  const output = /<output[^>]*id="payment-result"[^>]*>/.exec(page)?.[0] ?? '';
  const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(output)?.[1];
  return {
    status: attribute('data-status'),
    statusDetail: attribute('data-status-detail'),
    paymentId: attribute('data-payment-id'),
  };
}

/** What the form of the plain page sends for the n-th saved card. */
async function entriesFor(browser: Browser, index: number): Promise<Record<string, string>> {
  const cardId = String((await browser.cardIds())[index]);
  const token = await browser.tokenOfCard(cardId);
  return {
    token,
    card_id: cardId,
    payment_method_id: '',
    payment_type_id: 'credit_card',
    issuer_id: '',
    installments: '1',
  };
}

const countPayments = async (browser: Browser) =>
  z.object({ payments: z.array(z.unknown()) }).parse((await browser.get('/api/payments')).json).payments.length;

const methodBody = z.object({ payment_method: z.object({ id: z.string() }) });

describe('GET /checkout', () => {
  it('is a page with one script and one element in a form', async () => {
    const { status, headers, text } = await (await shop.visit('ana', 'MLB')).get('/checkout?sdk=real');
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /^text\/html/);
    assert.deepEqual(text.match(/<script.*<\/script>/g), ['<script src="/mp-saved-cards.min.js"></script>']);
    assert.match(text, /<html lang="pt-BR">/);
    assert.match(text, /<form action="\/checkout\?sdk=real" method="post">\s*<mp-saved-cards/);
    assert.match(text, /public-key="TEST-MLB-demo"\s+endpoint="\/api\/cards"\s+amount="129\.90"\s+locale="pt-BR"/);
    assert.doesNotMatch(text, /card-id=|status-detail=|payment-result/);
  });

  it('has the elements load MercadoPago.js from the sandbox', async () => {
    const ana = await shop.visit('ana');
    const page = (await ana.get('/checkout')).text;
    assert.match(page, /min\.js"><\/script>\s*<script src="\/sandbox-sdk\.js">/);
    const { headers, text } = await ana.get('/sandbox-sdk.js');
    assert.match(headers.get('content-type') ?? '', /^text\/javascript/);
    assert.equal(text, `MpSavedCards.configureSdk({"url":"${shop.sandboxOrigin}/js/v2"});\n`);
  });
});

describe('POST /checkout', () => {
  it('pays and thanks', async () => {
    const ana = await shop.visit('ana');
    const { status, text } = await ana.submit(await entriesFor(ana, 1));
    assert.equal(status, 200);
    const result = resultOf(text);
    assert.deepEqual([result.status, result.statusDetail], ['approved', 'accredited']);
    assert.match(result.paymentId ?? '', /^\d+$/);
    assert.doesNotMatch(text, /<mp-saved-cards|action="\/checkout"/);
  });

  it('pays once when the page is sent again, and shows the same result', async () => {
    const olga = await shop.visit('olga');
    const entries = await entriesFor(olga, 0);
    const first = await olga.submit(entries);
    const second = await olga.submit(entries);
    assert.deepEqual(resultOf(second.text), resultOf(first.text));
    assert.equal(await countPayments(olga), 1);
  });

  it('shows the checkout again after a refusal, with the card chosen and the reason', async () => {
    const carla = await shop.visit('carla');
    const entries = await entriesFor(carla, 1);
    const { status, text } = await carla.submit(entries);
    assert.equal(status, 200);
    const { status: paid, statusDetail } = resultOf(text);
    assert.deepEqual([paid, statusDetail], ['rejected', 'cc_rejected_bad_filled_security_code']);
    assert.match(text, new RegExp(`card-id="${entries['card_id']}"\\s+status-detail="${statusDetail}"`));
  });

  it('thanks for a payment that is still being looked at, and says so', async () => {
    const nuevo = await shop.visit('nuevo');
    const { text } = await nuevo.submit({ token: await nuevo.tokenOfNewCard({ name: 'CONT' }), installments: '1' });
    assert.deepEqual([resultOf(text).status, resultOf(text).statusDetail], ['in_process', 'pending_contingency']);
    assert.match(text, /Estamos procesando/);
  });

  it('shows the checkout with the code of the error when Mercado Pago refuses the request', async () => {
    const ana = await shop.visit('ana');
    const { status, text } = await ana.submit({ token: 'f'.repeat(32), installments: '1' });
    assert.ok(status >= 400 && status < 500, String(status));
    const { status: paid, statusDetail, paymentId } = resultOf(text);
    assert.deepEqual([paid, paymentId], ['error', '']);
    assert.match(statusDetail ?? '', /^\d+$/);
    assert.match(text, new RegExp(`status-detail="${statusDetail}"`));
  });

  it('shows the checkout again, and no payment, for a token that somebody else has paid with', async () => {
    const [ana, bruno] = [await shop.visit('ana', 'MLB'), await shop.visit('bruno', 'MLB')];
    const entries = await entriesFor(ana, 0);
    const { paymentId } = resultOf((await ana.submit(entries)).text);
    const { status, text } = await bruno.submit({ ...entries, card_id: String((await bruno.cardIds())[0]) });
    assert.equal(status, 409);
    assert.match(text, /role="alert">[^]*Não sabemos se o pagamento foi feito/);
    assert.ok(paymentId && !text.includes(paymentId));
  });

  it('claims nothing about an attempt whose answer was lost, when it is not looked at the next time', async () => {
    const olga = await shop.visit('olga', 'MLM');
    const entries = await entriesFor(olga, 0);
    const path = { method: 'POST', path: '/v1/payments' };
    await shop.setFaults([{ kind: 'drop_answer', ...path }]);
    assert.equal((await olga.submit(entries)).status, 502);
    for (const status of [408, 425, 429]) {
      await shop.setFaults([{ kind: 'refusal', status, code: 'later', ...path }]);
      const answer = await olga.submit(entries);
      assert.equal(answer.status, status);
      assert.match(answer.text, /role="alert">[^]*No sabemos si el pago se hizo/, String(status));
    }
    await shop.setFaults([]);
    assert.equal(resultOf((await olga.submit(entries)).text).status, 'approved');
  });

  for (const [api, customer] of [
    ['payments', 'ana'],
    ['orders', 'olga'],
  ] as const) {
    it(`shows how a payment ended whose answer was lost, when its card was removed since (${api})`, async () => {
      const browser = await shop.visit(customer, 'MLB', api);
      const [card] = cardsBody.parse((await browser.get('/api/cards')).json).cards;
      const { id } = methodBody.parse(card).payment_method;
      const entries = { ...(await entriesFor(browser, 0)), payment_method_id: id };
      const { token, card_id } = entries as Record<string, string>;
      const before = await countPayments(browser);
      await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: `/v1/${api}` }]);
      assert.equal((await browser.submit(entries)).status, 502);
      await shop.setFaults([]);
      assert.equal((await browser.send('DELETE', `/api/cards/${card_id}`)).status, 204);
      for (const path of [`/v1/card_tokens/${token}`, `/v1/${api}`]) {
        await shop.setFaults([{ kind: 'refusal', status: 400, code: 'later', path }]);
        const unknown = await browser.submit(entries);
        assert.equal(unknown.status, 409, path);
        assert.match(unknown.text, /role="alert">[^]*Não sabemos se o pagamento foi feito/, path);
      }
      await shop.setFaults([]);
      assert.equal(resultOf((await browser.submit(entries)).text).status, 'approved');
      assert.equal(await countPayments(browser), before + 1);
    });
  }

  it('says that nothing was charged when the card was removed before anything was', async () => {
    const bruno = await shop.visit('bruno', 'MLA');
    const entries = await entriesFor(bruno, 0);
    await bruno.send('DELETE', `/api/cards/${entries['card_id']}`);
    const { status, text } = await bruno.submit(entries);
    assert.equal(status, 404);
    assert.match(text, /role="alert">[^]*No se cobró nada/);
    assert.equal(await countPayments(bruno), 0);
  });

  it('asks for the card when there is no token, and keeps the one that was chosen', async () => {
    const ana = await shop.visit('ana');
    const { status, text } = await ana.submit({ token: '', card_id: '123', installments: '' });
    assert.equal(status, 400);
    assert.match(text, /role="alert">Falta elegir una tarjeta/);
    assert.match(text, /card-id="123"/);
    assert.doesNotMatch(text, /payment-result|status-detail/);
  });

  it('saves the card of the second token once the payment is approved, and once if the page is sent again', async () => {
    const nuevo = await shop.visit('nuevo', 'MLU');
    const [token, save_token] = [await nuevo.tokenOfNewCard(), await nuevo.tokenOfNewCard()];
    const entries = { token, save_token, save_card: 'true', installments: '1' };
    for (const page of [await nuevo.submit(entries), await nuevo.submit(entries)]) {
      assert.match(page.text, /La tarjeta se guardó/);
      assert.equal((await nuevo.cardIds()).length, 1);
    }
  });

  it('guides from a refused code to an approved payment, which keeps the installments', async () => {
    const ana = await shop.visit('ana');
    const entries: Record<string, string> = { ...(await entriesFor(ana, 0)), installments: '3' };
    await shop.nextPayment('SECU');
    const refused = await ana.submit(entries);
    assert.equal(resultOf(refused.text).statusDetail, 'cc_rejected_bad_filled_security_code');
    assert.match(refused.text, new RegExp(`card-id="${entries['card_id']}"`));

    const approved = await ana.submit({ ...entries, token: await ana.tokenOfCard(entries['card_id'] ?? '') });
    assert.equal(resultOf(approved.text).status, 'approved');
    const { payments } = paymentsBody.parse((await ana.get('/api/payments')).json);
    assert.equal(payments[0]?.installments, 3);
  });

  it('says why a new card was refused, though no card can be chosen again', async () => {
    const nuevo = await shop.visit('nuevo', 'MLC');
    const [token, save_token] = [await nuevo.tokenOfNewCard({ name: 'FUND' }), await nuevo.tokenOfNewCard()];
    const { text } = await nuevo.submit({ token, save_token, save_card: 'true', installments: '1' });
    assert.match(text, /status-detail="cc_rejected_insufficient_amount"/);
    assert.doesNotMatch(text, /card-id=/);
    assert.deepEqual(await nuevo.cardIds(), []);
  });

  it('understands entries that an element with a name has prefixed', async () => {
    const ana = await shop.visit('ana');
    assert.match((await ana.get('/checkout?name=card')).text, /<mp-saved-cards[^>]*\bname="card"/);
    const plain = Object.entries(await entriesFor(ana, 1));
    const prefixed = new Map(plain.map(([name, value]) => [`card[${name}]`, value]));
    const { text } = await ana.submit(Object.fromEntries(prefixed), '/checkout?name=card');
    assert.equal(resultOf(text).status, 'approved');
  });

  it('saves no card after a refusal, nor without the box ticked', async () => {
    const nuevo = await shop.visit('nuevo');
    for (const [name, save_card] of [
      ['OTHE', 'true'],
      ['APRO', 'false'],
    ] as const) {
      const [token, save_token] = [await nuevo.tokenOfNewCard({ name }), await nuevo.tokenOfNewCard()];
      await nuevo.submit({ token, save_token, save_card, installments: '1' });
    }
    assert.deepEqual(await nuevo.cardIds(), []);
  });

  it('lets the payment stand when the card cannot be saved', async () => {
    const nuevo = await shop.visit('nuevo', 'MPE');
    const token = await nuevo.tokenOfNewCard();
    const { status, text } = await nuevo.submit({ token, save_token: 'f'.repeat(32), save_card: 'true' });
    assert.equal(status, 200);
    assert.equal(resultOf(text).status, 'approved');
    assert.match(text, /La tarjeta no se pudo guardar/);
  });

  it('sends somebody who has signed out to sign in', async () => {
    const { status, text } = await (await shop.visit(null)).submit({ token: 'a', installments: '1' });
    assert.equal(status, 401);
    assert.match(text, /iniciar sesión/);
  });

  it('takes what a form sends and nothing else', async () => {
    const ana = await shop.visit('ana');
    assert.equal((await ana.send('POST', '/checkout', { token: 'a' })).status, 415);
  });

  it('never writes what it was sent into the page as markup', async () => {
    const ana = await shop.visit('ana');
    for (const name of ['card_id', 'token', 'issuer_id', 'save_token']) {
      const { status, text } = await ana.submit({ token: '', [name]: '"><script>alert(1)</script>' });
      assert.equal(status, 400);
      assert.doesNotMatch(text, /alert/);
    }
  });

  it('keeps the token out of the page', async () => {
    const carla = await shop.visit('carla', 'MLM');
    const entries = await entriesFor(carla, 0);
    assert.doesNotMatch((await carla.submit(entries)).text, new RegExp(String(entries['token'])));
  });
});
