import type { ChallengeMessages } from '../messages.js';
import { esMx as shared } from '../shared/es-mx.js';
import { es } from './es.js';

/** Spanish of Mexico. */
export const esMx: ChallengeMessages = { ...es, ...shared };
