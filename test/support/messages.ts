import { formLanguages } from '../../src/i18n/form/languages.js';
import { listLanguages } from '../../src/i18n/list/languages.js';
import { matchLocale as matchLocaleIn, type Languages, type Locale } from '../../src/i18n/locale.js';
import type { Messages } from '../../src/i18n/messages.js';

/** All words of each language: what the list and the form say together. */
export const en: Messages = { ...listLanguages.en, ...formLanguages.en };
export const es: Messages = { ...listLanguages.es, ...formLanguages.es };
export const esAr: Messages = { ...listLanguages.esAr, ...formLanguages.esAr };
export const esMx: Messages = { ...listLanguages.esMx, ...formLanguages.esMx };
export const pt: Messages = { ...listLanguages.pt, ...formLanguages.pt };

const languages: Languages<Messages> = { en, es, esAr, esMx, pt };

export const matchLocale = (wanted: readonly (string | null | undefined)[]): Locale<Messages> =>
  matchLocaleIn(wanted, languages);
