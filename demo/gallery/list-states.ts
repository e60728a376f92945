import type { MpSavedCardsElement } from '../../src/elements.js';
import type { CoreAnswers } from '../../src/testing/index.js';
import {
  allBrands,
  amex,
  debit,
  elo,
  expired,
  many,
  master,
  optionalCode,
  soon,
  thisMonth,
  visa,
  withoutCode,
} from './cards.js';
import { codeReady, fails, list, nothing, type GalleryState } from './gallery-state.js';
import { shopWith } from './shop.js';
import type { Stage } from './stage.js';

const cards = (...cards: unknown[]) => [list({ cards })];

const code = '737';

/** Plans as an Argentine bank gives them. */
const PLANS: CoreAnswers = {
  getInstallments: () => [
    {
      payment_method_id: 'visa',
      payment_type_id: 'credit_card',
      issuer: { id: 310, name: 'Banco' },
      payer_costs: [
        plan(1, 129.9, 129.9, '1 cuota de $ 129,90 ($ 129,90)', 'CFT_0,00%|TEA_0,00%'),
        plan(3, 43.3, 129.9, '3 cuotas de $ 43,30 ($ 129,90)', 'CFT_0,00%|TEA_0,00%'),
        plan(6, 27.06, 162.36, '6 cuotas de $ 27,06 ($ 162,36)', 'CFT_148,21%|TEA_113,04%'),
      ],
    },
  ],
};

function plan(installments: number, each: number, total: number, sentence: string, label: string) {
  return {
    installments,
    installment_amount: each,
    total_amount: total,
    recommended_message: sentence,
    labels: [label],
  };
}

/** The page asks for a token, and what is missing for it is shown. */
async function missing(element: MpSavedCardsElement): Promise<void> {
  await element.tokenize().catch(() => {});
  await element.updateComplete;
}

/** The payment was refused. */
const rejected = (reason: string) => async (stage: Stage) => {
  await codeReady(stage);
  stage.get('mp-saved-cards').paymentRejected(reason);
  await stage.find('mp-saved-cards', '.notice');
};

/** The shop reports the outcome of the payment. */
const reported = (result: unknown) => async (stage: Stage) => {
  await codeReady(stage);
  await stage.standIn.type('securityCode', code);
  stage.get('mp-saved-cards').paymentResult(result);
  await stage.find('mp-saved-cards', '.notice');
};

/** A page that posts by itself, whose shop is slow: Pay was pressed again. */
const submittedAgain = async (stage: Stage) => {
  await codeReady(stage);
  await stage.standIn.type('securityCode', code);
  await stage.get('mp-saved-cards').tokenize();
  for (let press = 0; press < 2; press++) {
    const submitted = new Promise((resolve) => stage.root.addEventListener('submit', resolve, { once: true }));
    (stage.root as HTMLFormElement).requestSubmit();
    await submitted;
  }
  await stage.find('mp-saved-cards', '.again');
};

export const LIST_STATES: readonly GalleryState[] = [
  { name: 'loading', elements: [list({ endpoint: '/cards', fetch: shopWith('never') })], act: nothing },
  { name: 'empty', elements: cards(), act: nothing },
  { name: 'failed', elements: [list({ endpoint: '/cards', fetch: shopWith(500) })], act: fails },
  { name: 'signed-out', elements: [list({ endpoint: '/cards', fetch: shopWith(401) })], act: fails },
  { name: 'ready', elements: [list({ cards: { cards: [visa, master, amex], default_card: visa.id } })] },
  { name: 'brands', elements: cards(...allBrands), act: (stage) => showAll(stage) },
  {
    name: 'code-focus',
    elements: [list({ cards: { cards: [visa, thisMonth, amex, expired], default_card: visa.id } })],
    act: async (stage) => {
      await codeReady(stage);
      stage.standIn.emit('securityCode', 'focus');
    },
  },
  {
    name: 'code-focus-pointer',
    elements: [list({ cards: [visa, master, amex], codeFocus: 'pointer' })],
    // What follows a press. The press is not a real one: its focus would scroll the gallery here.
    act: async (stage) => {
      await codeReady(stage);
      await stage.click('mp-saved-cards', '.row:nth-child(2) label');
      await codeReady(stage);
      stage.standIn.emit('securityCode', 'focus');
      await stage.find('mp-saved-cards', '.row:nth-child(2) .frame.focus');
    },
  },
  {
    name: 'code-typed',
    elements: cards(visa, master),
    act: async ({ standIn }) => {
      await standIn.type('securityCode', code);
      await standIn.blur('securityCode');
    },
  },
  {
    name: 'choice-missing',
    elements: [list({ cards: [visa, master], noPreselect: true })],
    act: async (stage) => {
      await stage.find('mp-saved-cards', 'input');
      await missing(stage.get('mp-saved-cards'));
    },
  },
  {
    name: 'code-missing',
    elements: cards(visa, master),
    act: async (stage) => {
      await codeReady(stage);
      await missing(stage.get('mp-saved-cards'));
    },
  },
  { name: 'code-opening', elements: cards(visa, master), readiness: 'silent', act: nothing },
  { name: 'code-optional', elements: cards(optionalCode, master) },
  { name: 'code-none', elements: cards(withoutCode, master) },
  { name: 'code-front', elements: cards(amex, visa) },
  {
    name: 'code-blocked',
    elements: cards(visa, master),
    readiness: 'load-error',
    act: fails,
  },
  { name: 'nothing-chosen', elements: [list({ cards: [visa, master, expired], noPreselect: true })], act: nothing },
  { name: 'expiring', elements: cards(visa, soon, thisMonth, expired, debit, elo) },
  { name: 'expired-only', elements: cards(expired), act: nothing },
  { name: 'long', elements: cards(...many) },
  { name: 'long-whole', elements: cards(...many), act: (stage) => showAll(stage) },
  { name: 'disabled', elements: [list({ cards: [visa, master], disabled: true })] },
  {
    name: 'tokenizing',
    elements: cards(visa, master),
    act: async (stage) => {
      stage.standIn.nextToken = 'never-answers';
      await stage.standIn.type('securityCode', code);
      stage.get('mp-saved-cards').tokenize().catch(nothing);
    },
  },
  {
    name: 'token-refused',
    elements: cards(visa, master),
    act: async (stage) => {
      stage.standIn.nextToken = 'server-error';
      await stage.standIn.type('securityCode', code);
      await stage.get('mp-saved-cards').tokenize().catch(nothing);
    },
  },
  {
    name: 'away',
    elements: [list({ cards: [visa] }), list({ cards: [master], name: 'second' })],
    act: async (stage) => {
      await codeReady(stage);
    },
  },
  {
    name: 'installments',
    elements: [list({ cards: [visa, master], amount: '129.90' })],
    answers: PLANS,
    act: async (stage) => {
      await codeReady(stage);
      await stage.choose('mp-saved-cards', '#installments', '3');
    },
  },
  {
    name: 'installments-failed',
    elements: [list({ cards: [visa, master], amount: '129.90' })],
    answers: { getInstallments: () => Promise.reject(new TypeError('Failed to fetch')) },
    act: async (stage) => {
      await codeReady(stage);
      await stage.find('mp-saved-cards', '#installments-retry');
    },
  },
  {
    name: 'declined-code',
    elements: cards(visa, master),
    act: rejected('cc_rejected_bad_filled_security_code'),
  },
  { name: 'declined-funds', elements: cards(visa, master), act: rejected('cc_rejected_insufficient_amount') },
  { name: 'declined-bank', elements: cards(visa, master), act: rejected('cc_rejected_call_for_authorize') },
  { name: 'declined-unusable', elements: cards(visa, master), act: rejected('cc_rejected_max_attempts') },
  { name: 'paid', elements: cards(visa, master), act: reported({ status: 'approved', status_detail: 'accredited' }) },
  { name: 'payment-pending', elements: cards(visa, master), act: reported({ status: 'in_process' }) },
  { name: 'payment-unknown', elements: cards(visa, master), act: reported(undefined) },
  { name: 'submitted-again', elements: cards(visa, master), act: submittedAgain },
  {
    name: 'paid-pressed-again',
    elements: cards(visa, master),
    act: async (stage) => {
      await reported({ status: 'approved', status_detail: 'accredited' })(stage);
      // By a button, as a shopper presses it: a submit by a script is the page's own affair.
      const pay = document.createElement('button');
      stage.root.append(pay);
      pay.click();
      pay.remove();
      await stage.find('mp-saved-cards', '#paid p:not(.title)');
    },
  },
  {
    name: 'payment-challenge',
    elements: cards(visa, master),
    act: reported({ status: 'pending', status_detail: 'pending_challenge' }),
  },
  { name: 'payment-ended', elements: cards(visa, master), act: reported({ status: 'cancelled' }) },
  { name: 'declined-installments', elements: cards(visa, master), act: rejected('cc_rejected_invalid_installments') },
  { name: 'declined-no-code', elements: cards(optionalCode, master), act: rejected('3031') },
];

async function showAll(stage: Stage): Promise<void> {
  await codeReady(stage);
  await stage.click('mp-saved-cards', '.more button');
}
