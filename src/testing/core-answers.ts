import type { CoreAnswers } from './options.js';
import type { IdentificationType, InstallmentOffer, Issuer, PaymentMethod } from './types.js';

interface KnownCard {
  /** The first six digits of the cards of this kind. */
  bins: readonly string[];
  id: string;
  name: string;
  paymentTypeId: 'credit_card' | 'debit_card';
  numberLength: number;
  codeLength: number;
  issuer: Issuer;
}

const master: Issuer = { id: 24, name: 'Mastercard', default: true };
const visa: Issuer = { id: 25, name: 'Visa', default: true };
const amex: Issuer = { id: 1, name: 'American Express', default: true };
const elo: Issuer = { id: 2, name: 'Elo', default: true };
const credit = { paymentTypeId: 'credit_card', numberLength: 16, codeLength: 3 } as const;
const debit = { ...credit, paymentTypeId: 'debit_card' } as const;

const VISA = ['450995', '423564', '416881', '401354', '407559', '400917'];
const MASTER = ['503175', '503143', '548083', '541675', '525413', '547492', '548392', '536195'];
const AMEX = ['371180', '375365', '375778', '374378'];
const VISA_DEBIT = ['400276', '402365', '491511', '418914', '421301', '441010'];
const MASTER_DEBIT = ['528733', '524101', '557905', '517878'];

/** Mercado Pago's test cards of all seven countries. The rest of the answers here is Argentina's. */
const CARDS: readonly KnownCard[] = [
  { ...credit, bins: VISA, id: 'visa', name: 'Visa', issuer: visa },
  { ...credit, bins: MASTER, id: 'master', name: 'Mastercard', issuer: master },
  { ...credit, bins: AMEX, id: 'amex', name: 'American Express', issuer: amex, numberLength: 15, codeLength: 4 },
  { ...debit, bins: VISA_DEBIT, id: 'debvisa', name: 'Visa Débito', issuer: visa },
  { ...debit, bins: MASTER_DEBIT, id: 'debmaster', name: 'Mastercard Débito', issuer: master },
  { ...debit, bins: ['506776'], id: 'debelo', name: 'Elo Débito', issuer: elo },
];

const DOCUMENTS: readonly IdentificationType[] = [
  { id: 'DNI', name: 'DNI', type: 'number', min_length: 7, max_length: 8 },
  { id: 'CI', name: 'Cédula', type: 'number', min_length: 1, max_length: 9 },
  { id: 'LC', name: 'L.C.', type: 'number', min_length: 6, max_length: 7 },
  { id: 'LE', name: 'L.E.', type: 'number', min_length: 6, max_length: 7 },
  { id: 'Otro', name: 'Otro', type: 'number', min_length: 5, max_length: 20 },
];

const knownCard = (bin: string) => CARDS.find(({ bins }) => bins.includes(bin.slice(0, 6)));

const binPattern = ({ bins }: KnownCard) => `^(${bins.join('|')})`;

const paymentMethod = (card: KnownCard): PaymentMethod => ({
  id: card.id,
  name: card.name,
  payment_type_id: card.paymentTypeId,
  site_id: 'MLA',
  status: 'active',
  processing_mode: 'aggregator',
  secure_thumbnail: '',
  additional_info_needed: ['cardholder_name', 'cardholder_identification_type', 'cardholder_identification_number'],
  issuer: card.issuer,
  settings: [
    {
      card_number: { length: card.numberLength, validation: 'standard' },
      security_code: {
        mode: 'mandatory',
        length: card.codeLength,
        card_location: card.codeLength === 4 ? 'front' : 'back',
      },
      bin: { pattern: binPattern(card), installments_pattern: binPattern(card), exclusion_pattern: null },
    },
  ],
});

const payerCost = (amount: number, installments: number, rate: number) => {
  const total = Math.round(amount * (100 + rate)) / 100;
  const each = Math.round((total * 100) / installments) / 100;
  return {
    installments,
    installment_rate: rate,
    discount_rate: 0,
    labels: [],
    min_allowed_amount: 1,
    max_allowed_amount: 10_000_000,
    recommended_message: `${installments} × $ ${each.toFixed(2)} ($ ${total.toFixed(2)})`,
    installment_amount: each,
    total_amount: total,
  };
};

const offer = (card: KnownCard, amount: number): InstallmentOffer => {
  const single = payerCost(amount, 1, 0);
  const plans = [single, payerCost(amount, 3, 12), payerCost(amount, 6, 24), payerCost(amount, 12, 48)];
  return {
    payment_method_id: card.id,
    payment_type_id: card.paymentTypeId,
    issuer: card.issuer,
    processing_mode: 'aggregator',
    payer_costs: card.paymentTypeId === 'debit_card' ? [single] : plans,
  };
};

/** What the core methods answer offline where a test gives no answer of its own. */
export const defaultAnswers: Required<CoreAnswers> = {
  getIdentificationTypes: () => [...DOCUMENTS],
  getPaymentMethods({ bin }) {
    const card = knownCard(bin);
    const results = card ? [paymentMethod(card)] : [];
    return { paging: { total: results.length, limit: 30, offset: 0 }, results };
  },
  getIssuers({ bin }) {
    const card = knownCard(bin);
    return card ? [card.issuer] : [];
  },
  getInstallments({ bin, amount }) {
    const card = knownCard(bin);
    return card ? [offer(card, Number(amount))] : [];
  },
};
