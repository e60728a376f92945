import type { ChallengeMessages } from '../messages.js';
import { esAr as shared } from '../shared/es-ar.js';
import { es } from './es.js';

/** Spanish of Argentina and Uruguay: what speaks to the shopper with "vos". */
export const esAr: ChallengeMessages = {
  ...es,
  ...shared,
  bankSteps: 'Seguí los pasos de tu banco. Puede enviarte un código o pedirte que abras su app.',
  bankPageMissing: 'No podemos mostrar la página de tu banco. Abrila en otra pestaña: esperamos acá su respuesta.',
};
