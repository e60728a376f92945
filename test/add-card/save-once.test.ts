import { expect } from '@open-wc/testing';
import { SaveOnce, type CardToSave, type SaveSteps } from '../../src/add-card/save-once.js';
import type { SavedCard } from '../../src/card/saved-card.js';
import { MpError, type MpErrorCode } from '../../src/errors.js';
import { savedCard } from '../card/raw-card.js';

type Answer = SavedCard | MpError;

const EXPIRY = { expirationMonth: 11, expirationYear: 2030 };
const saved = savedCard({ id: '1', firstSixDigits: '450995', lastFourDigits: '3704', ...EXPIRY });
const other = savedCard({ id: '2', firstSixDigits: '503175', lastFourDigits: '0604' });
const fault = (code: MpErrorCode, options?: { retryable?: boolean; causeCode?: string }) =>
  new MpError(code, code, options);
const refusal = (causeCode = '') => fault('endpoint-status', { retryable: false, causeCode });
const failure = fault('endpoint-status', { retryable: true });

/** Steps that answer as set up, and the record of what was asked. */
class Shop implements SaveSteps {
  readonly log: string[] = [];
  readonly saver = new SaveOnce(this);
  readonly posts: Answer[] = [];
  readonly lists: (readonly SavedCard[] | MpError)[] = [];
  tokenError: MpError | undefined;
  #tokens = 0;
  #keys = 0;

  prepare(): Promise<CardToSave> {
    if (this.tokenError) return Promise.reject(this.tokenError);
    const { firstSixDigits, lastFourDigits } = saved;
    const token = `t${++this.#tokens}`;
    const card = { firstSixDigits, lastFourDigits, ...EXPIRY };
    return Promise.resolve({ ...card, token, paymentMethodId: 'visa', issuerId: null });
  }

  post({ token }: CardToSave, key: string): Promise<SavedCard> {
    this.log.push(`POST ${token} ${key}`);
    return give(this.posts);
  }

  list(): Promise<readonly SavedCard[]> {
    this.log.push('GET');
    return give(this.lists);
  }

  newKey(): string {
    return `k${++this.#keys}`;
  }

  /** Presses "save": the card's id, or the code of the error. */
  async press(): Promise<string> {
    try {
      return (await this.saver.save()).id;
    } catch (error) {
      return (error as MpError).code;
    }
  }
}

function give<T>(answers: (T | MpError)[]): Promise<T> {
  const answer = answers.shift();
  if (answer === undefined) throw new Error('No answer is left.');
  return answer instanceof MpError ? Promise.reject(answer) : Promise.resolve(answer);
}

function shop(posts: Answer[], lists: (readonly SavedCard[] | MpError)[] = []): Shop {
  const steps = new Shop();
  steps.posts.push(...posts);
  steps.lists.push(...lists);
  return steps;
}

describe('SaveOnce', () => {
  it('sends one token with one key', async () => {
    const steps = shop([saved]);
    expect(await steps.press()).to.equal('1');
    expect(steps.log).to.deep.equal(['POST t1 k1']);
  });

  it('sends nothing when there is no token', async () => {
    const steps = shop([]);
    steps.tokenError = fault('token-refused');
    expect(await steps.press()).to.equal('token-refused');
    expect(steps.log).to.deep.equal([]);
  });

  const unknown: [MpErrorCode, MpError][] = [
    ['endpoint-timeout', fault('endpoint-timeout')],
    ['endpoint-network', fault('endpoint-network')],
    ['endpoint-status', failure],
    ['protocol', fault('protocol')],
    ['signed-out', fault('signed-out')],
    ['aborted', fault('aborted')],
  ];
  for (const [code, error] of unknown) {
    it(`repeats the same token with the same key after ${code}`, async () => {
      const steps = shop([error, error, saved, other]);
      expect([await steps.press(), await steps.press(), await steps.press()]).to.deep.equal([code, code, '1']);
      await steps.press();
      expect(steps.log).to.deep.equal(['POST t1 k1', 'POST t1 k1', 'POST t1 k1', 'POST t2 k2']);
    });
  }

  for (const error of [refusal('120'), refusal(), fault('card-limit'), fault('card-duplicate')]) {
    it(`takes a fresh token with a fresh key after ${error.code} ${error.causeCode}`, async () => {
      const steps = shop([error, saved]);
      expect([await steps.press(), await steps.press()]).to.deep.equal([error.code, '1']);
      expect(steps.log).to.deep.equal(['POST t1 k1', 'POST t2 k2']);
    });
  }

  it('takes the card in the list for saved when the repeated token is refused', async () => {
    const steps = shop([failure, refusal('2062')], [[other, saved]]);
    await steps.press();
    expect(await steps.press()).to.equal('1');
    expect(steps.log).to.deep.equal(['POST t1 k1', 'POST t1 k1', 'GET']);
  });

  it('takes a fresh token when the card is not in the list either', async () => {
    const later = { ...saved, expirationYear: EXPIRY.expirationYear + 1 };
    const steps = shop([failure, refusal('2062'), saved], [[other, later]]);
    await steps.press();
    expect(await steps.press()).to.equal('1');
    expect(steps.log).to.deep.equal(['POST t1 k1', 'POST t1 k1', 'GET', 'POST t2 k2']);
  });

  it('compares the first digits only where the list has them', async () => {
    const steps = shop([failure, refusal()], [[{ ...saved, firstSixDigits: '' }]]);
    await steps.press();
    expect(await steps.press()).to.equal('1');
  });

  it('asks again when the list did not come', async () => {
    const steps = shop([failure, refusal(), refusal()], [fault('endpoint-network'), [saved]]);
    await steps.press();
    expect(await steps.press()).to.equal('endpoint-network');
    expect(await steps.press()).to.equal('1');
    expect(steps.log).to.deep.equal(['POST t1 k1', 'POST t1 k1', 'GET', 'POST t1 k1', 'GET']);
  });

  it('reports a refusal that is about the card, once the list does not have it', async () => {
    const steps = shop([failure, fault('card-limit')], [[]]);
    await steps.press();
    expect(await steps.press()).to.equal('card-limit');
    expect(steps.log).to.deep.equal(['POST t1 k1', 'POST t1 k1', 'GET']);
  });

  it('finds the card that an unheard answer saved at the limit', async () => {
    const steps = shop([failure, fault('card-limit')], [[saved]]);
    await steps.press();
    expect(await steps.press()).to.equal('1');
  });

  it('asks the list before a token of something typed since is sent', async () => {
    const steps = shop([failure, saved], [[]]);
    await steps.press();
    steps.saver.changed();
    expect(await steps.press()).to.equal('1');
    expect(steps.log).to.deep.equal(['POST t1 k1', 'GET', 'POST t2 k2']);
  });

  it('sends nothing more when the card that was typed since is there', async () => {
    const steps = shop([failure], [[saved]]);
    await steps.press();
    steps.saver.changed();
    expect(await steps.press()).to.equal('1');
    expect(steps.log).to.deep.equal(['POST t1 k1', 'GET']);
  });

  it('sends nothing of a card that was changed while its token was made', async () => {
    const steps = shop([]);
    const pressed = steps.press();
    steps.saver.changed();
    expect(await pressed).to.equal('aborted');
    expect(steps.log).to.be.empty;
  });

  it('does not forget what was typed while the answer was on its way', async () => {
    const steps = shop([failure], [[saved]]);
    const pressed = steps.press();
    while (steps.log.length === 0) await Promise.resolve();
    steps.saver.changed();
    await pressed;
    await steps.press();
    expect(steps.log).to.deep.equal(['POST t1 k1', 'GET']);
  });

  it('repeats no token of what was there before, when the fields were emptied and none can be made', async () => {
    const steps = shop([failure]);
    await steps.press();
    steps.saver.changed();
    steps.tokenError = fault('code-incomplete');
    expect(await steps.press()).to.equal('code-incomplete');
    expect(await steps.press()).to.equal('code-incomplete');
    expect(steps.log).to.deep.equal(['POST t1 k1']);
  });

  it('goes on asking the list while the outcome of an earlier card is not known', async () => {
    const steps = shop([failure, other, saved], [[], [saved]]);
    await steps.press();
    steps.saver.changed();
    expect(await steps.press()).to.equal('2');
    steps.saver.changed();
    expect(await steps.press()).to.equal('1');
    expect(steps.log).to.deep.equal(['POST t1 k1', 'GET', 'POST t2 k2', 'GET']);
  });
});
