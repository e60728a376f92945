import { credit, debit, THREE_DS_BINS } from './brands.js';
import { plans } from './plans.js';
import type { Site } from './site.js';

/** Brazil. */
/** A Mastercard that the suites of the SDKs and old pages use. Integrators found it unknown to both APIs. */
export const isRetired = (firstSixDigits: string, lastFourDigits: string): boolean =>
  firstSixDigits === '503143' && lastFourDigits === '6351';

export const MLB: Site = {
  id: 'MLB',
  countryId: 'BR',
  currency: 'BRL',
  fractionDigits: 2,
  locale: 'pt-BR',
  minAmount: 0.5,
  maxAmount: 60_000,
  identificationTypes: [
    { id: 'CPF', name: 'CPF', type: 'number', min_length: 11, max_length: 11 },
    { id: 'CNPJ', name: 'CNPJ', type: 'number', min_length: 14, max_length: 14 },
  ],
  testDocument: { type: 'CPF', number: '12345678909' },
  cardMethods: [
    credit('visa', ['423564']),
    // Published Mastercard numbers: the older page, the newer page; the one seen to work with a test key is a 3DS card.
    credit('master', ['503143', '548083', ...THREE_DS_BINS], {
      banks: [
        { id: 1101, name: 'Itaú' },
        { id: 1102, name: 'Bradesco' },
        { id: 1103, name: 'Nubank' },
      ],
    }),
    credit('amex', ['375365']),
    credit('elo'),
    credit('hipercard'),
    debit('debelo', ['506776']),
  ],
  offlineMethods: [
    { id: 'pix', name: 'Pix', paymentTypeId: 'bank_transfer' },
    { id: 'bolbradesco', name: 'Boleto', paymentTypeId: 'ticket' },
    { id: 'pec', name: 'Pagamento na lotérica', paymentTypeId: 'ticket' },
  ],
  installmentPlans: plans(
    5,
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 8.31],
    [5, 9.87],
    [6, 11.45],
    [7, 13.04],
    [8, 14.66],
    [9, 16.29],
    [10, 17.94],
    [11, 19.61],
    [12, 21.3],
  ),
  partialRefunds: true,
  testCards: {
    visa: { number: '4235647728025682', methodId: 'visa' },
    master: { number: '5031433215406351', methodId: 'master' },
    debit: { number: '5067766783888311', methodId: 'debelo' },
    third: { number: '375365153556885', methodId: 'amex' },
    others: [
      { number: '5480832801033311', methodId: 'master' },
      { number: '5031755734530604', methodId: 'master' },
    ],
  },
};
