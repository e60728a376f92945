import { faultRecipe } from './faults.js';
import type { Settings } from './settings.js';
import type { CheckoutSettings } from './shop-server.js';

/** Attributes of an element; `true` is one without a value, `false` and `null` are not there. */
export type Attributes = Readonly<Record<string, string | boolean | null>>;

/** What a shop writes into its page: an element with others inside. */
export interface Markup {
  readonly tag: 'mp-saved-cards' | 'mp-add-card';
  readonly attributes: Attributes;
  readonly children: readonly Markup[];
}

/** As the chosen card: "use another card". No attribute chooses it. */
export const OTHER = 'other';

/** The integration that the settings ask for. */
export function integrationFor(settings: Settings, shop: CheckoutSettings): Markup {
  const { show } = settings;
  const { otherPublicKey } = faultRecipe(settings.fault);
  if (show === 'save' || show === 'pay') {
    const own: Attributes = { intent: show, open: true, ...shared(settings, shop) };
    return { tag: 'mp-add-card', attributes: own, children: [] };
  }
  const slotted: Attributes = { slot: 'add-card', 'public-key': otherPublicKey ?? null };
  return {
    tag: 'mp-saved-cards',
    attributes: {
      ...shared(settings, shop),
      mode: settings.mode === 'pay' ? null : settings.mode,
      removable: settings.removable,
      'no-preselect': !settings.preselect,
      'card-id': settings.card === OTHER ? null : settings.card || null,
      'code-focus': settings.codeFocus ? 'pointer' : null,
      required: settings.required,
    },
    children: show === 'both' ? [{ tag: 'mp-add-card', attributes: slotted, children: [] }] : [],
  };
}

/** What both elements take. */
function shared(settings: Settings, shop: CheckoutSettings): Attributes {
  const recipe = faultRecipe(settings.fault);
  const { publicKey = shop.publicKey, endpoint = '/api/cards', amount = shop.amount } = recipe;
  return {
    'public-key': publicKey || null,
    endpoint: endpoint || null,
    amount: settings.amount ? amount : null,
    locale: settings.locale === 'auto' ? null : settings.locale,
    name: settings.prefix ? 'card' : null,
    disabled: settings.disabled,
  };
}

/** Whether the page pays with what it shows. */
export const isPaying = ({ show, mode }: Settings): boolean => show === 'pay' || (show !== 'save' && mode === 'pay');

/** Updates an element and those inside it to match the markup, changing only what differs. */
export function applyMarkup(element: Element, { attributes, children }: Markup): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== textOf(value)) element.setAttribute(name, textOf(value));
  }
  for (const child of children) {
    const inner = element.querySelector(child.tag) ?? document.createElement(child.tag);
    applyMarkup(inner, child);
    if (!inner.parentElement) element.append(inner);
  }
}

const textOf = (value: string | true): string => (value === true ? '' : value);
