import { challengeLanguages } from '../../src/i18n/challenge/languages.js';
import { formLanguages } from '../../src/i18n/form/languages.js';
import { listLanguages } from '../../src/i18n/list/languages.js';
import { matchLocale as matchLocaleIn, type Languages, type Locale } from '../../src/i18n/locale.js';
import type { Messages } from '../../src/i18n/messages.js';
import { finished } from '../../src/i18n/outcome-message.js';

type Sentence = string | ((...values: unknown[]) => string);

/** All words of a language, what the elements say together, with the words that a sentence names in braces. */
function wordsOf(language: keyof Languages<Messages>): Messages {
  const words: Messages = { ...listLanguages[language], ...formLanguages[language], ...challengeLanguages[language] };
  const finish = ([key, sentence]: [string, Sentence]) => [
    key,
    typeof sentence === 'string'
      ? finished(words, sentence)
      : (...values: unknown[]) => finished(words, sentence(...values)),
  ];
  return Object.fromEntries((Object.entries(words) as [string, Sentence][]).map(finish)) as Messages;
}

export const en = wordsOf('en');
export const es = wordsOf('es');
export const esAr = wordsOf('esAr');
export const esMx = wordsOf('esMx');
export const pt = wordsOf('pt');

const languages: Languages<Messages> = { en, es, esAr, esMx, pt };

export const matchLocale = (wanted: readonly (string | null | undefined)[]): Locale<Messages> =>
  matchLocaleIn(wanted, languages);
