import { credit, debit, THREE_DS_BINS } from './brands.js';
import type { Site } from './site.js';

/** Argentina. */
export const MLA: Site = {
  id: 'MLA',
  countryId: 'AR',
  currency: 'ARS',
  fractionDigits: 2,
  locale: 'es-AR',
  minAmount: 1,
  maxAmount: 6_000_000,
  identificationTypes: [
    { id: 'DNI', name: 'DNI', type: 'number', min_length: 7, max_length: 8 },
    { id: 'CI', name: 'Cédula', type: 'number', min_length: 1, max_length: 9 },
    { id: 'LC', name: 'L.C.', type: 'number', min_length: 6, max_length: 7 },
    { id: 'LE', name: 'L.E.', type: 'number', min_length: 6, max_length: 7 },
    { id: 'Otro', name: 'Otro', type: 'number', min_length: 5, max_length: 20 },
  ],
  testDocument: { type: 'DNI', number: '12345678' },
  cardMethods: [
    credit('visa', ['450995']),
    credit('master', THREE_DS_BINS, {
      banks: [
        { id: 310, name: 'Banco Santander' },
        { id: 1001, name: 'Banco Galicia' },
        { id: 1002, name: 'BBVA' },
        { id: 1003, name: 'Banco Nación' },
      ],
    }),
    credit('amex', ['371180']),
    credit('naranja'),
    credit('nativa'),
    credit('tarshop'),
    credit('cencosud'),
    credit('cabal'),
    credit('diners'),
    credit('cordobesa'),
    credit('cordial'),
    credit('argencard'),
    credit('cmr'),
    debit('debvisa', ['400276']),
    debit('debmaster', ['528733']),
    debit('maestro'),
    debit('debcabal'),
  ],
  offlineMethods: [
    { id: 'rapipago', name: 'Rapipago', paymentTypeId: 'ticket' },
    { id: 'pagofacil', name: 'Pago Fácil', paymentTypeId: 'ticket' },
  ],
  installmentPlans: [
    { installments: 1, rate: 0, minAmount: 0, legal: { cft: 0, tea: 0 } },
    { installments: 3, rate: 0, minAmount: 6, legal: { cft: 0, tea: 0 } },
    { installments: 6, rate: 38.52, minAmount: 12, legal: { cft: 214.52, tea: 166.13 } },
    { installments: 9, rate: 61.07, minAmount: 18, legal: { cft: 212.87, tea: 164.9 } },
    { installments: 12, rate: 85.34, minAmount: 24, legal: { cft: 209.4, tea: 162.31 } },
    { installments: 18, rate: 138.91, minAmount: 36, legal: { cft: 201.05, tea: 156.1 } },
  ],
  partialRefunds: true,
  testCards: {
    visa: { number: '4509953566233704', methodId: 'visa' },
    master: { number: '5031755734530604', methodId: 'master' },
    debit: { number: '5287338310253304', methodId: 'debmaster' },
    third: { number: '371180303257522', methodId: 'amex' },
    others: [{ number: '4002768694395619', methodId: 'debvisa' }],
  },
};
