import type { Languages } from '../locale.js';
import type { FormMessages } from '../messages.js';
import { en } from './en.js';
import { esAr } from './es-ar.js';
import { esMx } from './es-mx.js';
import { es } from './es.js';
import { pt } from './pt.js';

/** The words of `<mp-add-card>`, in every language. */
export const formLanguages: Languages<FormMessages> = { en, es, esAr, esMx, pt };
