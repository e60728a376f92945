import type { FormMessages } from '../messages.js';
import { esAr as shared } from '../shared/es-ar.js';
import { es } from './es.js';

/** Spanish of Argentina and Uruguay: what speaks to the shopper with "vos", and what cards are called there. */
export const esAr: FormMessages = {
  ...es,
  ...shared,
  cardholderName: 'Nombre como figura en la tarjeta',
  brandUnknown: 'No reconocemos este número. Si es correcto, podés continuar.',
  lookupFailed: 'No pudimos reconocer la tarjeta. Podés continuar.',
  saveFirst: 'Primero guardá la tarjeta.',

  enterNumber: 'Ingresá el número de la tarjeta.',
  enterExpiration: 'Ingresá el mes y el año de vencimiento.',
  enterName: 'Ingresá el nombre como figura en la tarjeta.',
  nameLetters: 'Usá solo letras en el nombre.',
  enterIdentification: 'Ingresá el número de documento.',
  chooseIssuer: 'Elegí el banco de tu tarjeta.',

  newCardRefused: 'No pudimos usar esta tarjeta. Revisá los datos o probá con otra.',
  newCardUnrecognized: 'No reconocimos la tarjeta. Revisá el número y el banco.',
  checkIdentification: 'Revisá el tipo y el número de documento.',
  saveUnknown: 'No sabemos si la tarjeta se guardó. Intentá guardarla de nuevo: no se guardará dos veces.',
};
