import type { CardListSettings } from '../core/card-list-link.js';

/** The element's own attributes and properties. */
export interface OwnSettings extends Omit<CardListSettings, 'mode' | 'messages'> {
  readonly intent?: Intent;
}

/** `save`: the card goes to the shop. `pay`: the page gets a token to pay with. */
export type Intent = 'save' | 'pay';

export interface Settings extends Omit<CardListSettings, 'messages'> {
  readonly intent: Intent;
  /** "Use another card" of a list opens and closes the form. */
  readonly isDriven: boolean;
}

/** The element's own settings, and its list's where it has none. */
export function effectiveSettings(own: OwnSettings, list: CardListSettings | undefined, isSlotted: boolean): Settings {
  const isDriven = isSlotted && list?.mode === 'pay';
  return {
    publicKey: own.publicKey || list?.publicKey || '',
    endpoint: own.endpoint || list?.endpoint || '',
    locale: own.locale || list?.locale || '',
    requestHeaders: own.requestHeaders ?? list?.requestHeaders,
    requestInit: own.requestInit ?? list?.requestInit,
    fetch: own.fetch ?? list?.fetch,
    amount: [own.amount, list?.amount].find(isGiven) ?? '',
    maxInstallments: own.maxInstallments ?? list?.maxInstallments,
    mode: list?.mode ?? 'pay',
    name: own.name || list?.name || '',
    disabled: own.disabled || (isSlotted && !!list?.disabled),
    // An attribute may be anything.
    intent: own.intent === 'pay' || (isDriven && own.intent !== 'save') ? 'pay' : 'save',
    isDriven,
  };
}

/** An amount of 0 is given, and wrong. An attribute that was taken away is `null`. */
export const isGiven = (amount: string | number | null | undefined): boolean => (amount ?? '') !== '';
