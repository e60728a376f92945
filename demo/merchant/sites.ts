/** What differs from country to country in this shop: language, currency and what its one product costs. */
interface Country {
  readonly locale: string;
  readonly currency: string;
  /** Units of money, not cents. Chile and Colombia pay without decimals. */
  readonly price: number;
  readonly decimals: 0 | 2;
}

const countries = {
  MLA: { locale: 'es-AR', currency: 'ARS', price: 12990, decimals: 2 },
  MLB: { locale: 'pt-BR', currency: 'BRL', price: 129.9, decimals: 2 },
  MLM: { locale: 'es-MX', currency: 'MXN', price: 649, decimals: 2 },
  MLC: { locale: 'es-CL', currency: 'CLP', price: 12990, decimals: 0 },
  MCO: { locale: 'es-CO', currency: 'COP', price: 58900, decimals: 0 },
  MPE: { locale: 'es-PE', currency: 'PEN', price: 89.9, decimals: 2 },
  MLU: { locale: 'es-UY', currency: 'UYU', price: 1290, decimals: 2 },
} as const satisfies Record<string, Country>;

/** A Mercado Pago country: `MLA` is Argentina, `MLB` Brazil … */
export type Site = keyof typeof countries;

export const sites = ['MLA', 'MLB', 'MLM', 'MLC', 'MCO', 'MPE', 'MLU'] as const satisfies readonly Site[];

export const countryOf = (site: Site): Country => countries[site];
