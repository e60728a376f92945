import { english } from './en.js';
import { spanish } from './es.js';
import { portuguese } from './pt.js';
import type { AccountWords } from './words.js';

/** The words of the account page in this language; Spanish when there are none. */
export function accountWordsFor(locale: string): AccountWords {
  if (locale.startsWith('pt')) return portuguese;
  return locale.startsWith('en') ? english : spanish;
}
