import { initialChoice } from '../card/choice.js';
import { decodeCards } from '../card/decode.js';
import type { CardList, SavedCard } from '../card/saved-card.js';
import { MpError, asMpError } from '../errors.js';
import { listCards } from '../merchant/client.js';
import { merchantEndpoint } from '../ui/merchant-endpoint.js';
import { isLeaving } from './change-state.js';
import { listed } from './derived.js';
import { CardsReadyEvent } from './events.js';
import type { Session } from './session.js';
import type { Choice } from './state.js';

/** Brings the cards into the list, from the page or from the shop, with what is chosen before the shopper acts. */
export class ListLoader {
  readonly #session: Session;
  #request = new AbortController();
  /** What was chosen when the list came: a reset goes back to it. */
  first: Choice = { card: null };

  constructor(session: Session) {
    this.#session = session;
  }

  /** Takes the cards that were given, or asks for them. */
  load(): void {
    void this.#list(this.#session.element.cards);
  }

  /** Asks for the cards again, also when some were given. */
  reload(): void {
    const { endpoint, cards } = this.#session.element;
    void this.#list(endpoint ? undefined : cards);
  }

  /** What is chosen before the shopper acts; a reset will go back to it. */
  chooseFirst(cards: readonly SavedCard[]): Choice {
    this.first = this.#firstChoice(cards);
    return this.first;
  }

  async #list(given: unknown): Promise<void> {
    const { store, payment, removal, element, isManaging, hasBox } = this.#session;
    this.#request.abort();
    removal.flush();
    const { signal } = (this.#request = new AbortController());
    store.dispatch({ type: 'load' });
    payment.close();
    if (hasBox && !isManaging) payment.warmUp();
    try {
      // What stands inside the element is still to come.
      if (given && document.readyState === 'loading') await once(document, 'DOMContentLoaded');
      if (signal.aborted) return;
      this.#show(given ? decodeCards(given) : await listCards(merchantEndpoint(element), signal));
    } catch (cause) {
      if (signal.aborted) return;
      const error = asMpError(cause) ?? new MpError('protocol', 'The cards could not be read.', { cause });
      store.dispatch({ type: 'list-failed', error });
      this.#session.reportError(error, 'list');
    }
  }

  #show(list: CardList): void {
    const { store, element, isManaging, refusals } = this.#session;
    const { cardId, statusDetail } = element;
    const { card, isOther = false } = this.chooseFirst(list.cards);
    store.dispatch({ type: 'list', list, chosen: card, isOther });
    const { state } = store;
    const { chosen } = this.#session;
    if (!isManaging) element.cardId = chosen?.id ?? null;
    // What was refused with another card says nothing about this one.
    const refusal = chosen && chosen.id !== cardId ? '' : statusDetail;
    void element.updateComplete.then(() => {
      element.dispatchEvent(new CardsReadyEvent(state.status === 'shown' ? listed(state) : [], chosen?.id ?? null));
      void this.#session.openChosen(false);
      refusals.listShown(refusal);
    });
  }

  #firstChoice(cards: readonly SavedCard[]): Choice {
    const { store, element, isManaging, other } = this.#session;
    const { cardId, noPreselect, statusDetail } = element;
    if (isManaging) return { card: null };
    // A refusal that names no card is about a new one.
    if (statusDetail && !cardId && other.isOffered) return { card: null, isOther: true };
    const staying = cards.filter((card) => !isLeaving(store.state, card));
    const card = initialChoice(staying, cardId, new Date(), noPreselect);
    return { card, isOther: !card && !noPreselect && other.isOffered };
  }
}

const once = (target: EventTarget, type: string): Promise<unknown> =>
  new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
