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
  expired: (date) => `Venció en ${date}`,
  defaultCard: 'Predeterminada',
  endingIn: (lastFourDigits) => `terminada en ${lastFourDigits}`,

  securityCode: 'Código de seguridad',
  codeHint: (length, location) => `${length} números, al ${location === 'front' ? 'frente' : 'dorso'} de la tarjeta`,
  codeOptional: 'Si tu tarjeta no tiene código, no hace falta.',
  tokenizing: 'Verificando tu tarjeta…',

  chooseCard: 'Elige una tarjeta.',
  enterCode: (length) => `Ingresa los ${length} números del código de seguridad.`,
  checkCard: 'No pudimos verificar la tarjeta. Revisa el código de seguridad o elige otra tarjeta.',
  cardUnusable: 'Esta tarjeta ya no se puede usar. Elige otra tarjeta.',
  mercadoPagoFailed: 'No pudimos conectar con Mercado Pago. Revisa tu conexión o tu bloqueador de anuncios.',
  checkConnection: 'Revisa tu conexión e inténtalo de nuevo.',
  notCharged: 'No te cobramos nada. Revisa tu conexión e inténtalo de nuevo.',
  signInAgain: 'Tu sesión terminó. Inicia sesión otra vez.',
  unavailable: 'Hubo un problema en la tienda. Inténtalo de nuevo en unos minutos o usa otro medio de pago.',
};
