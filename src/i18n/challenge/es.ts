import type { ChallengeMessages } from '../messages.js';
import { es as shared } from '../shared/es.js';

/** Spanish of no region in particular, with "tú". */
export const es: ChallengeMessages = {
  ...shared,
  bankSteps: 'Sigue los pasos de tu banco. Puede enviarte un código o pedirte que abras su app.',
  bankPage: 'Página de tu banco',
  bankPageLoading: 'Cargando la página de tu banco…',
  bankPageMissing: 'No podemos mostrar la página de tu banco. Ábrela en otra pestaña: esperamos aquí su respuesta.',
  openBankPage: 'Abrir en otra pestaña',
  closeBankPage: 'Cerrar',
  bankUndecided: 'Tu banco todavía no confirmó el pago.',
  continueWithBank: 'Continuar con tu banco',
  checkingPayment: 'Verificando tu pago…',
  checkFailed: 'Todavía no pudimos verificar tu pago.',
  confirmationMissing: 'No recibimos la confirmación de tu banco',
  checkPayment: 'Verificar otra vez',
};
