import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call, typedCard } from './support/http.js';
import { findCustomer, NOW, seller, TestClock, tokenFor, useSandbox, withoutEnvelope } from './support/official-sdk.js';
import { assertShape } from './support/shapes.js';

const VISA = '4509953566233704';
const AMEX = '371180303257522';

/** Wrong data of a typed card and the documented code of each. */
const WRONG_CARDS: readonly [string, object, string][] = [
  ['no number', typedCard('', 'APRO', { card_number: undefined }), '205'],
  ['an empty number', typedCard(''), '205'],
  ['letters in the number', typedCard('4509x'), 'E301'],
  ['a number that fails the Luhn check', typedCard('4509953566233705'), 'E301'],
  ['a number of a wrong length', typedCard('4509953566233'), 'E301'],
  ['no month', typedCard(VISA, 'APRO', { expiration_month: undefined }), '208'],
  ['month 13', typedCard(VISA, 'APRO', { expiration_month: 13 }), '325'],
  ['last month', typedCard(VISA, 'APRO', { expiration_month: 10, expiration_year: 2026 }), '325'],
  ['no year', typedCard(VISA, 'APRO', { expiration_year: undefined }), '209'],
  ['last year', typedCard(VISA, 'APRO', { expiration_year: 2025 }), '326'],
  ['a code of two digits', typedCard(VISA, 'APRO', { security_code: '12' }), 'E203'],
  ['a code of four digits for Visa', typedCard(VISA, 'APRO', { security_code: '1234' }), 'E203'],
  ['a code of three digits for Amex', typedCard(AMEX, 'APRO', { security_code: '123' }), 'E203'],
  ['no cardholder', typedCard(VISA, 'APRO', { cardholder: undefined }), '221'],
  ['an empty name', typedCard(VISA, ''), '221'],
  ['digits in the name', typedCard(VISA, 'R2D2'), '316'],
  [
    'dots in the document',
    typedCard(VISA, 'APRO', { cardholder: { name: 'A', identification: { number: '1.2' } } }),
    '324',
  ],
];

describe('card tokens', () => {
  const clock = new TestClock();
  const sandbox = useSandbox({ clock: clock.read });
  const create = (account: string, body: object) =>
    call(`${sandbox.origin}/v1/card_tokens?public_key=${account}`, { method: 'POST', body });

  it('of a typed card show what may be shown, for seven days', async () => {
    const { status, json } = await create('TEST-MLA-raw', typedCard(VISA));
    assert.equal(status, 201);
    assertShape('rawToken', json);
    const token = json as Record<string, unknown>;
    assert.deepEqual(
      [token['public_key'], token['first_six_digits'], token['last_four_digits'], token['status'], token['live_mode']],
      ['TEST-MLA-raw', '450995', '3704', 'active', false],
    );
    assert.equal(Date.parse(String(token['date_due'])) - NOW.getTime(), 7 * 86_400_000);
    assert.equal(JSON.stringify(json).includes(VISA), false);
  });

  it('are made by a server with its access token, from numbers or from text', async () => {
    const { tokens } = seller('TEST-MLA-server');
    const body = { ...typedCard(VISA), expiration_month: '11', expiration_year: '30' };
    const token = await tokens.create({ body });
    assertShape('rawToken', withoutEnvelope(token));
    assert.deepEqual([token.expiration_month, token.expiration_year], [11, 2030]);
    assert.deepEqual(withoutEnvelope(await tokens.get({ id: token.id ?? '' })), withoutEnvelope(token));
  });

  it('of a saved card contain its id and the length of the code only', async () => {
    const shop = seller('TEST-MLB-saved');
    const ana = await findCustomer(shop, 'ana@testuser.com');
    const amex = ana.cards[2]?.id ?? '';
    const { status, json } = await create('TEST-MLB-saved', { card_id: amex, security_code: '1234' });
    assert.equal(status, 201);
    assertShape('savedCardToken', json);
    const token = json as Record<string, unknown>;
    assert.deepEqual([token['card_id'], token['security_code_length']], [amex, 4]);
    assert.equal(JSON.stringify(json).includes('1234"'), false);
  });

  for (const [what, body, code] of WRONG_CARDS) {
    it(`are refused with ${code} for ${what}`, async () => {
      const { status, json } = await create('TEST-MLA-wrong', body);
      assert.equal(status, 400);
      assertShape('error', json);
      assert.deepEqual(
        (json as { cause: { code: string }[] }).cause.map((cause) => cause.code),
        [code],
      );
    });
  }

  it('are refused with E201 for a card that is unknown, deleted, or of another customer or account', async () => {
    const shop = seller('TEST-MLB-e201');
    const ana = await findCustomer(shop, 'ana@testuser.com');
    const olga = await findCustomer(shop, 'olga@testuser.com');
    const [deleted, other] = ana.cards.map(({ id }) => id);
    await shop.cards.remove({ customerId: ana.id, cardId: deleted ?? '' });
    const foreign = await findCustomer(seller('TEST-MLB-foreign'), 'ana@testuser.com');
    for (const body of [
      { card_id: '42' },
      { card_id: '' },
      { card_id: deleted },
      { card_id: other, customer_id: olga.id },
      { card_id: foreign.cards[0]?.id },
    ]) {
      const { status, json } = await create('TEST-MLB-e201', { ...body, security_code: '123' });
      assert.equal(status, 400);
      assert.deepEqual((json as { cause: unknown }).cause, [
        { code: 'E201', description: 'invalid card_id', data: null },
      ]);
    }
  });

  it('can be changed until they are used', async () => {
    const url = `${sandbox.origin}/v1/card_tokens`;
    const { json } = await create('TEST-MLA-change', typedCard(VISA));
    const { id } = json as { id: string };
    const change = (body: object) => call(`${url}/${id}?public_key=TEST-MLA-change`, { method: 'PUT', body });

    const changed = await change({ expiration_month: 1, expiration_year: 31 });
    assert.equal(changed.status, 200);
    assertShape('rawToken', changed.json);
    const { expiration_month, expiration_year } = changed.json as Record<string, number>;
    assert.deepEqual([expiration_month, expiration_year], [1, 2031]);

    const shop = seller('TEST-MLA-change');
    const olga = await findCustomer(shop, 'olga@testuser.com');
    await shop.cards.create({ customerId: olga.id, body: { token: id } });
    assert.equal((await shop.tokens.get({ id })).status, 'used');
    assert.equal((await change({ expiration_month: 2 })).status, 400);
  });

  it('are made of Brazil’s retired Mastercard with a warning, and of other cards without one', async (t) => {
    const warn = t.mock.method(console, 'warn', () => {});
    const make = (account: string, number: string) =>
      call(`${sandbox.origin}/v1/card_tokens?public_key=${account}`, { method: 'POST', body: typedCard(number) });
    assert.equal((await make('TEST-MLB-retired', '4235647728025682')).status, 201);
    assert.equal((await make('TEST-MLA-retired', '5031755734530604')).status, 201);
    assert.equal(warn.mock.callCount(), 0);
    assert.equal((await make('TEST-MLB-retired', '5031433215406351')).status, 201);
    assert.match(String(warn.mock.calls[0]?.arguments[0]), /does not know any more/);
    assert.doesNotMatch(String(warn.mock.calls[0]?.arguments[0]), /\d/);
  });

  it('expire after seven days and then pay nothing', async () => {
    const shop = seller('TEST-MLB-old');
    const olga = await findCustomer(shop, 'olga@testuser.com');
    const token = await tokenFor(shop, olga.cards[0]?.id ?? '');
    clock.advance(8);
    assert.equal((await shop.tokens.get({ id: token })).status, 'expired');
    await assert.rejects(
      shop.payments.create({
        body: { transaction_amount: 10, installments: 1, token, payer: { type: 'customer', id: olga.id } },
      }),
      { status: 400, causes: [{ code: 2062, description: 'invalid card token', data: null }] },
    );
  });

  it('that were never made are not found', async () => {
    await assert.rejects(seller('TEST-MLB-none').tokens.get({ id: '0'.repeat(32) }), { status: 404 });
  });

  it('need a public key that exists: E501', async () => {
    for (const key of ['', 'APP_USR-1', 'TEST-MLX-1', 'TEST-MLA']) {
      const { status, json } = await create(key, typedCard(VISA));
      assert.equal(status, 404);
      assert.deepEqual((json as { cause: unknown }).cause, [
        { code: 'E501', description: 'not found public_key', data: null },
      ]);
    }
  });
});
