import { expect } from '@open-wc/testing';
import type { Mechanism } from './mechanisms.js';
import { valuesOf } from './shop/ledger.js';
import type { Visit } from './visit.js';

/** A scenario: the letter of its column in the matrix, whether the short run has it (a name: of this
 * mechanism alone), and for which mechanisms it is. */
export interface Scenario {
  readonly key: string;
  readonly words: string;
  readonly short?: boolean | string;
  /** In a test file of its own: WebKit goes back in frames that were removed. */
  readonly isAlone?: boolean;
  readonly fits?: (mechanism: Mechanism) => boolean;
  readonly play: (visit: Visit) => Promise<void>;
}

/** Payments that ended so, all with this card (`null`: a new one), and each entry exactly once in every post. */
export async function expectPayments(visit: Visit, card: string | null, ...statuses: string[]): Promise<void> {
  const { posts, payments } = await visit.log();
  expect(payments.map(({ status }) => status)).to.deep.equal(statuses);
  expect(payments.every((payment) => payment.card === card)).to.equal(true);
  expect(new Set(payments.map(({ token }) => token)).size).to.equal(payments.length);
  // A library that sends again what it had kept waiting, once the page is paid, has no token to send any more.
  for (const post of posts.filter((each) => !each.isLate || valuesOf(each, 'token').length > 0)) {
    const counts = ['token', 'card_id', 'payment_method_id', 'payment_type_id', 'installments'].map(
      (name) => valuesOf(post, name).length,
    );
    expect(counts).to.deep.equal([1, card ? 1 : 0, 1, 1, 1]);
  }
}

export const expectPaidOnce = (visit: Visit, card: string | null) => expectPayments(visit, card, 'approved');

export async function expectNothingPosted(visit: Visit): Promise<void> {
  await visit.marker();
  expect((await visit.log()).posts).to.deep.equal([]);
}
