import type { FormMessages } from '../messages.js';
import { es as shared } from '../shared/es.js';

/** Spanish without regional forms, with "tú". */
export const es: FormMessages = {
  ...shared,
  addCard: 'Agregar tarjeta',
  newCard: 'Tarjeta de crédito o débito',
  saveCard: 'Guardar tarjeta',
  saving: 'Guardando tu tarjeta…',
  cancel: 'Cancelar',
  cardNumber: 'Número de tarjeta',
  expirationDate: 'Vencimiento',
  expirationPlaceholder: 'MM/AA',
  cardholderName: 'Nombre como aparece en la tarjeta',
  identificationType: 'Documento del titular',
  identificationNumber: 'Número de documento',
  issuer: 'Banco',
  chooseOption: 'Elegir',
  saveCardBox: 'Guardar esta tarjeta para la próxima compra',
  trust: 'Mercado Pago recibe el número y el código. Esta tienda no los ve.',
  brandUnknown: 'No reconocemos este número. Si es correcto, puedes continuar.',
  lookupFailed: 'No pudimos reconocer la tarjeta. Puedes continuar.',
  saveFirst: 'Primero guarda la tarjeta.',

  enterNumber: 'Ingresa el número de la tarjeta.',
  enterExpiration: 'Ingresa el mes y el año de vencimiento.',
  enterName: 'Ingresa el nombre como aparece en la tarjeta.',
  nameLetters: 'Usa solo letras en el nombre.',
  enterIdentification: 'Ingresa el número de documento.',
  wrongIdentification: (name, amount, hasLetters) =>
    `El número de ${name || 'documento'} tiene ${amount} ${hasLetters ? 'letras o dígitos' : 'dígitos'}.`,
  // "o" turns into "u" before ocho and once.
  range: (from, to) =>
    to - from === 1 ? `${from} ${to === 8 || to === 11 ? 'u' : 'o'} ${to}` : `entre ${from} y ${to}`,
  chooseIssuer: 'Elige el banco de tu tarjeta.',

  newCardRefused: 'No pudimos usar esta tarjeta. Revisa los datos o prueba con otra.',
  newCardUnrecognized: 'No reconocimos la tarjeta. Revisa el número y el banco.',
  checkIdentification: 'Revisa el tipo y el número de documento.',
  saveUnknown: 'No sabemos si la tarjeta se guardó. Intenta guardarla de nuevo: no se guardará dos veces.',
  paymentUnaffected: 'Esto no afecta tu pago.',
};
