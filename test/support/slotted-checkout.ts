import { html } from '@open-wc/testing';
import type { MpSavedCardsElement } from '../../src/elements.js';
import { mountForm, savedVisa, type AddCard } from './add-card-harness.js';
import { mastercard, visa } from './cards.js';
import { EventLog } from './event-log.js';
import { ScriptedMerchant } from './merchant.js';
import { nextKey, SavedCards } from './saved-cards-harness.js';

export interface SlottedCheckout {
  readonly list: SavedCards;
  readonly card: AddCard;
  readonly log: EventLog;
  readonly form: HTMLFormElement;
  readonly pay: HTMLButtonElement;
  /** Chooses "use another card", whose fields are ready then. */
  chooseOther(): Promise<void>;
  /** The state of list and form. */
  states(): [list: string, form: string];
}

interface Options {
  readonly cards?: readonly unknown[];
  readonly shop?: ScriptedMerchant;
  readonly intent?: 'pay' | 'save';
}

/** A list with a form for a new card in its slot, on a page that posts by itself. */
export async function slottedCheckout({
  cards = [visa, mastercard],
  shop = new ScriptedMerchant().cards(savedVisa),
  intent = 'pay',
}: Options = {}): Promise<SlottedCheckout> {
  const log = new EventLog();
  const card = await mountForm(html`
    <form>
      <mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        endpoint="/cards"
        removable
        .cards=${cards}
        .fetch=${log.fetch(shop)}
      >
        <mp-add-card slot="add-card" intent=${intent}></mp-add-card>
      </mp-saved-cards>
      <button name="pay">Pay</button>
    </form>
  `);
  const form = card.page as HTMLFormElement;
  form.addEventListener('submit', (event) => event.preventDefault());
  const element = form.querySelector<MpSavedCardsElement>('mp-saved-cards')!;
  const list = new SavedCards(element, form, card.standIn, card.events, card.log);
  await list.ready();
  log.forget();
  return {
    list,
    card,
    log,
    form,
    pay: form.querySelector('button')!,
    chooseOther: async () => {
      list.radios.at(-1)?.focus();
      list.radios.at(-1)?.click();
      await list.settled();
      await card.ready();
    },
    states: () => [element.state, card.element.state],
  };
}
