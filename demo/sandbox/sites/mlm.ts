import { credit, debit, THREE_DS_BINS } from './brands.js';
import { plans } from './plans.js';
import type { Site } from './site.js';

const noDocument = { needsDocument: false };

/** Mexico: the only site without identification documents. */
export const MLM: Site = {
  id: 'MLM',
  countryId: 'MX',
  currency: 'MXN',
  fractionDigits: 2,
  locale: 'es-MX',
  minAmount: 5,
  maxAmount: 250_000,
  identificationTypes: [],
  testDocument: null,
  cardMethods: [
    credit('visa', ['407559'], noDocument),
    credit('master', ['547492', ...THREE_DS_BINS], {
      ...noDocument,
      banks: [
        { id: 1401, name: 'BBVA' },
        { id: 1402, name: 'Citibanamex' },
        { id: 1403, name: 'Banorte' },
      ],
    }),
    credit('amex', ['371180'], noDocument),
    debit('debvisa', ['418914'], noDocument),
    debit('debmaster', ['557905'], noDocument),
  ],
  offlineMethods: [
    { id: 'oxxo', name: 'OXXO', paymentTypeId: 'ticket' },
    { id: 'paycash', name: 'PayCash', paymentTypeId: 'ticket' },
    { id: 'clabe', name: 'Transferencia SPEI', paymentTypeId: 'bank_transfer' },
  ],
  installmentPlans: plans(100, [1, 0], [3, 5.6], [6, 9.7], [9, 13.8], [12, 17.9], [18, 27.2]),
  partialRefunds: true,
  testCards: {
    visa: { number: '4075595716483764', methodId: 'visa' },
    master: { number: '5474925432670366', methodId: 'master' },
    debit: { number: '5579053461482647', methodId: 'debmaster' },
    third: { number: '371180303257522', methodId: 'amex' },
    others: [{ number: '4189141221267633', methodId: 'debvisa' }],
  },
};
