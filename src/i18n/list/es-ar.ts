import type { ListMessages } from '../messages.js';
import { esAr as shared } from '../shared/es-ar.js';
import { es } from './es.js';

/** Spanish of Argentina and Uruguay: what speaks to the shopper with "vos", and what cards are called there. */
export const esAr: ListMessages = {
  ...es,
  ...shared,
  emptyManage: 'Acá vas a ver las tarjetas que guardes.',

  chooseCard: 'Elegí una tarjeta.',
  noUsableCard: 'No tenés tarjetas que se puedan usar. Usá otro medio de pago.',
  listUnavailable: 'Hubo un problema en la tienda. Reintentá o pagá con otra tarjeta.',

  retryWithoutCode: 'Si el pago no se hizo, podés intentarlo otra vez.',
};
