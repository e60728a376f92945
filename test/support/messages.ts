import { challengeLanguages } from '../../src/i18n/challenge/languages.js';
import { formLanguages } from '../../src/i18n/form/languages.js';
import { listLanguages } from '../../src/i18n/list/languages.js';
import { matchLocale as matchLocaleIn, type Languages, type Locale } from '../../src/i18n/locale.js';
import type { Messages } from '../../src/i18n/messages.js';

/** All words of each language: what the elements say together. */
export const en: Messages = { ...listLanguages.en, ...formLanguages.en, ...challengeLanguages.en };
export const es: Messages = { ...listLanguages.es, ...formLanguages.es, ...challengeLanguages.es };
export const esAr: Messages = { ...listLanguages.esAr, ...formLanguages.esAr, ...challengeLanguages.esAr };
export const esMx: Messages = { ...listLanguages.esMx, ...formLanguages.esMx, ...challengeLanguages.esMx };
export const pt: Messages = { ...listLanguages.pt, ...formLanguages.pt, ...challengeLanguages.pt };

const languages: Languages<Messages> = { en, es, esAr, esMx, pt };

export const matchLocale = (wanted: readonly (string | null | undefined)[]): Locale<Messages> =>
  matchLocaleIn(wanted, languages);
