import type { SharedMessages } from '../messages.js';
import { es } from './es.js';

/** Spanish of Mexico, where one pays in "mensualidades". */
export const esMx: SharedMessages = {
  ...es,
  endingIn: (lastFourDigits) => `con terminación ${lastFourDigits}`,
  installments: 'Mensualidades',
  oneInstallment: 'En una sola exhibición',
  interestFree: 'a meses sin intereses',
  installmentsFailed: 'No pudimos cargar las mensualidades. Puedes pagar en una sola exhibición.',
  installmentsRejected: 'La tarjeta no acepta ese número de mensualidades',
  chooseOtherInstallments: '{nothingCharged} Elige otro número de mensualidades e inténtalo de nuevo.',
};
