import type { Languages } from '../locale.js';
import type { ListMessages } from '../messages.js';
import { en } from './en.js';
import { esAr } from './es-ar.js';
import { esMx } from './es-mx.js';
import { es } from './es.js';
import { pt } from './pt.js';

/** The words of `<mp-saved-cards>`, in every language. */
export const listLanguages: Languages<ListMessages> = { en, es, esAr, esMx, pt };
