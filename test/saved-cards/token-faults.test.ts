import { expect } from '@open-wc/testing';
import type { MpErrorCode } from '../../src/elements.js';
import { TIMEOUT } from '../../src/timeouts.js';
import type { TokenOutcome } from '../../src/testing/index.js';
import { mastercard, visa } from '../support/cards.js';
import { driveTime } from '../support/clock.js';
import { esAr } from '../support/messages.js';
import { CODE, mountReady, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

/** The shopper reads `text`, what was typed is still there, and the next press of Pay works. */
async function expectRecovery(widget: SavedCards, code: MpErrorCode, text: string): Promise<void> {
  const errors = widget.events.of<{ error: Error & { code: string }; phase: string }>('card-error');
  expect(errors.map(({ error, phase }) => `${phase} ${error.code}`)).to.deep.equal([`token ${code}`]);
  expect(errors[0]?.error.message).not.to.contain(CODE);
  expect(widget.notice || widget.codeError).to.equal(text);
  expect(widget.liveRegion).to.equal(text);
  expect(widget.element.state).to.equal('ready');
  expect(widget.events.of('token-ready')).to.deep.equal([]);

  expect(widget.codeInput.value).to.equal(CODE);
  const detail = await widget.element.tokenize();
  expect(widget.events.of('token-ready')).to.deep.equal([detail]);
  await widget.settled();
  expect(widget.notice + widget.codeError + widget.liveRegion).to.equal('');
}

describe('a token that Mercado Pago does not make', () => {
  const outcomes: [outcome: TokenOutcome, code: MpErrorCode, text: string][] = [
    ['card-unknown', 'card-unknown', esAr.cardUnusable],
    ['server-error', 'token-network', esAr.notCharged],
    ['public-key-unknown', 'configuration', esAr.unavailable],
    ['insecure-origin', 'configuration', esAr.unavailable],
    ['network-string', 'token-network', esAr.notCharged],
    ['timed-out', 'token-network', esAr.notCharged],
    ['no-value', 'token-network', esAr.notCharged],
    ['resolves-nothing', 'token-refused', esAr.checkCard],
  ];
  for (const [outcome, code, text] of outcomes) {
    it(`(${outcome}) is a ${code} that the shopper can recover from`, async () => {
      const widget = await mountReady([visa, mastercard]);
      await widget.type(CODE);
      widget.standIn.nextToken = outcome;
      await widget.expectTokenError(code);
      await expectRecovery(widget, code, text);
    });
  }

  it('(never-answers) is a token-timeout after 20 seconds that the shopper can recover from', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.type(CODE);
    const clock = driveTime();
    widget.standIn.nextToken = 'never-answers';
    const refused = widget.tokenError();
    await widget.standIn.focus('securityCode'); // by now the request is in the frame
    await clock.tickAsync(TIMEOUT.token - 1);
    expect(widget.element.state).to.equal('tokenizing');
    await clock.tickAsync(1);
    expect((await refused).code).to.equal('token-timeout');
    await widget.settled();
    await expectRecovery(widget, 'token-timeout', esAr.notCharged);
  });

  it('because the code is no number is a code-invalid', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.type('12x');
    await widget.expectTokenError('code-incomplete'); // the frame had said so before
    expect(widget.codeError).to.equal(esAr.enterCode(3));
  });

  it('says to the developer what to do when the key is unknown', async () => {
    const widget = await mountReady([visa]);
    await widget.type(CODE);
    widget.standIn.nextToken = 'public-key-unknown';
    await widget.expectTokenError('configuration');
    expect(widget.log.of('error')).to.have.length(1);
  });

  it('is forgotten when another card is chosen, and when a digit is typed', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.type(CODE);
    widget.standIn.nextToken = 'resolves-nothing';
    await widget.expectTokenError('token-refused');
    expect(widget.notice).to.equal(esAr.checkCard);
    await widget.standIn.clear('securityCode');
    await widget.settled();
    expect(widget.notice).to.equal('');

    await widget.type(CODE);
    widget.standIn.nextToken = 'resolves-nothing';
    await widget.expectTokenError('token-refused');
    await widget.choose(1);
    expect(widget.notice).to.equal('');
  });

  it('describes the radio of its row', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.type(CODE);
    widget.standIn.nextToken = 'resolves-nothing';
    await widget.expectTokenError('token-refused');
    const [radio] = widget.radios;
    expect(widget.text(`#${radio?.getAttribute('aria-describedby')}`)).to.equal(esAr.checkCard);
  });
});

describe('a card that expires while it is chosen', () => {
  it('is a card-expired, in words', async () => {
    const widget = await mountReady([{ ...visa, expiration_month: 12, expiration_year: 2098 }, mastercard]);
    await widget.type(CODE);
    driveTime(new Date(2099, 0, 1).getTime());
    await widget.expectTokenError('card-expired');
    expect(widget.notice).to.equal(esAr.cardUnusable);
  });

  it('leads focus() to the cards, not into the code, when Mercado Pago does not know it', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.type(CODE);
    widget.standIn.nextToken = 'card-unknown';
    await widget.expectTokenError('card-unknown');
    widget.element.focus();
    expect(widget.root.activeElement).to.equal(widget.radios[0]);
  });

  it('has its token invalidated when the public key changes', async () => {
    const widget = await mountReady([visa]);
    await widget.tokenize();
    widget.element.publicKey = nextKey();
    await widget.events.times('token-invalidated');
    expect(widget.element.state).not.to.equal('tokenized');
  });
});
