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

/** Goes to the checkout, as the same shopper, and pays with a saved card. */
const payAtCheckout =
  (customer: string): Act =>
  async (shopper) => {
    const { page } = shopper.checkout;
    await page.goto(new URL(`/?locale=es-AR&customer=${customer}`, page.url()).href);
    await shopper.payWithCode(NEW_CARD.code);
  };

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

/** A new card of a shopper who has none yet is saved, and then paid with. */
const save = (fault: FaultName, code: MpErrorCode, says: string, goOn?: Act, isSilent = false): Journey => {
  const press: Act = async ({ form }) => {
    await form.fill(NEW_CARD);
    await form.chooseBank();
    await form.save();
  };
  return {
    fault,
    settings: '&show=save&customer=nuevo',
    codes: [code],
    meet: isSilent ? timeOut(TIMEOUT.merchant, press) : press,
    says: [says],
    async goOn(shopper) {
      await (goOn?.(shopper) ?? shopper.form.save());
      await shopper.form.text('.notice.success');
      await payAtCheckout('nuevo')(shopper);
    },
  };
};

/** The card of the first row comes back, and is paid with. */
const remove = (fault: FaultName, code: MpErrorCode, ...says: string[]): Journey => ({
  fault,
  settings: '&removable=true',
  codes: [code],
  async meet(shopper) {
    await shopper.press(esAr.remove);
    // With another one the first is removed at once.
    await shopper.press(esAr.remove);
  },
  says,
  async goOn(shopper) {
    await shopper.checkout.choose(1);
    await shopper.payWithCode();
  },
});

const makeDefault = (fault: FaultName, code: MpErrorCode, says: readonly string[], isSilent = false): Journey => {
  const press: Act = (shopper) => shopper.press(esAr.makeDefault);
  return {
    fault,
    settings: '&mode=manage',
    codes: [code],
    meet: isSilent ? timeOut(TIMEOUT.merchant, press) : press,
    says,
    async goOn(shopper) {
      await shopper.press(esAr.retry);
      await shopper.reads([]);
      await payAtCheckout('ana')(shopper);
    },
  };
};

/** Nothing is said: the form asks again until it knows what it needs, and waits for it at Pay. */
const lookUp = (fault: FaultName): Journey => ({
  fault,
  codes: [],
  async meet({ checkout, form }) {
    await checkout.useAnotherCard();
    await form.fill({ ...NEW_CARD, document: undefined });
  },
  says: [],
  async goOn({ checkout, form }) {
    await form.fillDocument(NEW_CARD.document);
    await form.chooseBank();
    await checkout.pay();
  },
});

/** Nothing is said: the elements wait. */
const slow = (fault: FaultName, meet: Act, goOn: Act): Journey => ({ fault, codes: [], meet, says: [], goOn });

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
  token('field-lost', 'field-lost', esAr.enterCode(3), { goOn: payWithCode }),
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
  // Once by the look-up of installments, once by the token.
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

  save('save-card-108', 'endpoint-status', esAr.newCardRefused),
  save('save-card-120', 'endpoint-status', esAr.checkIdentification),
  save('save-123', 'endpoint-status', esAr.newCardRefused),
  save('save-124', 'endpoint-status', esAr.newCardRefused),
  save('save-127', 'endpoint-status', esAr.newCardRefused),
  save('save-129', 'card-limit', esAr.cardLimit),
  save('save-401', 'signed-out', esAr.signInAgain),
  save('save-409', 'card-duplicate', esAr.cardDuplicate),
  save('save-500', 'endpoint-status', esAr.saveUnknown),
  save('save-html', 'protocol', esAr.saveUnknown),
  save('save-silent', 'endpoint-timeout', esAr.saveUnknown, undefined, true),
  save('save-drop', 'endpoint-network', esAr.saveUnknown),
  save('save-lost', 'endpoint-network', esAr.saveUnknown),

  remove('remove-500', 'endpoint-status', esAr.removeUnknown, esAr.tryLater),
  remove('remove-404', 'endpoint-status', esAr.removeFailed, esAr.tryLater),
  remove('remove-401', 'signed-out', esAr.removeFailed, esAr.signInAgain),
  remove('remove-drop', 'endpoint-network', esAr.removeUnknown, esAr.checkConnection),
  makeDefault('default-500', 'endpoint-status', [esAr.defaultUnknown, esAr.tryLater]),
  makeDefault('default-401', 'signed-out', [esAr.defaultFailed, esAr.signInAgain]),
  makeDefault('default-silent', 'endpoint-timeout', [esAr.defaultUnknown, esAr.checkConnection], true),

  lookUp('methods-500'),
  lookUp('issuers-500'),
  lookUp('documents-500'),

  slow('endpoint-slow', async () => {}, payWithCode),
  slow('sdk-slow', (shopper) => shopper.seesCards(), payWithCode),
  slow('field-slow', (shopper) => shopper.seesCards(), payWithCode),
  slow(
    'installments-slow',
    ({ checkout }) => checkout.choose(2),
    async (shopper) => {
      await shopper.seesPlans();
      await shopper.payWithCode();
    },
  ),
  slow(
    'methods-slow',
    (shopper) => shopper.fillNewCard(),
    async ({ checkout, form }) => {
      await form.retypeNumber(NEW_CARD.number);
      await form.chooseBank();
      await checkout.pay();
    },
  ),
];
