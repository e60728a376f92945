import type { Languages } from '../locale.js';
import type { ChallengeMessages } from '../messages.js';
import { en } from './en.js';
import { esAr } from './es-ar.js';
import { esMx } from './es-mx.js';
import { es } from './es.js';
import { pt } from './pt.js';

/** The words of `<mp-payment-challenge>`, in every language. */
export const challengeLanguages: Languages<ChallengeMessages> = { en, es, esAr, esMx, pt };
