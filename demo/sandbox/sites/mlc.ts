import { credit, debit, THREE_DS_BINS } from './brands.js';
import { plans } from './plans.js';
import type { Site } from './site.js';

/** Chile. */
export const MLC: Site = {
  id: 'MLC',
  countryId: 'CL',
  currency: 'CLP',
  fractionDigits: 0,
  locale: 'es-CL',
  minAmount: 50,
  maxAmount: 20_000_000,
  identificationTypes: [
    { id: 'RUT', name: 'RUT', type: 'string', min_length: 8, max_length: 9 },
    { id: 'Otro', name: 'Otro', type: 'number', min_length: 5, max_length: 20 },
  ],
  testDocument: { type: 'Otro', number: '123456789' },
  cardMethods: [
    credit('visa', ['416881']),
    credit('master', ['541675', ...THREE_DS_BINS], {
      banks: [
        { id: 1201, name: 'Banco de Chile' },
        { id: 1202, name: 'BancoEstado' },
        { id: 1203, name: 'Banco Falabella' },
      ],
    }),
    credit('amex', ['375778']),
    credit('magna'),
    credit('presto'),
    credit('cmr'),
    credit('diners'),
    debit('debvisa', ['402365']),
    debit('debmaster', ['524101']),
    debit('redcompra'),
  ],
  offlineMethods: [{ id: 'servipag', name: 'Servipag', paymentTypeId: 'ticket' }],
  installmentPlans: plans(1000, [1, 0], [3, 4.9], [6, 8.8], [12, 16.4], [24, 33.1]),
  partialRefunds: true,
  testCards: {
    visa: { number: '4168818844447115', methodId: 'visa' },
    master: { number: '5416752602582580', methodId: 'master' },
    debit: { number: '5241019826646950', methodId: 'debmaster' },
    third: { number: '375778174461804', methodId: 'amex' },
    others: [{ number: '4023653523914373', methodId: 'debvisa' }],
  },
};
