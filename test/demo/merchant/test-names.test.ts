import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paymentApiNames } from '../../../demo/merchant/payment-apis/payment-api.js';
import { paymentOutcome, rejectedOutcome, type Outcome, type OutcomeReason } from '../../../src/card/outcome.js';
import { outcomeMessage } from '../../../src/i18n/outcome-message.js';
import { esAr } from '../../support/messages.js';
import { openShop, type Browser } from './shop.js';

const shop = await openShop();

/** The test cardholders that are refused, and what the shopper has to read: with the Payments API, and with Orders. */
const NAMES: readonly [name: string, payments: OutcomeReason, orders: OutcomeReason][] = [
  ['OTHE', 'declined', 'bankRefused'],
  ['CALL', 'bankRefused', 'bankRefused'],
  ['FUND', 'insufficientFunds', 'insufficientFunds'],
  ['SECU', 'codeRejected', 'cardDataUnclear'],
  ['EXPI', 'cardDataRejected', 'cardDataUnclear'],
  ['FORM', 'dataRejected', 'cardDataUnclear'],
  ['CARD', 'cardDataRejected', 'cardDataUnclear'],
  ['INST', 'installmentsRejected', 'installmentsRejected'],
  ['DUPL', 'alreadyPaid', 'bankRefused'],
  ['LOCK', 'cardDisabled', 'cardDisabled'],
  ['CTNA', 'cardNotAccepted', 'bankRefused'],
  ['ATTE', 'tooManyAttempts', 'tooManyAttempts'],
  ['BLAC', 'cardNotAccepted', 'declined'],
];

type Attempt = Record<string, string>;
const attemptOf = async (browser: Browser, name: string): Promise<Attempt> => ({
  token: await browser.tokenOfNewCard({ name }),
  payment_method_id: 'master',
  payment_type_id: 'credit_card',
  installments: '1',
});
const words = (outcome: Outcome) =>
  outcomeMessage(esAr, outcome, { mode: 'mandatory', length: 3, location: 'back' }, false);

/** What the page by script reads in an answer, and what the plain form's page hands to its element. */
const WAYS: Readonly<Record<string, (browser: Browser, attempt: Attempt) => Promise<Outcome | undefined>>> = {
  'a page with JavaScript': async (browser, attempt) => {
    const { status, json } = await browser.send('POST', '/api/payments', attempt);
    return paymentOutcome(status === 201 ? json : { ...(json as object), status });
  },
  'the plain form': async (browser, attempt) => {
    const { text } = await browser.submit(attempt);
    const refusal = /\sstatus-detail="([^"]+)"/.exec(text)?.[1];
    if (refusal !== undefined) return rejectedOutcome(refusal);
    return paymentOutcome(/data-status="([^"]*)"/.exec(text)?.[1]);
  },
};

for (const api of paymentApiNames) {
  for (const [way, send] of Object.entries(WAYS)) {
    describe(`a shopper with ${api} and ${way}`, () => {
      for (const [name, ...reasons] of NAMES) {
        it(`reads what to do about ${name}, and has paid on the second try`, async () => {
          const nuevo = await shop.visit('nuevo', 'MLA', api);
          const refused = await send(nuevo, await attemptOf(nuevo, name));
          assert.deepEqual([refused?.kind, refused?.reason], ['refused', reasons[api === 'orders' ? 1 : 0]]);
          assert.ok(refused && words(refused).text.length > 0, 'there is something to do');
          const paid = await send(nuevo, await attemptOf(nuevo, 'APRO'));
          assert.equal(paid?.kind, 'approved');
        });
      }
    });
  }
}
