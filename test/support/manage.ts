import { html } from '@open-wc/testing';
import type { Clock } from '@sinonjs/fake-timers';
import { driveTime } from './clock.js';
import { ScriptedMerchant } from './merchant.js';
import { esAr } from './messages.js';
import { mount, nextKey, type SavedCards } from './saved-cards-harness.js';

/** The accessible names of the cards in `cards.ts`. */
export const NAMES = {
  visa: `Visa ${esAr.endingIn('3704')}`,
  mastercard: `Mastercard ${esAr.endingIn('0604')}`,
  amex: `American Express ${esAr.endingIn('7522')}`,
  expired: `Mastercard Débito ${esAr.endingIn('3304')}`,
};

export interface ManageOptions {
  mode?: 'pay' | 'manage';
  removable?: boolean;
  noPreselect?: boolean;
  required?: boolean;
  endpoint?: string;
  content?: unknown;
}

/** A list with a scripted endpoint, on a page with a fake clock. */
export class ManagedPage {
  readonly widget: SavedCards;
  readonly shop: ScriptedMerchant;
  readonly clock: Clock;

  constructor(widget: SavedCards, shop: ScriptedMerchant, clock: Clock) {
    this.widget = widget;
    this.shop = shop;
    this.clock = clock;
  }

  readonly remove = (name: string): Promise<void> => this.widget.pressButton(esAr.removeNamed(name));

  readonly undo = (): Promise<void> => this.widget.pressButton(esAr.undo);

  readonly makeDefault = (name: string): Promise<void> => this.widget.pressButton(esAr.makeDefaultNamed(name));

  /** Moves the focus to another part of the page. */
  readonly lookAway = async (): Promise<void> => {
    (this.widget.focused as HTMLElement | null)?.blur();
    await this.widget.settled();
  };

  /** Advances the clock, and waits until the shop's answers have arrived. */
  readonly pass = async (milliseconds: number): Promise<void> => {
    await this.clock.tickAsync(milliseconds);
    await this.widget.settled();
  };

  /** Has to be the last check of a test, since axe needs real timers. */
  readonly expectAccessible = (): Promise<void> => {
    this.clock.uninstall();
    return this.widget.expectAccessible();
  };
}

export async function manage(
  cards: unknown,
  shop = new ScriptedMerchant().status(204),
  { mode = 'manage', removable, noPreselect, required, endpoint = '/api/cards', content }: ManageOptions = {},
): Promise<ManagedPage> {
  const widget = await mount(html`
    <mp-saved-cards
      locale="es-AR"
      mode=${mode}
      public-key=${mode === 'pay' ? nextKey() : ''}
      endpoint=${endpoint}
      ?removable=${removable}
      ?no-preselect=${noPreselect}
      ?required=${required}
      .fetch=${shop.fetch}
      .cards=${cards}
      >${content}</mp-saved-cards
    >
  `);
  await widget.events.times('cards-ready');
  if (mode === 'pay' && widget.element.selectedCard) await widget.ready();
  await widget.settled();
  return new ManagedPage(widget, shop, driveTime());
}
