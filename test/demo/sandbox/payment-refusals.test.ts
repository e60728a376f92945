import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SITES } from '../../../demo/sandbox/sites/index.js';
import { call, typedCard } from './support/http.js';
import { findCustomer, seller, tokenFor, useSandbox } from './support/official-sdk.js';
import { pay, TOO_FINE, TOO_MUCH } from './support/payments.js';
import { assertShape } from './support/shapes.js';

const GUEST = { email: 'test@testuser.com', identification: { type: 'DNI', number: '12345678' } };
const VISA = '4509953566233704';

/** Wrong requests and the documented code of each. */
const REFUSALS: readonly [string, object, number][] = [
  ['no amount', { transaction_amount: undefined }, 4002],
  ['an amount in words', { transaction_amount: '20' }, 4003],
  ['nothing', { transaction_amount: 0 }, 4037],
  ['a third decimal', { transaction_amount: 10.005 }, 2072],
  ['a hair more than cents', { transaction_amount: 100.000_000_004 }, 2072],
  ['less than any cent', { transaction_amount: 1e-9 }, 2072],
  ['no installments', { installments: undefined }, 4004],
  ['installments in words', { installments: 'three' }, 4005],
  ['installments that are not offered', { installments: 7 }, 109],
  ['no payer', { payer: undefined }, 4006],
  ['a payer without e-mail', { payer: {} }, 4050],
  ['an e-mail that is none', { payer: { email: 'x' } }, 4050],
  ['an e-mail that is too long', { payer: { email: `${'x'.repeat(250)}@example.com` } }, 4051],
  ['an unknown kind of payer', { payer: { ...GUEST, type: 'friend' } }, 4029],
  ['a customer without id', { payer: { type: 'customer' } }, 4012],
  ['a customer that does not exist', { payer: { type: 'customer', id: '1-abcdefghijklmn' } }, 2002],
  ['another brand than the card', { payment_method_id: 'master' }, 3028],
  ['an issuer that the brand does not have', { issuer_id: 9 }, 3001],
  ['an address that is none', { notification_url: 'here' }, 4020],
  ['metadata that is no object', { metadata: 'x' }, 4022],
  ['a name that no field has', { amount: 10 }, 8],
  ['no token for a card brand', { token: undefined, payment_method_id: 'visa' }, 4000],
  ['neither token nor method', { token: undefined }, 4001],
  ['a method of another country', { token: undefined, payment_method_id: 'pix' }, 3028],
  ['a token that is none', { token: 'x' }, 3003],
  ['a token that was never made', { token: 'f'.repeat(32) }, 2006],
];

describe('payments', () => {
  const sandbox = useSandbox();

  async function typed(account: string, number: string, name?: string): Promise<string> {
    const { json } = await call(`${sandbox.origin}/v1/card_tokens?public_key=${account}`, {
      method: 'POST',
      body: typedCard(number, name),
    });
    return (json as { id: string }).id;
  }

  for (const [what, fields, code] of REFUSALS) {
    it(`are refused with ${code} for ${what}`, async () => {
      const { status, json } = await call(`${sandbox.origin}/v1/payments`, {
        method: 'POST',
        token: 'TEST-MLA-refusals',
        body: {
          transaction_amount: 100,
          token: await typed('TEST-MLA-refusals', VISA),
          installments: 1,
          payer: GUEST,
          ...fields,
        },
      });
      assert.equal(status, 400);
      assertShape('error', json);
      assert.deepEqual(
        (json as { cause: { code: number }[] }).cause.map((cause) => cause.code),
        [code],
      );
    });
  }

  it('are refused with 2131 when the number belongs to no method', async () => {
    const token = await typed('TEST-MLA-bin', '4111111111111111');
    await assert.rejects(
      seller('TEST-MLA-bin').payments.create({
        body: { transaction_amount: 10, token, installments: 1, payer: GUEST },
      }),
      { status: 400, causes: [{ code: 2131, description: 'cannot infer payment method', data: null }] },
    );
  });

  for (const site of Object.values(SITES)) {
    it(`stay within the amounts that ${site.id} publishes for its methods`, async () => {
      const shop = seller(`TEST-${site.id}-range`);
      const [method] = await shop.paymentMethods.get();
      const { min_allowed_amount: min = 0, max_allowed_amount: max = 0 } = method ?? {};
      const unit = 1 / 10 ** site.fractionDigits;
      for (const amount of [min - unit, max + unit]) await assert.rejects(pay(shop, amount), TOO_MUCH);
      for (const amount of [min, max]) assert.equal((await pay(shop, amount)).status, 'approved');

      const [offline] = site.offlineMethods;
      const body = { transaction_amount: min - unit, payment_method_id: offline?.id ?? '', payer: GUEST };
      await assert.rejects(shop.payments.create({ body }), TOO_MUCH);
    });
  }

  it('take no cents where the currency has none', async () => {
    const shop = seller('TEST-MLC-cents');
    const olga = await findCustomer(shop, 'olga@testuser.com');
    for (const amount of [1000.5, 1000.000_000_4]) {
      await assert.rejects(
        shop.payments.create({
          body: {
            transaction_amount: amount,
            token: await tokenFor(shop, olga.cards[0]?.id ?? ''),
            installments: 1,
            payer: { type: 'customer', id: olga.id },
          },
        }),
        TOO_FINE,
      );
    }
  });

  it('need the code: 3031 without one, unless the card asks for none', async () => {
    const shop = seller('TEST-MLB-code');
    const oscar = await findCustomer(shop, 'oscar@testuser.com');
    assert.deepEqual(
      oscar.cards.map((card) => card.security_code),
      [
        { length: 3, card_location: 'back', mode: 'optional' },
        { length: 0, card_location: 'back' },
        { length: 3, card_location: 'back' },
      ],
    );
    const results = [];
    for (const card of oscar.cards) {
      const { id: token = '' } = await shop.tokens.create({ body: { card_id: card.id } });
      const paying = shop.payments.create({
        body: { transaction_amount: 10, token, installments: 1, payer: { type: 'customer', id: oscar.id } },
      });
      results.push(
        await paying.then(
          ({ status }) => status,
          (error: { causes: { code: number }[] }) => error.causes[0]?.code,
        ),
      );
    }
    assert.deepEqual(results, ['approved', 'approved', 3031]);
  });

  it('with a deleted card are refused, also with a token made before: 2062', async () => {
    const shop = seller('TEST-MLA-deleted');
    const olga = await findCustomer(shop, 'olga@testuser.com');
    const cardId = olga.cards[0]?.id ?? '';
    const token = await tokenFor(shop, cardId);
    await shop.cards.remove({ customerId: olga.id, cardId });
    await assert.rejects(
      shop.payments.create({
        body: { transaction_amount: 10, token, installments: 1, payer: { type: 'customer', id: olga.id } },
      }),
      { causes: [{ code: 2062, description: 'invalid card token', data: null }] },
    );
  });

  it('with a saved card name its owner: 4012 for a guest', async () => {
    const shop = seller('TEST-MLA-guest');
    const olga = await findCustomer(shop, 'olga@testuser.com');
    const token = await tokenFor(shop, olga.cards[0]?.id ?? '');
    await assert.rejects(
      shop.payments.create({ body: { transaction_amount: 10, token, installments: 1, payer: GUEST } }),
      { causes: [{ code: 4012, description: "payer.id attribute can't be null", data: null }] },
    );
  });
});
