import type { Messages, SharedMessages } from './messages.js';

/** The words of an element, one table for each language and for each region with words of its own. */
export interface Languages<Words> {
  readonly en: Words;
  readonly es: Words;
  readonly esAr: Words;
  readonly esMx: Words;
  readonly pt: Words;
}

type Language = keyof Languages<unknown>;

/** The locales that MercadoPago.js takes, with our language for each. */
const LOCALES = {
  'en-US': 'en',
  'pt-BR': 'pt',
  'es-MX': 'esMx',
  'es-CL': 'es',
  'es-CO': 'es',
  'es-PE': 'es',
  'es-VE': 'es',
  'es-AR': 'esAr',
  'es-UY': 'esAr',
} satisfies Record<string, Language>;

export type SdkLocale = keyof typeof LOCALES;

/** A language to speak: the SDK's name of it and our words. */
export interface Locale<Words = SharedMessages> {
  readonly sdkLocale: SdkLocale;
  readonly messages: Words;
}

type Match = readonly [SdkLocale, Language];

/** What other regions of a language are served with: the SDK must have one of its own, our words need none. */
const OTHER_REGIONS: readonly Match[] = [
  ['en-US', 'en'],
  ['pt-BR', 'pt'],
  ['es-MX', 'es'],
];

const REGIONS = Object.entries(LOCALES) as [SdkLocale, Language][];

function matchTag(tag: string): Match | undefined {
  const [language = '', region] = tag.toLowerCase().split(/[-_]/);
  return (
    REGIONS.find(([locale]) => locale.toLowerCase() === `${language}-${region}`) ??
    OTHER_REGIONS.find(([locale]) => locale.startsWith(`${language}-`))
  );
}

/**
 * The first of the wanted language tags that we speak, otherwise English. A region decides when the SDK has it;
 * other Spanish is the neutral one, other Portuguese Brazil's.
 */
export function matchLocale<Words>(
  wanted: readonly (string | null | undefined)[],
  languages: Languages<Words>,
): Locale<Words> {
  const [sdkLocale, language] = wanted.map((tag) => matchTag(tag ?? '')).find(Boolean) ?? ['en-US', 'en'];
  return { sdkLocale, messages: languages[language] };
}

/** Single words and sentences of the page, in place of ours. */
export type OwnMessages = Partial<Messages> | null | undefined;

/** With the page's own sentences; one that is not of the kind that is needed would break the sentence's place. */
export function withMessages<Words extends SharedMessages>(locale: Locale<Words>, own: OwnMessages): Locale<Words> {
  const { messages } = locale;
  const fitting = Object.entries(own ?? {}).filter(
    ([key, value]) => typeof value === typeof messages[key as keyof Words],
  );
  return fitting.length > 0 ? { ...locale, messages: { ...messages, ...Object.fromEntries(fitting) } } : locale;
}

/**
 * Picks the locale of one element, with the page's sentences; later ones win. The result is the same object as long as
 * the language and the page's objects are the same, so that a template can compare it.
 */
export function localePicker<Words extends SharedMessages>(languages: () => Languages<Words>) {
  let locale: Locale<Words>;
  let before: readonly unknown[] = [];
  return (wanted: readonly (string | null | undefined)[], ...own: readonly OwnMessages[]): Locale<Words> => {
    const match = matchLocale(wanted, languages());
    const now = [match.sdkLocale, match.messages, ...own];
    if (now.some((part, index) => part !== before[index]))
      locale = withMessages(match, Object.assign({}, ...own) as OwnMessages);
    before = now;
    return locale;
  };
}
