import { credit, debit, THREE_DS_BINS } from './brands.js';
import { plans } from './plans.js';
import type { Site } from './site.js';

/** Uruguay: no American Express test card is published. */
export const MLU: Site = {
  id: 'MLU',
  countryId: 'UY',
  currency: 'UYU',
  fractionDigits: 2,
  locale: 'es-UY',
  minAmount: 5,
  maxAmount: 500_000,
  identificationTypes: [
    { id: 'CI', name: 'CI', type: 'number', min_length: 7, max_length: 8 },
    { id: 'Otro', name: 'Otro', type: 'number', min_length: 5, max_length: 20 },
  ],
  testDocument: { type: 'CI', number: '12345678' },
  cardMethods: [
    credit('visa', ['450995']),
    credit('master', THREE_DS_BINS, {
      banks: [
        { id: 1501, name: 'BROU' },
        { id: 1502, name: 'Itaú' },
        { id: 1503, name: 'Scotiabank' },
      ],
    }),
    credit('oca'),
    credit('diners'),
    credit('lider'),
    credit('amex'),
    debit('debvisa', ['421301', '441010']),
    debit('debmaster'),
  ],
  offlineMethods: [
    { id: 'abitab', name: 'Abitab', paymentTypeId: 'ticket' },
    { id: 'redpagos', name: 'Redpagos', paymentTypeId: 'ticket' },
  ],
  installmentPlans: plans(50, [1, 0], [3, 0], [6, 12.4], [10, 19.9], [12, 24.1]),
  partialRefunds: true,
  testCards: {
    visa: { number: '4509953566233704', methodId: 'visa' },
    master: { number: '5031755734530604', methodId: 'master' },
    debit: { number: '4213016314706756', methodId: 'debvisa' },
    third: { number: '4410103672436886', methodId: 'debvisa' },
    others: [],
  },
};
