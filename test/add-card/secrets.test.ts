import { expect } from '@open-wc/testing';
import type { TokenOutcome } from '../../src/testing/index.js';
import { VISA, readyForm, savedVisa, type AddCard } from '../support/add-card-harness.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { expectNoSecrets } from '../support/secrets.js';

const CARD = { ...VISA, code: '739' };
const [first, second, third, fourth] = CARD.number.match(/\d{4}/g) ?? [];
/** In one piece, and as people read it; the document is the shopper's own business too. */
const SECRETS = [CARD.number, `${first} ${second} ${third} ${fourth}`, CARD.code, '12345678'];

const noneOf = (form: AddCard) => expectNoSecrets(form, ...SECRETS, ...form.standIn.tokens.map(({ id }) => id));

describe('number, code and token of a new card', () => {
  it('are nowhere on the page, in the console or in an event, from the first digit to the saved card', async () => {
    const merchant = new ScriptedMerchant().status(500).cards(savedVisa);
    const form = await readyForm(merchant);
    await form.typeCard(CARD);
    noneOf(form);
    await form.errorOf(form.element.save());
    expect(form.standIn.tokens).to.have.length(1);
    noneOf(form);
    await form.element.save();
    await form.settled();
    noneOf(form);
  });

  it('are only in token-ready when they pay', async () => {
    const form = await readyForm();
    form.element.intent = 'pay';
    await form.settled();
    await form.typeCard(CARD);
    const { token } = await form.element.tokenize();
    await form.settled();
    expect(form.events.of<{ token: string }>('token-ready').map((detail) => detail.token)).to.deep.equal([token]);
    noneOf(form);
    form.element.reset();
    await form.settled();
    noneOf(form);
  });

  const outcomes: TokenOutcome[] = ['server-error', 'network-string', 'no-value', 'public-key-unknown'];
  for (const outcome of outcomes) {
    it(`are in no error either (${outcome})`, async () => {
      const form = await readyForm();
      await form.typeCard(CARD);
      form.standIn.nextToken = outcome;
      const error = await form.errorOf(form.element.save());
      noneOf(form);
      const text = `${error.message} ${error.stack} ${String(error.cause)}`;
      for (const secret of SECRETS) expect(text).not.to.contain(secret);
    });
  }

  it('are in no error of a shop that sends back what it got', async () => {
    const echo: typeof fetch = (_url, init) =>
      Promise.resolve(new Response(`{"message":${JSON.stringify(init?.body)}}`, { status: 400 }));
    const form = await readyForm();
    form.element.fetch = echo;
    await form.typeCard(CARD);
    const error = await form.errorOf(form.element.save());
    const token = form.standIn.tokens[0]?.id ?? 'none';
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.to.contain(token);
    noneOf(form);
  });
});
