import { en } from '../../src/i18n/en.js';
import { esAr } from '../../src/i18n/es-ar.js';
import { es } from '../../src/i18n/es.js';
import type { Messages } from '../../src/i18n/messages.js';
import { pt } from '../../src/i18n/pt.js';

export const languages: Readonly<Record<string, Messages>> = { es, 'es-AR': esAr, pt, en };

/** The arguments of every function, each unlike any word, so that a sentence that drops one is seen. */
const SAMPLES: Readonly<Record<string, readonly [number | string, ('back' | 'front')?]>> = {
  expires: ['07/29'],
  expiresSoon: ['07/29'],
  expiresThisMonth: ['07/29'],
  expired: ['07/29'],
  endingIn: ['0604'],
  codeHint: [4, 'front'],
  enterCode: [4],
};

/** Every sentence of a language as a shopper reads it. */
export function sentences(messages: Messages): Map<string, string> {
  const said = new Map<string, string>();
  for (const [key, words] of Object.entries(messages) as [string, string | ((...values: unknown[]) => string)][]) {
    said.set(key, typeof words === 'string' ? words : words(...(SAMPLES[key] ?? [])));
  }
  return said;
}
