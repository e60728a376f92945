import { initialChoice } from '../card/initial-choice.js';
import { decodeCards } from '../card/decode.js';
import type { CardList, SavedCard } from '../card/saved-card.js';
import { MpError, asMpError } from '../errors.js';
import { listCards } from '../merchant/client.js';
import { merchantEndpoint } from '../core/merchant-endpoint.js';
import { isLeaving } from './change-state.js';
import { listed, withMended } from './derived.js';
import { CardsReadyEvent } from './events.js';
import type { Session } from './session.js';
import { isChoice, type Choice, type State } from './state.js';

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
    const { cards } = this.#session.element;
    if (!this.#replaces(cards)) void this.#list(cards);
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
    // A card that is being typed, because the list did not come, is not lost to another attempt.
    const isInPlace = listError(store.state) && this.#session.isOther;
    if (!isInPlace) {
      store.dispatch({ type: 'load' });
      payment.close();
    }
    if (hasBox && !isManaging) payment.warmUp();
    try {
      // What stands inside the element is still to come.
      if (given && document.readyState === 'loading') await once(document, 'DOMContentLoaded');
      if (signal.aborted) return;
      this.#show(given ? decodeCards(given) : await listCards(merchantEndpoint(element), signal));
    } catch (cause) {
      if (signal.aborted) return;
      const error = asMpError(cause) ?? new MpError('protocol', 'The cards could not be read.', { cause });
      const { statusDetail, cardId } = element;
      const hasOther = !isManaging && this.#session.other.isOffered;
      const isOther = statusDetail !== '' && !cardId;
      const isShown = store.dispatch({ type: 'list-failed', error, hasOther, isOther }) && hasOther;
      this.#session.reportError(error, 'list');
      if (!isShown) return;
      await element.updateComplete;
      void this.#session.openChosen(false);
      this.#session.outcomes.listShown(statusDetail);
    }
  }

  /** Cards that are given while others are shown take their place at once: the shopper may be in the middle of typing. */
  #replaces(given: unknown): boolean {
    const { store } = this.#session;
    if (!given || store.state.status !== 'shown') return false;
    let list: CardList;
    try {
      list = decodeCards(given);
    } catch {
      return false; // told as that of any list
    }
    this.#show(withMended(list, store.state.chosen));
    return true;
  }

  #show(list: CardList): void {
    const { store, element, isManaging, outcomes } = this.#session;
    const { statusDetail } = element;
    const before = store.state;
    const isNew = before.status !== 'shown';
    const { card, isOther = false } = this.#choiceIn(list.cards, isNew);
    const isKept = !isNew && isChoice(before, { card, isOther });
    store.dispatch({ type: 'list', list, chosen: card, isOther });
    const { state } = store;
    const { chosen } = this.#session;
    if (!isManaging) element.cardId = chosen?.id ?? null;
    void element.updateComplete.then(() => {
      element.dispatchEvent(new CardsReadyEvent(state.status === 'shown' ? listed(state) : [], chosen?.id ?? null));
      if (!isKept) void this.#session.openChosen(false);
      if (isNew) outcomes.listShown(statusDetail);
    });
  }

  /** What is chosen in the cards that came; a new card that is being typed goes on. */
  #choiceIn(cards: readonly SavedCard[], isNew: boolean): Choice {
    const { first } = this;
    const { isOther, element, other } = this.#session;
    const choice = this.chooseFirst(cards);
    if (!isNew && (!first.card || cards.some(({ id }) => id === first.card?.id))) this.first = first;
    return isOther && !element.cardId && other.isOffered ? { card: null, isOther } : choice;
  }

  #firstChoice(cards: readonly SavedCard[]): Choice {
    const { store, element, isManaging, other } = this.#session;
    const { cardId, noPreselect, statusDetail } = element;
    if (isManaging) return { card: null };
    // A refusal that names no card is about a new one.
    if (statusDetail && !cardId && other.isOffered) return { card: null, isOther: true };
    const staying = cards.filter((card) => !isLeaving(store.state, card));
    const usable = initialChoice(staying, cardId, new Date(), noPreselect);
    // What was refused with another card says nothing about this one: the shopper chooses anew.
    const card = statusDetail && cardId && usable?.id !== cardId ? null : usable;
    return { card, isOther: !usable && !noPreselect && other.isOffered };
  }
}

const listError = (state: State) => (state.status === 'shown' ? state.listError : undefined);

const once = (target: EventTarget, type: string): Promise<unknown> =>
  new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
