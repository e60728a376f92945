import type { SharedMessages } from '../messages.js';
import { es } from './es.js';

/** Spanish of Argentina and Uruguay: what speaks to the shopper with "vos", and what cards are called there. */
export const esAr: SharedMessages = {
  ...es,
  codeHint: (length, location) => `${length} dígitos, en el ${location === 'front' ? 'frente' : 'dorso'} de la tarjeta`,
  useHere: 'Continuar acá',
  installmentsFailed: 'No pudimos cargar las cuotas. Podés pagar en un solo pago.',

  checkNumber: 'Revisá el número de la tarjeta.',
  checkExpiration: 'Revisá el mes y el año de vencimiento.',

  cardDuplicate: 'Ya tenés guardada esta tarjeta.',
  cardLimit: 'Ya tenés el máximo de tarjetas guardadas.',

  enterCode: (length) => `Ingresá los ${length} dígitos del código de seguridad.`,
  checkCode: 'Revisá el código de seguridad.',
  checkCard: 'No pudimos verificar la tarjeta. Revisá el código o usá {anotherCard}.',
  cardUnusable: 'Esta tarjeta ya no se puede usar. Usá {anotherCard}.',
  mercadoPagoFailed: 'No pudimos conectarnos con Mercado Pago. Revisá tu conexión o el bloqueador de anuncios.',
  checkConnection: 'Revisá tu conexión y probá de nuevo.',
  signInAgain: 'Tu sesión terminó. Iniciá sesión otra vez.',
  unavailable: 'Hubo un problema en la tienda. Probá más tarde o usá otro medio de pago.',
  tryLater: 'Hubo un problema en la tienda. Probá más tarde.',

  waitForConfirmation: 'Esperá la confirmación antes de pagar otra vez.',
  paymentChallenge: 'Tu banco necesita confirmar que sos vos',
  followBankSteps: 'Seguí los pasos de tu banco para terminar el pago.',
  lookBeforePaying: 'Fijate en tu correo o en tus compras antes de pagar otra vez.',
  tryAgainOrUseAnother: 'Probá de nuevo o usá {anotherCard}.',

  tryCodeAgain: (length, location) =>
    `{nothingCharged} Revisá los ${length} dígitos del ${location === 'front' ? 'frente' : 'dorso'} y probá de nuevo.`,
  enterCodeToPay: (length, location) =>
    `{nothingCharged} Ingresá los ${length} dígitos del ${location === 'front' ? 'frente' : 'dorso'} para pagar.`,
  tryCodeOrAnother: '{nothingCharged} Puede ser el código: escribilo otra vez o usá {anotherCard}.',
  checkDetails: 'Revisá los datos de la tarjeta, incluido el nombre.',
  useAnother: '{nothingCharged} Usá {anotherCardOrMethod}.',
  addCardAgain: '{nothingCharged} Usá {anotherCard} o agregá esta de nuevo.',
  callBank: '{nothingCharged} Llamá a tu banco para autorizar el pago y probá de nuevo, o usá {anotherCard}.',
  activateCard: '{nothingCharged} Llamá a tu banco para activarla y probá de nuevo, o usá {anotherCard}.',
  confirmWithBank: '{nothingCharged} Probá de nuevo y seguí los pasos de tu banco, o usá {anotherCard}.',
  chooseOtherInstallments: '{nothingCharged} Elegí otra cantidad de cuotas y probá de nuevo.',
  checkPurchases: 'No te cobramos de nuevo. Fijate si tu compra ya está hecha antes de pagar otra vez.',
  payAgain: '{attemptNotCharged} Probá de nuevo en unos minutos o usá {anotherCard}.',

  alreadyPaidHere: 'Tu pago ya fue aprobado. Para pagar otra vez, usá el botón “Hacer otro pago”.',
  retypeCode: (length, location) =>
    `Para intentar otra vez, volvé a escribir los ${length} dígitos del ${location === 'front' ? 'frente' : 'dorso'}.`,
};
