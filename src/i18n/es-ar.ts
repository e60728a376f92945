import { es } from './es.js';
import type { Messages } from './messages.js';

/** Spanish of Argentina and Uruguay: the sentences that speak to the shopper, with "vos". */
export const esAr: Messages = {
  ...es,
  chooseCard: 'Elegí una tarjeta.',
  noUsableCard: 'No hay una tarjeta que se pueda usar. Usá otro medio de pago.',
  enterCode: (length) => `Ingresá los ${length} números del código de seguridad.`,
  checkCode: 'Revisá el código de seguridad.',
  checkCard: 'No pudimos verificar la tarjeta. Revisá el código o elegí otra.',
  cardUnusable: 'Esta tarjeta ya no se puede usar. Elegí otra.',
  mercadoPagoFailed: 'No pudimos conectarnos con Mercado Pago. Revisá tu conexión o el bloqueador de anuncios.',
  checkConnection: 'Revisá tu conexión y probá de nuevo.',
  notCharged: 'No te cobramos nada. Revisá tu conexión y probá de nuevo.',
  signInAgain: 'Tu sesión terminó. Iniciá sesión otra vez.',
  unavailable: 'Hubo un problema en la tienda. Probá más tarde o usá otro medio de pago.',
};
