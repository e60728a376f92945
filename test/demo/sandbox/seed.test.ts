import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passesLuhn } from '../../../demo/sandbox/engine/luhn.js';
import { createSandbox } from '../../../demo/sandbox/app.js';
import { SITES } from '../../../demo/sandbox/sites/index.js';
import { NOW } from './support/official-sdk.js';

interface SeededCard {
  readonly id: string;
  readonly first_six_digits: string;
  readonly last_four_digits: string;
  readonly expiration_month: number;
  readonly expiration_year: number;
  readonly cardholder: { readonly name: string };
  readonly payment_method: { readonly id: string; readonly payment_type_id: string };
}
interface SeededCustomer {
  readonly id: string;
  readonly default_card: string;
  readonly cards: readonly SeededCard[];
}

async function customersOf(site: string, sandbox = createSandbox({ clock: () => NOW })) {
  const response = await sandbox.request('/v1/customers/search', {
    headers: { authorization: `Bearer TEST-${site}-seed` },
  });
  const { results } = (await response.json()) as { results: (SeededCustomer & { email: string })[] };
  return new Map(results.map((customer) => [customer.email.split('@')[0], customer]));
}

describe('the seeds', () => {
  for (const site of Object.keys(SITES)) {
    it(`of ${site} are the customers that the demo knows`, async () => {
      const customers = await customersOf(site);
      assert.deepEqual(
        [...customers].map(([name, { cards }]) => [name, cards.length]),
        [
          ['ana', 3],
          ['bruno', 4],
          ['carla', 5],
          ['olga', 1],
          ['oscar', 3],
          ['veinte', 20],
          ['mil', 1000],
          ['dora', 3],
        ],
      );
      for (const { cards, default_card } of customers.values()) assert.equal(default_card, cards[0]?.id);
      const ana = customers.get('ana')?.cards.map((card) => card.payment_method.id);
      assert.deepEqual(ana, ['visa', 'master', site === 'MLU' ? 'debvisa' : 'amex']);
      assert.deepEqual(
        customers
          .get('bruno')
          ?.cards.map((card) => [card.payment_method.payment_type_id, card.expiration_month, card.expiration_year]),
        [
          ['credit_card', 11, 2030],
          ['debit_card', 11, 2030],
          ['credit_card', 8, 2026],
          ['credit_card', 11, 2026],
        ],
      );
      assert.deepEqual(
        customers.get('carla')?.cards.map((card) => card.cardholder.name),
        ['OTHE', 'SECU', 'FUND', 'CALL', 'APRO'],
      );
    });

    it(`of ${site} have as many different cards as they show`, async () => {
      for (const { cards } of (await customersOf(site)).values()) {
        const faces = cards.map((card) => `${card.first_six_digits}${card.last_four_digits}`);
        assert.equal(new Set(faces).size, cards.length);
        assert.equal(new Set(cards.map(({ id }) => id)).size, cards.length);
      }
    });
  }

  it('are the same every time, and unlike those of another account', async () => {
    const [first, second, other] = [await customersOf('MLA'), await customersOf('MLA'), await customersOf('MLB')];
    assert.deepEqual(first, second);
    const ids = new Set([...first.values()].map(({ id }) => id));
    assert.ok([...other.values()].every(({ id }) => !ids.has(id)));
  });

  it('are made of official numbers that pass the Luhn check', () => {
    for (const { testCards } of Object.values(SITES)) {
      const { visa, master, debit, third, others } = testCards;
      for (const { number } of [visa, master, debit, third, ...others]) assert.ok(passesLuhn(number), number);
    }
  });
});
