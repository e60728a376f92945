import type { Messages } from './messages.js';

/** Spanish without regional forms, with "tú". */
export const es: Messages = {
  heading: 'Tus tarjetas guardadas',
  loading: 'Cargando tus tarjetas…',
  empty: 'Todavía no tienes tarjetas guardadas.',
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
  codeOptional: 'Si tu tarjeta no tiene código, déjalo vacío.',
  tokenizing: 'Verificando tu tarjeta…',

  chooseCard: 'Elige una tarjeta.',
  enterCode: (length) => `Ingresa los ${length} números del código de seguridad.`,
  checkCode: 'Revisa el código de seguridad.',
  codeLost: 'Se borró el código de seguridad. Ingrésalo otra vez.',
  checkCodeOrCard: 'No pudimos verificar la tarjeta. Revisa el código de seguridad o elige otra tarjeta.',
  cardUnknown: 'Esta tarjeta ya no está disponible. Elige otra.',
  cardExpired: 'Esta tarjeta está vencida. Elige otra.',
  cardDuplicate: 'Esta tarjeta ya está guardada.',
  cardLimit: 'No puedes guardar más tarjetas. Quita una para agregar otra.',
  mercadoPagoFailed: 'No pudimos conectar con Mercado Pago. Revisa tu conexión o tu bloqueador de anuncios.',
  checkConnection: 'Revisa tu conexión e inténtalo de nuevo.',
  notCharged: 'No te cobramos nada. Revisa tu conexión e inténtalo de nuevo.',
  shopFailed: 'La tienda tuvo un problema. Inténtalo de nuevo en unos minutos.',
  signInAgain: 'Tu sesión terminó. Inicia sesión otra vez.',
  unavailable: 'Este medio de pago no está disponible. Usa otro, por favor.',
};
