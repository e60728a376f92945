import { credit, debit, THREE_DS_BINS } from './brands.js';
import { plans } from './plans.js';
import type { Site } from './site.js';

/** Colombia. */
export const MCO: Site = {
  id: 'MCO',
  countryId: 'CO',
  currency: 'COP',
  fractionDigits: 0,
  locale: 'es-CO',
  minAmount: 1000,
  maxAmount: 50_000_000,
  identificationTypes: [
    { id: 'CC', name: 'C.C.', type: 'number', min_length: 6, max_length: 10 },
    { id: 'CE', name: 'C.E.', type: 'number', min_length: 5, max_length: 20 },
    { id: 'NIT', name: 'NIT', type: 'number', min_length: 5, max_length: 20 },
    { id: 'Otro', name: 'Otro', type: 'number', min_length: 5, max_length: 20 },
  ],
  testDocument: { type: 'Otro', number: '123456789' },
  cardMethods: [
    credit('visa', ['401354']),
    credit('master', ['525413', ...THREE_DS_BINS], {
      banks: [
        { id: 1301, name: 'Bancolombia' },
        { id: 1302, name: 'Davivienda' },
        { id: 1303, name: 'Banco de Bogotá' },
      ],
    }),
    credit('amex', ['374378']),
    credit('diners'),
    credit('codensa'),
    debit('debvisa', ['491511']),
    debit('debmaster'),
  ],
  offlineMethods: [
    { id: 'efecty', name: 'Efecty', paymentTypeId: 'ticket' },
    { id: 'pse', name: 'PSE', paymentTypeId: 'bank_transfer' },
  ],
  installmentPlans: plans(1500, [1, 0], [3, 6.2], [6, 11.9], [12, 23.7], [24, 47.5], [36, 71.2]),
  partialRefunds: true,
  testCards: {
    visa: { number: '4013540682746260', methodId: 'visa' },
    master: { number: '5254133674403564', methodId: 'master' },
    debit: { number: '4915112055246507', methodId: 'debvisa' },
    third: { number: '374378187755283', methodId: 'amex' },
    others: [],
  },
};
