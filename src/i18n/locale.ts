import { en } from './en.js';
import { esAr } from './es-ar.js';
import { es } from './es.js';
import type { Messages } from './messages.js';
import { pt } from './pt.js';

/**
 * The locales that MercadoPago.js takes, with our words for each. The first one of a language also serves regions that
 * are not in the table.
 */
const LOCALES = {
  'en-US': en,
  'pt-BR': pt,
  'es-MX': es,
  'es-CL': es,
  'es-CO': es,
  'es-PE': es,
  'es-VE': es,
  'es-AR': esAr,
  'es-UY': esAr,
} satisfies Record<string, Messages>;

export type SdkLocale = keyof typeof LOCALES;

/** A language to speak: the SDK's name of it and our words. */
export interface Locale {
  readonly sdkLocale: SdkLocale;
  readonly messages: Messages;
}

const SDK_LOCALES = Object.keys(LOCALES) as SdkLocale[];

function sdkLocaleOf(tag: string): SdkLocale | undefined {
  const [language = '', region] = tag.toLowerCase().split(/[-_]/);
  return (
    SDK_LOCALES.find((locale) => locale.toLowerCase() === `${language}-${region}`) ??
    SDK_LOCALES.find((locale) => locale.startsWith(`${language}-`))
  );
}

/**
 * The first of the wanted language tags that we speak, otherwise English. A region decides when the SDK has it;
 * other Spanish is the neutral one, other Portuguese Brazil's.
 */
export function matchLocale(wanted: readonly (string | null | undefined)[]): Locale {
  const sdkLocale = wanted.map((tag) => sdkLocaleOf(tag ?? '')).find(Boolean) ?? 'en-US';
  return { sdkLocale, messages: LOCALES[sdkLocale] };
}
