/** Where hours are written from 0 to 23, which the data of these locales do not have: "22:34", and not "10:34 p. m.". */
const WITH_24_HOURS = ['es-AR', 'es-CL', 'es-UY'];

/** A day and a time of day, each as the locale writes it by itself. */
export function formatMoment(moment: Date | number, locale: string): string {
  const hourCycle = WITH_24_HOURS.includes(locale) ? ({ hourCycle: 'h23' } as const) : {};
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...hourCycle });
  return `${day.format(moment)}, ${time.format(moment)}`;
}
