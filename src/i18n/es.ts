import type { Messages } from './messages.js';

/** Spanish without regional forms, with "tú". */
export const es: Messages = {
  heading: 'Tus tarjetas guardadas',
  loading: 'Cargando tus tarjetas…',
  empty: 'Todavía no hay tarjetas guardadas.',
  listFailed: 'No pudimos cargar tus tarjetas.',
  retry: 'Reintentar',

  expires: (date) => `Vence ${date}`,
  expiresSoon: (date) => `Vence pronto: ${date}`,
  expiresThisMonth: () => 'Vence este mes',
  expired: (date) => `Venció ${date}`,
  defaultCard: 'Predeterminada',
  endingIn: (lastFourDigits) => `terminada en ${lastFourDigits}`,

  securityCode: 'Código de seguridad',
  codeHint: (length, location) => `${length} números, al ${location === 'front' ? 'frente' : 'dorso'} de la tarjeta`,
  codeOptional: '(opcional)',
  tokenizing: 'Verificando tu tarjeta…',

  chooseCard: 'Elige una tarjeta.',
  noUsableCard: 'No hay una tarjeta que se pueda usar. Usa otro medio de pago.',
  enterCode: (length) => `Ingresa los ${length} números del código de seguridad.`,
  checkCode: 'Revisa el código de seguridad.',
  checkCard: 'No pudimos verificar la tarjeta. Revisa el código o elige otra.',
  cardUnusable: 'Esta tarjeta ya no se puede usar. Elige otra.',
  mercadoPagoFailed: 'No pudimos conectarnos con Mercado Pago. Revisa tu conexión o el bloqueador de anuncios.',
  checkConnection: 'Revisa tu conexión e inténtalo de nuevo.',
  notCharged: 'No te cobramos nada. Revisa tu conexión e inténtalo de nuevo.',
  signInAgain: 'Tu sesión terminó. Inicia sesión otra vez.',
  unavailable: 'Hubo un problema en la tienda. Inténtalo más tarde o usa otro medio de pago.',
};
