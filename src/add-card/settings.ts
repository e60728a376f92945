import { SHARED_SETTINGS, type CardListSettings, type SharedSettings } from '../core/card-list-link.js';

/** The element's own attributes and properties. */
export interface OwnSettings extends SharedSettings {
  readonly intent?: Intent;
}

/** `save`: the card goes to the shop. `pay`: the page gets a token to pay with. */
export type Intent = 'save' | 'pay';

export interface Settings extends CardListSettings {
  readonly intent: Intent;
  /** "Use another card" of a list opens and closes the form. */
  readonly isDriven: boolean;
}

/** The element's own settings, and its list's where it has none. */
export function effectiveSettings(own: OwnSettings, list: CardListSettings | undefined, isSlotted: boolean): Settings {
  const isDriven = isSlotted && list?.mode === 'pay';
  const given = SHARED_SETTINGS.map((name) => [name, isGiven(own[name]) ? own[name] : (list?.[name] ?? own[name])]);
  return {
    ...(Object.fromEntries(given) as SharedSettings),
    mode: list?.mode ?? 'pay',
    disabled: own.disabled || (isSlotted && !!list?.disabled),
    // An attribute may be anything.
    intent: own.intent === 'pay' || (isDriven && own.intent !== 'save') ? 'pay' : 'save',
    isDriven,
  };
}

/** A setting of 0 is given, and may be wrong. An attribute that was taken away is `null`. */
export const isGiven = (setting: unknown): boolean => (setting ?? '') !== '';
