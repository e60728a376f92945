import { faultRecipe } from './faults.js';
import type { Settings } from './settings.js';
import type { CheckoutSettings } from './shop-server.js';

/** The attributes of `<mp-saved-cards>`; `true` is one without a value, `false` and `null` are not there. */
export type Attributes = Readonly<Record<string, string | boolean | null>>;

/** The integration that the settings ask for: what a shop would write into its page. */
export function attributesFor(settings: Settings, shop: CheckoutSettings): Attributes {
  const { publicKey = shop.publicKey, endpoint = '/api/cards' } = faultRecipe(settings.fault);
  return {
    'public-key': publicKey || null,
    endpoint: addressOf(endpoint, shop) || null,
    amount: shop.amount,
    locale: settings.locale === 'auto' ? null : settings.locale,
    required: settings.required,
    disabled: settings.disabled,
  };
}

const addressOf = (endpoint: string, { sandbox }: CheckoutSettings): string =>
  endpoint === '' || endpoint.startsWith('/') ? endpoint : `${sandbox?.origin ?? ''}/${endpoint}`;

/** Brings an element to these attributes, changing only what differs. */
export function applyAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== textOf(value)) element.setAttribute(name, textOf(value));
  }
}

/** The same as HTML, to be copied into a page of one's own. */
export function htmlOf(attributes: Attributes, payLabel: string): string {
  const written = Object.entries(attributes).flatMap(([name, value]) => {
    if (value === null || value === false) return [];
    return [value === true ? name : `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`];
  });
  return [
    '<form action="/checkout" method="post">',
    '  <mp-saved-cards',
    ...written.map((attribute) => `    ${attribute}`),
    '  ></mp-saved-cards>',
    `  <button>${payLabel}</button>`,
    '</form>',
  ].join('\n');
}

const textOf = (value: string | true): string => (value === true ? '' : value);
