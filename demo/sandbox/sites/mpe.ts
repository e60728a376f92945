import { credit, debit, THREE_DS_BINS } from './brands.js';
import { plans } from './plans.js';
import type { Site } from './site.js';

/** Peru: refunds are of whole payments only. */
export const MPE: Site = {
  id: 'MPE',
  countryId: 'PE',
  currency: 'PEN',
  fractionDigits: 2,
  locale: 'es-PE',
  minAmount: 3,
  maxAmount: 45_000,
  identificationTypes: [
    { id: 'DNI', name: 'DNI', type: 'number', min_length: 8, max_length: 8 },
    { id: 'C.E', name: 'C.E', type: 'number', min_length: 9, max_length: 9 },
    { id: 'RUC', name: 'RUC', type: 'number', min_length: 11, max_length: 11 },
    { id: 'Otro', name: 'Otro', type: 'number', min_length: 5, max_length: 20 },
  ],
  testDocument: { type: 'Otro', number: '123456789' },
  cardMethods: [
    credit('visa', ['400917']),
    credit('master', THREE_DS_BINS, {
      banks: [
        { id: 1601, name: 'BCP' },
        { id: 1602, name: 'Interbank' },
        { id: 1603, name: 'BBVA' },
      ],
    }),
    credit('amex', ['371180']),
    credit('diners'),
    debit('debmaster', ['517878']),
    debit('debvisa'),
  ],
  offlineMethods: [{ id: 'pagoefectivo_atm', name: 'PagoEfectivo', paymentTypeId: 'atm' }],
  installmentPlans: plans(10, [1, 0], [3, 5.4], [6, 10.2], [12, 19.8], [24, 40.6]),
  partialRefunds: false,
  testCards: {
    visa: { number: '4009175332806176', methodId: 'visa' },
    master: { number: '5031755734530604', methodId: 'master' },
    debit: { number: '5178781622202455', methodId: 'debmaster' },
    third: { number: '371180303257522', methodId: 'amex' },
    others: [],
  },
};
