import { amex, expired, master, visa } from './cards.js';
import { codeReady, fails, form, list, nothing, together, type GalleryState } from './gallery-state.js';
import { shopWith } from './shop.js';
import type { Stage } from './stage.js';

const TAG = 'mp-add-card';
const NUMBER = '4509953566233704';

const open = (settings: Readonly<Record<string, unknown>> = {}) => [
  form({ endpoint: '/cards', fetch: shopWith([]), open: true, ...settings }),
];

async function framesReady({ standIn }: Stage): Promise<void> {
  await Promise.all((['cardNumber', 'expirationDate', 'securityCode'] as const).map((type) => standIn.ready(type)));
}

/** The shopper types a whole card. */
async function fill(stage: Stage, number = NUMBER): Promise<void> {
  const { standIn } = stage;
  await framesReady(stage);
  await standIn.type('cardNumber', number);
  await standIn.type('expirationDate', '1145');
  await standIn.type('securityCode', '737');
  await standIn.blur('securityCode');
  await stage.write(TAG, '#cardholderName', 'Ana Gómez');
  await stage.write(TAG, '#identificationNumber', '12345678');
}

const save = (stage: Stage) => stage.click(TAG, '.primary');

/** Presses save, and waits for the answer of the shop or Mercado Pago. */
async function saveAndFail(stage: Stage): Promise<void> {
  await fill(stage);
  const answered = new Promise((resolve) => stage.root.addEventListener('card-error', resolve, { once: true }));
  await save(stage);
  await answered;
}

/** A form that pays, on a page without a list. */
const paying = () => [form({ intent: 'pay', open: true })];

/** The shop reports the outcome of the payment with the new card. */
const reported = (result: unknown) => async (stage: Stage) => {
  await fill(stage);
  await stage.get(TAG).tokenize();
  stage.get(TAG).paymentResult(result);
  await stage.find(TAG, '.notice');
};

async function chooseOther(stage: Stage): Promise<void> {
  await codeReady(stage);
  await stage.click('mp-saved-cards', '.other input');
  await framesReady(stage);
}

export const FORM_STATES: readonly GalleryState[] = [
  { name: 'form-closed', elements: [form({ endpoint: '/cards' })], act: nothing },
  { name: 'form-open', elements: open(), act: framesReady },
  { name: 'form-opening', elements: open(), readiness: 'silent', act: nothing },
  {
    name: 'form-brand',
    elements: open(),
    act: async (stage) => {
      await framesReady(stage);
      await stage.standIn.type('cardNumber', '50317557');
      await stage.find(TAG, '[data-field=cardNumber] circle[fill^="#"]');
    },
  },
  {
    name: 'form-brand-unknown',
    elements: open(),
    act: async (stage) => {
      await framesReady(stage);
      await stage.standIn.type('cardNumber', '99999999');
      await stage.find(TAG, '#cardNumber-hint');
    },
  },
  {
    name: 'form-bank',
    elements: open(),
    answers: {
      getPaymentMethods: () => ({
        paging: { total: 1, limit: 30, offset: 0 },
        results: [
          {
            id: 'master',
            name: 'Mastercard',
            payment_type_id: 'credit_card',
            additional_info_needed: ['issuer_id', 'cardholder_name'],
            settings: [{ card_number: { length: 16 }, security_code: { length: 3, card_location: 'back' } }],
          },
        ],
      }),
      getIssuers: () => ['Banco Nación', 'Banco Galicia', 'BBVA'].map((name, index) => ({ id: 300 + index, name })),
    },
    act: async (stage) => {
      await framesReady(stage);
      await stage.standIn.type('cardNumber', '50317557');
      await stage.find(TAG, '#issuerId');
    },
  },
  {
    name: 'form-invalid',
    elements: open(),
    act: async (stage) => {
      await framesReady(stage);
      await stage.write(TAG, '#cardholderName', 'Ana 4');
      await save(stage);
      await stage.find(TAG, '.frame.invalid');
    },
  },
  {
    name: 'form-saving',
    elements: open({ fetch: shopWith([], 'never') }),
    act: async (stage) => {
      await fill(stage);
      await save(stage);
      await stage.find(TAG, '.primary[aria-busy=true]');
    },
  },
  { name: 'form-shop-failed', elements: open({ fetch: shopWith([], 500) }), act: saveAndFail },
  {
    name: 'form-saved',
    elements: open({ fetch: shopWith([], { ...visa, id: '2001' }) }),
    act: async (stage) => {
      await fill(stage);
      await save(stage);
      await stage.find(TAG, '.notice.success');
    },
  },
  {
    name: 'form-paid',
    elements: paying(),
    act: reported({ status: 'approved', status_detail: 'accredited' }),
  },
  { name: 'form-pending', elements: paying(), act: reported({ status: 'in_process' }) },
  { name: 'form-unknown', elements: paying(), act: reported(undefined) },
  { name: 'form-blocked', elements: open(), readiness: 'load-error', act: (stage) => seeNotice(stage) },
  {
    name: 'form-without-document',
    elements: open(),
    answers: { getIdentificationTypes: () => [] },
    act: framesReady,
  },
  { name: 'form-disabled', elements: open({ disabled: true }), act: framesReady },
  { name: 'other', elements: [together({ cards: [visa, master, amex] })] },
  {
    name: 'other-open',
    elements: [together({ cards: [visa, master], endpoint: '/cards', fetch: shopWith([visa, master]) })],
    act: chooseOther,
  },
  { name: 'other-failed', elements: [together({ endpoint: '/cards', fetch: shopWith(500) })], act: fails },
  { name: 'other-only', elements: [together({ cards: [expired] })], act: framesReady },
  {
    name: 'form-away',
    elements: [list({ cards: [visa] }), form({ endpoint: '/cards', open: true })],
    act: async (stage) => {
      await codeReady(stage);
      await stage.find(TAG, '.notice.plain');
    },
  },
];

async function seeNotice(stage: Stage): Promise<void> {
  await stage.find(TAG, '.notice');
}
