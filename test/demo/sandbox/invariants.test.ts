import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createSandbox } from '../../../demo/sandbox/app.js';
import { typedCard } from './support/http.js';
import { NOW } from './support/official-sdk.js';

const ACCOUNT = 'TEST-MLB-random';
const NUMBERS = ['4235647728025682', '5031433215406351', '5480832801033311', '375365153556885', '5067766783888311'];

/** One step of a random history. `pick` and `other` choose among what exists by then. */
const step = fc.record({
  act: fc.constantFrom(
    'save',
    'delete',
    'delete-under-token',
    'choose-default',
    'make-token',
    'pay',
    'pay-for-another',
    'refund',
    'capture',
    'cancel',
  ),
  pick: fc.nat(1000),
  other: fc.nat(1000),
  /** Mostly whole cents, at times a hair more. */
  amount: fc
    .tuple(fc.nat(20_000), fc.constantFrom(0, 0, 0, 0.004, 0.000_000_004))
    .map(([cents, dust]) => cents / 100 + dust),
  capture: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface Card {
  readonly id: string;
}
interface Customer {
  readonly id: string;
  readonly default_card: string | null;
  readonly cards: readonly Card[];
}
interface Payment {
  readonly id: number;
  readonly status: string;
  readonly transaction_amount: number;
  readonly transaction_amount_refunded: number;
  readonly refunds: readonly { readonly amount: number }[];
}
interface Token {
  readonly id: string;
  readonly cardId: string;
  readonly ownerId: string;
}

/** Plays steps against a sandbox of its own and remembers what an outsider can know. */
class History {
  readonly #sandbox = createSandbox({ clock: () => NOW });
  readonly #tokens: Token[] = [];
  readonly #deletedCards = new Set<string>();
  readonly #spentTokens = new Set<string>();

  async play({ act, pick, other, amount, capture }: Step): Promise<void> {
    const customers = await this.#customers();
    const customer = chosen(customers, pick);
    const card = chosen(customer?.cards ?? [], other);
    switch (act) {
      case 'save':
        if (customer) await this.#save(customer.id, NUMBERS[other % NUMBERS.length] ?? '');
        return;
      case 'delete':
        if (customer && card) await this.#delete(customer.id, card.id);
        return;
      case 'delete-under-token':
        return this.#deleteUnder(chosen(this.#tokens, pick));
      case 'choose-default':
        if (card) await this.#send('PUT', `/v1/customers/${chosen(customers, other)?.id}`, { default_card: card.id });
        return;
      case 'make-token':
        if (customer && card) await this.#makeToken(card.id, customer.id);
        return;
      case 'pay':
        return this.#pay(chosen(this.#tokens, pick), amount, capture);
      case 'pay-for-another':
        return this.#payForAnother(chosen(this.#tokens, pick), chosen(customers, other), amount);
      default:
        return this.#changePayment(act, pick, amount);
    }
  }

  async check(): Promise<void> {
    for (const { cards, default_card } of await this.#customers()) {
      assert.ok(default_card === null || cards.some(({ id }) => id === default_card), 'the default card exists');
      assert.ok(
        cards.every(({ id }) => !this.#deletedCards.has(id)),
        'a deleted card stays away',
      );
    }
    for (const payment of await this.#payments()) {
      for (const { amount } of [{ amount: payment.transaction_amount }, ...payment.refunds]) {
        assert.ok(amount > 0 && amount === Math.round(amount * 100) / 100, 'amounts are whole cents');
      }
      const given = payment.refunds.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
      assert.equal(Math.round(payment.transaction_amount_refunded * 100), given);
      assert.ok(given <= Math.round(payment.transaction_amount * 100), 'no more is refunded than was paid');
      assert.equal(payment.status === 'refunded', given === Math.round(payment.transaction_amount * 100) && given > 0);
    }
  }

  async #pay(token: Token | undefined, amount: number, capture: boolean): Promise<void> {
    if (!token) return;
    const { status } = await this.#send('POST', '/v1/payments', paymentOf(token, token.ownerId, amount, capture));
    if (status !== 201) return;
    assert.ok(!this.#spentTokens.has(token.id), 'a token pays once');
    assert.ok(!this.#deletedCards.has(token.cardId), 'a deleted card cannot pay');
    this.#spentTokens.add(token.id);
  }

  async #payForAnother(token: Token | undefined, payer: Customer | undefined, amount: number): Promise<void> {
    if (!token || !payer || payer.id === token.ownerId) return;
    const { status } = await this.#send('POST', '/v1/payments', paymentOf(token, payer.id, amount, true));
    assert.equal(status, 400, 'no one pays with the card of another');
  }

  async #changePayment(act: 'refund' | 'capture' | 'cancel', pick: number, amount: number): Promise<void> {
    const payment = chosen(await this.#payments(), pick);
    if (!payment) return;
    if (act === 'refund') await this.#send('POST', `/v1/payments/${payment.id}/refunds`, { amount });
    if (act === 'capture') {
      await this.#send('PUT', `/v1/payments/${payment.id}`, { capture: true, transaction_amount: amount });
    }
    if (act === 'cancel') await this.#send('PUT', `/v1/payments/${payment.id}`, { status: 'cancelled' });
  }

  async #save(customerId: string, number: string): Promise<void> {
    const made = await this.#send('POST', '/v1/card_tokens', typedCard(number));
    const { id: token } = made.json as { id: string };
    assert.equal((await this.#send('POST', `/v1/customers/${customerId}/cards`, { token })).status, 201);
    const again = await this.#send('POST', `/v1/customers/${customerId}/cards`, { token });
    assert.equal(again.status, 400, 'a token saves once');
  }

  async #delete(customerId: string, cardId: string): Promise<void> {
    assert.equal((await this.#send('DELETE', `/v1/customers/${customerId}/cards/${cardId}`)).status, 200);
    this.#deletedCards.add(cardId);
  }

  /** Deletes the card of a token that could still pay. */
  async #deleteUnder(token: Token | undefined): Promise<void> {
    if (token && !this.#deletedCards.has(token.cardId)) await this.#delete(token.ownerId, token.cardId);
  }

  async #makeToken(cardId: string, ownerId: string): Promise<void> {
    const { json } = await this.#send('POST', '/v1/card_tokens', { card_id: cardId });
    const { id } = json as { id: string };
    await this.#send('PUT', `/v1/card_tokens/${id}`, { security_code: '123' });
    this.#tokens.push({ id, cardId, ownerId });
  }

  async #customers(): Promise<readonly Customer[]> {
    const { json } = await this.#send('GET', '/v1/customers/search?limit=4');
    return (json as { results: Customer[] }).results;
  }

  async #payments(): Promise<readonly Payment[]> {
    const { json } = await this.#send('GET', '/v1/payments/search');
    return (json as { results: Payment[] }).results;
  }

  async #send(method: string, path: string, body?: object): Promise<{ status: number; json: unknown }> {
    const response = await this.#sandbox.request(path, {
      method,
      headers: { authorization: `Bearer ${ACCOUNT}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    assert.ok(response.status < 500, `${method} ${path} answers ${response.status}`);
    return { status: response.status, json: await response.json() };
  }
}

function chosen<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % Math.max(1, items.length)];
}

function paymentOf(token: Token, customerId: string, amount: number, capture: boolean) {
  return {
    transaction_amount: amount,
    token: token.id,
    installments: 1,
    capture,
    payer: { type: 'customer', id: customerId },
  };
}

describe('whatever happens in whatever order', () => {
  it('tokens are used once, refunds stay within payments, deleted cards are gone, default cards exist', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 50 }), async (steps) => {
        const history = new History();
        for (const each of steps) {
          await history.play(each);
          await history.check();
        }
      }),
      { numRuns: 40 },
    );
  });
});
