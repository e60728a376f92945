import type { FaultName } from '../../../demo/qa/faults.js';
import type { MpErrorCode } from '../../../src/errors.js';
import { TIMEOUT } from '../../../src/timeouts.js';
import { esAr } from '../../support/messages.js';
import { CODE, NEW_CARD, type Shopper } from './shopper.js';

/** Of bruno's cards. */
const ENDS_THIS_MONTH = 4;

type Act = (shopper: Shopper) => Promise<void>;

/** From a fault to a payment. */
export interface Journey {
  readonly fault: FaultName;
  /** Added to the address of the QA page. */
  readonly settings?: string;
  /** The errors that are reported: one, or none where the elements help themselves. */
  readonly codes: readonly MpErrorCode[];
  /** What the shopper does, or waits for, until the fault shows. */
  readonly meet?: Act;
  /** Everything that the shopper then reads. */
  readonly says: readonly string[];
  /** Errors of scripts that are not ours. */
  readonly pageErrors?: RegExp;
  /** What the shopper clicks and types when the fault is over. */
  readonly goOn: Act;
}

const payWithCode: Act = (shopper) => shopper.payWithCode();
const payAgain: Act = ({ checkout }) => checkout.pay();
const payNew: Act = async (shopper) => {
  await shopper.fillNewCard();
  await shopper.checkout.pay();
};
const retry: Act = async (shopper) => {
  await shopper.press(esAr.retry);
  await shopper.reads([]);
  await shopper.payWithCode();
};
const payWithOther: Act = async (shopper) => {
  await shopper.checkout.choose(2);
  await shopper.payWithCode();
};
const timeOut =
  (milliseconds: number, first?: Act): Act =>
  async (shopper) => {
    await first?.(shopper);
    await shopper.timeOut(milliseconds);
  };

const seeNoField = timeOut(TIMEOUT.fieldReady, (shopper) => shopper.seesPlans());

const list = (fault: FaultName, code: MpErrorCode, reason: string, meet?: Act): Journey => ({
  fault,
  codes: [code],
  ...(meet && { meet }),
  says: [esAr.listFailed, reason],
  goOn: retry,
});

const fields = (fault: FaultName, code: MpErrorCode, meet?: Act): Journey => ({
  fault,
  codes: [code],
  ...(meet && { meet }),
  says: [esAr.mercadoPagoFailed],
  goOn: retry,
});

const token = (
  fault: FaultName,
  code: MpErrorCode,
  says: string,
  { meet = payWithCode, goOn = payAgain }: { meet?: Act; goOn?: Act } = {},
): Journey => ({ fault, codes: [code], meet, says: [says], goOn });

const setup = (fault: FaultName, goOn = payWithCode, says = [esAr.unavailable]): Journey => ({
  fault,
  codes: ['configuration'],
  says,
  goOn,
});

/** `none`: a code that is incomplete is of the shopper's own making. */
export const journeys: readonly Journey[] = [
  list('endpoint-500', 'endpoint-status', esAr.listUnavailable),
  list('endpoint-html', 'protocol', esAr.listUnavailable),
  // The corrected address is asked at once.
  { ...list('endpoint-json', 'protocol', esAr.listUnavailable), goOn: payWithCode },
  list('endpoint-401', 'signed-out', esAr.signInAgain),
  list('endpoint-drop', 'endpoint-network', esAr.checkConnection),
  list('endpoint-timeout', 'endpoint-timeout', esAr.checkConnection, timeOut(TIMEOUT.merchant)),

  fields('sdk-blocked', 'sdk-blocked'),
  fields(
    'sdk-timeout',
    'sdk-timeout',
    timeOut(TIMEOUT.script, (shopper) => shopper.seesCards()),
  ),
  { ...fields('sdk-broken', 'sdk-broken'), pageErrors: /SyntaxError/ },
  { ...fields('field-error', 'field-timeout'), pageErrors: /Cross-Origin Request Blocked/ },
  {
    ...fields('field-silent', 'field-timeout', seeNoField),
    // The frame comes late, and is as good as another one.
    goOn: async (shopper) => {
      await shopper.reads([]);
      await shopper.payWithCode();
    },
  },

  token('token-E601', 'token-network', esAr.notCharged),
  token('token-drop', 'token-network', esAr.notCharged),
  token('token-timeout', 'token-timeout', esAr.notCharged, { meet: timeOut(TIMEOUT.token, payWithCode) }),
  token('token-refused', 'token-refused', esAr.checkCard),
  token('token-E203', 'code-invalid', esAr.checkCode),
  token('token-E201', 'card-unknown', esAr.cardUnusable, { goOn: payWithOther }),
  {
    ...token('field-lost', 'field-lost', esAr.enterCode(3), { goOn: payWithCode }),
    // The second one is of the press on Pay.
    codes: ['field-lost', 'code-incomplete'],
  },
  {
    ...token('card-expired', 'card-expired', esAr.cardUnusable, { goOn: payWithOther }),
    settings: '&customer=bruno',
    meet: async (shopper) => {
      await shopper.checkout.choose(ENDS_THIS_MONTH);
      await shopper.payWithCode();
    },
  },
  {
    fault: 'none',
    codes: [],
    meet: (shopper) => shopper.payWithCode('7'),
    says: [esAr.enterCode(3)],
    goOn: async (shopper) => {
      await shopper.checkout.typeCode(CODE.slice(1));
      await shopper.checkout.pay();
    },
  },
  {
    fault: 'token-slow',
    // For the page, which may have covered the checkout. The shopper knows what they did.
    codes: ['aborted'],
    meet: async (shopper) => {
      await shopper.payWithCode();
      await shopper.checkout.choose(2);
    },
    says: [],
    goOn: payWithCode,
  },
  token('token-E301', 'token-refused', esAr.checkNumber, {
    meet: payNew,
    goOn: async ({ form, checkout }) => {
      await form.retypeNumber(NEW_CARD.number);
      await checkout.pay();
    },
  }),
  token('token-324', 'token-refused', esAr.checkIdentification, {
    meet: payNew,
    goOn: async ({ form, checkout }) => {
      await form.retypeDocument(NEW_CARD.document.number);
      await checkout.pay();
    },
  }),

  {
    fault: 'installments-500',
    codes: ['sdk-blocked'],
    says: [esAr.installmentsFailed],
    goOn: async (shopper) => {
      await shopper.press(esAr.retry);
      await shopper.checkout.chooseInstallments('3');
      await shopper.payWithCode();
    },
  },

  setup('key-missing'),
  setup('key-malformed'),
  // Once by the look-up of instalments, once by the token.
  { ...setup('key-unknown'), codes: ['configuration', 'configuration'], meet: payWithCode },
  setup('key-live'),
  {
    ...setup('key-two', async (shopper) => {
      await shopper.checkout.choose(1);
      await shopper.payWithCode();
    }),
    meet: ({ checkout }) => checkout.useAnotherCard(),
  },
  setup('endpoint-missing', payWithCode, [esAr.listFailed, esAr.listUnavailable]),
  // Paid in one until the shop has corrected it.
  setup('amount-comma', payWithCode, []),
];
