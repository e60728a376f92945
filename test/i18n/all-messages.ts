import type { Messages } from '../../src/i18n/messages.js';
import { en, es, esAr, esMx, pt } from '../support/messages.js';

export const languages: Readonly<Record<string, Messages>> = { es, 'es-AR': esAr, 'es-MX': esMx, pt, en };

/** What a text says about the money when nothing was charged. */
export const NOT_CHARGED: Readonly<Record<string, RegExp>> = {
  es: /cobr/i,
  'es-AR': /cobr/i,
  'es-MX': /cobr/i,
  pt: /cobr/i,
  en: /charge/i,
};

/** The arguments of every function, each unlike any word, so that a sentence that drops one is seen. */
export const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  expires: ['07/29'],
  expiresSoon: ['07/29'],
  expiresThisMonth: [],
  expired: ['07/29'],
  endingIn: ['0604'],
  showAll: [1000],
  makeDefaultNamed: ['Visa •••• 3704'],
  removeNamed: ['Visa •••• 3704'],
  removed: ['Visa •••• 3704'],
  restored: ['Visa •••• 3704'],
  defaultChanged: ['Visa •••• 3704'],
  nowChosen: ['Visa •••• 3704'],
  cardAdded: ['Visa •••• 3704'],
  codeHint: [4, 'front'],
  wrongIdentification: ['DNI', '7 u 8', false],
  range: [5, 20],
  enterCode: [4],
  tryCodeAgain: [4, 'front'],
  enterCodeToPay: [4, 'front'],
  retypeCode: [4, 'front'],
};

/** Every sentence of a language as a shopper reads it. */
export function sentences(messages: Messages): Map<string, string> {
  const said = new Map<string, string>();
  for (const [key, words] of Object.entries(messages) as [string, string | ((...values: unknown[]) => string)][]) {
    said.set(key, typeof words === 'string' ? words : words(...(SAMPLES[key] ?? [])));
  }
  return said;
}
