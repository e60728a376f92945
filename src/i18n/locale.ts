import { en } from './en.js';
import { esAr } from './es-ar.js';
import { esMx } from './es-mx.js';
import { es } from './es.js';
import type { Messages } from './messages.js';
import { pt } from './pt.js';

/** The locales that MercadoPago.js takes, with our words for each. */
const LOCALES = {
  'en-US': en,
  'pt-BR': pt,
  'es-MX': esMx,
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

const ENGLISH: Locale = { sdkLocale: 'en-US', messages: en };

/** What other regions of a language are served with: the SDK must have one of its own, our words need none. */
const LANGUAGES: readonly Locale[] = [
  ENGLISH,
  { sdkLocale: 'pt-BR', messages: pt },
  { sdkLocale: 'es-MX', messages: es },
];

const SDK_LOCALES = Object.keys(LOCALES) as SdkLocale[];

function localeOf(tag: string): Locale | undefined {
  const [language = '', region] = tag.toLowerCase().split(/[-_]/);
  const sdkLocale = SDK_LOCALES.find((locale) => locale.toLowerCase() === `${language}-${region}`);
  if (sdkLocale) return { sdkLocale, messages: LOCALES[sdkLocale] };
  return LANGUAGES.find((locale) => locale.sdkLocale.startsWith(`${language}-`));
}

/**
 * The first of the wanted language tags that we speak, otherwise English. A region decides when the SDK has it;
 * other Spanish is the neutral one, other Portuguese Brazil's.
 */
export function matchLocale(wanted: readonly (string | null | undefined)[]): Locale {
  return wanted.map((tag) => localeOf(tag ?? '')).find(Boolean) ?? ENGLISH;
}

/** With the page's own sentences; one that is not of the kind that is needed would break the sentence's place. */
export function withMessages({ sdkLocale, messages }: Locale, own: Partial<Messages> | null | undefined): Locale {
  const fitting = Object.entries(own ?? {}).filter(
    ([key, value]) => typeof value === typeof messages[key as keyof Messages],
  );
  return { sdkLocale, messages: { ...messages, ...Object.fromEntries(fitting) } };
}
