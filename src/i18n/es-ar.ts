import { es } from './es.js';
import type { Messages } from './messages.js';

/** Spanish of Argentina and Uruguay: the sentences that speak to the shopper, with "vos". */
export const esAr: Messages = {
  ...es,
  empty: 'Todavía no tenés tarjetas guardadas.',
  codeOptional: 'Si tu tarjeta no tiene código, dejalo vacío.',

  chooseCard: 'Elegí una tarjeta.',
  enterCode: (length) => `Ingresá los ${length} números del código de seguridad.`,
  checkCode: 'Revisá el código de seguridad.',
  codeLost: 'Se borró el código de seguridad. Ingresalo otra vez.',
  checkCodeOrCard: 'No pudimos verificar la tarjeta. Revisá el código de seguridad o elegí otra tarjeta.',
  cardUnknown: 'Esta tarjeta ya no está disponible. Elegí otra.',
  cardExpired: 'Esta tarjeta está vencida. Elegí otra.',
  cardLimit: 'No podés guardar más tarjetas. Quitá una para agregar otra.',
  mercadoPagoFailed: 'No pudimos conectar con Mercado Pago. Revisá tu conexión o tu bloqueador de anuncios.',
  checkConnection: 'Revisá tu conexión y probá de nuevo.',
  notCharged: 'No te cobramos nada. Revisá tu conexión y probá de nuevo.',
  shopFailed: 'La tienda tuvo un problema. Probá de nuevo en unos minutos.',
  signInAgain: 'Tu sesión terminó. Iniciá sesión otra vez.',
  unavailable: 'Este medio de pago no está disponible. Usá otro, por favor.',
};
