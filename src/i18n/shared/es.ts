import type { SharedMessages } from '../messages.js';

/** Spanish without regional forms, with "tú". */
export const es: SharedMessages = {
  retry: 'Reintentar',
  endingIn: (lastFourDigits) => `terminada en ${lastFourDigits}`,

  cardAdded: (name) => `Guardamos tu ${name}.`,

  securityCode: 'Código de seguridad',
  codeHint: (length, location) =>
    `${length} dígitos, en el ${location === 'front' ? 'frente' : 'reverso'} de la tarjeta`,
  codeOptional: '(opcional)',
  tokenizing: 'Verificando tu tarjeta…',
  fieldElsewhere: 'En esta página se puede usar una sola tarjeta a la vez.',
  useHere: 'Continuar aquí',

  installments: 'Cuotas',
  oneInstallment: 'En un solo pago',
  interestFree: 'sin interés',
  installmentsLoading: 'Buscando las opciones de pago…',
  installmentsFailed: 'No pudimos cargar las cuotas. Puedes pagar en un solo pago.',

  checkNumber: 'Revisa el número de la tarjeta.',
  checkExpiration: 'Revisa el mes y el año de vencimiento.',

  cardDuplicate: 'Ya tienes guardada esta tarjeta.',
  cardLimit: 'Ya tienes el máximo de tarjetas guardadas.',

  enterCode: (length) => `Ingresa los ${length} dígitos del código de seguridad.`,
  checkCode: 'Revisa el código de seguridad.',
  checkCard: 'No pudimos verificar la tarjeta. Revisa el código o usa {anotherCard}.',
  cardUnusable: 'Esta tarjeta ya no se puede usar. Usa {anotherCard}.',
  mercadoPagoFailed: 'No pudimos conectarnos con Mercado Pago. Revisa tu conexión o el bloqueador de anuncios.',
  checkConnection: 'Revisa tu conexión e inténtalo de nuevo.',
  notCharged: '{nothingCharged} {checkConnection}',
  signInAgain: 'Tu sesión terminó. Inicia sesión otra vez.',
  unavailable: 'Hubo un problema en la tienda. Inténtalo más tarde o usa otro medio de pago.',
  tryLater: 'Hubo un problema en la tienda. Inténtalo más tarde.',

  paid: 'Tu pago fue aprobado',
  noNeedToPay: 'No hace falta que pagues otra vez.',
  paymentPending: 'Tu pago está pendiente',
  waitForConfirmation: 'Espera la confirmación antes de pagar otra vez.',
  paymentChallenge: 'Tu banco necesita confirmar que eres tú',
  followBankSteps: 'Sigue los pasos de tu banco para terminar el pago.',
  paymentUnknown: 'No sabemos si el pago se hizo',
  lookBeforePaying: 'Revisa tu correo o tus compras antes de pagar otra vez.',
  paymentEnded: 'El pago no se completó',
  refusedPlain: 'No se pudo hacer el pago',
  tryAgainOrUseAnother: 'Inténtalo de nuevo o usa {anotherCard}.',

  codeRejected: 'El código no coincide con la tarjeta',
  dataRejected: 'Algún dato no coincide con la tarjeta',
  tryCodeAgain: (length, location) =>
    `{nothingCharged} Revisa los ${length} dígitos del ${location === 'front' ? 'frente' : 'reverso'} e inténtalo de nuevo.`,
  codeNeeded: 'Falta el código de seguridad',
  enterCodeToPay: (length, location) =>
    `{nothingCharged} Ingresa los ${length} dígitos del ${location === 'front' ? 'frente' : 'reverso'} para pagar.`,
  cardDataUnclear: 'Algún dato de la tarjeta no es correcto',
  tryCodeOrAnother: '{nothingCharged} Puede ser el código: escríbelo otra vez o usa {anotherCard}.',
  nothingCharged: 'No te cobramos nada.',
  attemptNotCharged: 'Este intento no se cobró.',
  checkDetails: 'Revisa los datos de la tarjeta, incluido el nombre.',
  insufficientFunds: 'La tarjeta no tiene saldo o límite suficiente',
  cardNotAccepted: 'Esta compra no se puede pagar con esta tarjeta',
  tooManyAttempts: 'Llegaste al límite de intentos con esta tarjeta',
  declined: 'El pago no fue aprobado',
  anotherCard: 'otra tarjeta',
  anotherCardOrMethod: 'otra tarjeta u otro medio de pago',
  useAnother: '{nothingCharged} Usa {anotherCardOrMethod}.',
  cardDataRejected: 'Los datos de esta tarjeta no son correctos',
  addCardAgain: '{nothingCharged} Usa {anotherCard} o agrega esta de nuevo.',
  bankRefused: 'Tu banco no autorizó el pago',
  callBank: '{nothingCharged} Llama a tu banco para autorizar el pago e inténtalo de nuevo, o usa {anotherCard}.',
  cardDisabled: 'Esta tarjeta no está activa',
  activateCard: '{nothingCharged} Llama a tu banco para activarla e inténtalo de nuevo, o usa {anotherCard}.',
  bankUnconfirmed: 'Tu banco no pudo confirmar el pago',
  confirmWithBank: '{nothingCharged} Inténtalo de nuevo y sigue los pasos de tu banco, o usa {anotherCard}.',
  installmentsRejected: 'La tarjeta no acepta esa cantidad de cuotas',
  chooseOtherInstallments: '{nothingCharged} Elige otra cantidad de cuotas e inténtalo de nuevo.',
  alreadyPaid: 'Parece que este pago ya se hizo',
  checkPurchases: 'No te cobramos de nuevo. Revisa si tu compra ya está hecha antes de pagar otra vez.',
  notProcessed: 'No pudimos procesar el pago',
  payAgain: '{attemptNotCharged} Inténtalo de nuevo en unos minutos o usa {anotherCard}.',

  anotherPayment: 'Hacer otro pago',
  alreadyPaidHere: 'Tu pago ya fue aprobado. Para pagar otra vez, usa el botón “Hacer otro pago”.',
  retypeCode: (length, location) =>
    `Para intentar otra vez, vuelve a escribir los ${length} dígitos del ${location === 'front' ? 'frente' : 'reverso'}.`,
};
