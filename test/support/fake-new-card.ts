import { TokenReadyEvent, type SavedCard, type TokenDetail } from '../../src/elements.js';
import { lease } from '../../src/mercadopago/lease.js';
import { NO_ATTEMPTS, type Attempts } from '../../src/core/attempts.js';
import {
  CARD_LIST,
  type CardListElement,
  type NewCardFacts,
  type NewCardLink,
  type NewCardState,
} from '../../src/core/card-list-link.js';
import type { InvalidationReason } from '../../src/core/events.js';

export const NEW_CARD_TOKEN: TokenDetail = {
  token: 'a-token-of-a-new-card',
  cardId: null,
  paymentMethodId: 'visa',
  paymentTypeId: 'credit_card',
  issuerId: '310',
  installments: 1,
  lastFourDigits: '9999',
  expiresAt: '2099-01-01T00:00:00.000Z',
  saveCard: false,
};

/** A fake form for a new card, as the list uses it: records calls of the list, and a test can emit its changes. */
export class FakeNewCard extends HTMLElement implements NewCardLink {
  readonly isSlotted = true;
  state: NewCardState = 'closed';
  complete = false;
  /** The arguments of every call of `show`: open or not, by the shopper or not. */
  readonly shown: { isOpen: boolean; byShopper: boolean }[] = [];
  readonly dropped: string[] = [];
  settingsChanges = 0;
  focused = 0;
  resets = 0;
  tokens = 0;
  failure: Error | undefined;
  #attempts = NO_ATTEMPTS;
  #leave: (() => void) | undefined;

  get list(): CardListElement {
    const list = this.closest('mp-saved-cards');
    if (!list) throw new Error('The form is in no list');
    return list;
  }

  get isOpen(): boolean {
    return this.shown.at(-1)?.isOpen ?? false;
  }

  connectedCallback(): void {
    this.#leave = this.list[CARD_LIST].join(this);
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }

  settingsChanged(): void {
    this.settingsChanges++;
  }

  show(isOpen: boolean, byShopper: boolean): void {
    this.shown.push({ isOpen, byShopper });
    this.become(isOpen ? 'ready' : 'closed', this.complete);
  }

  tokenize(): Promise<TokenDetail> {
    if (this.failure) return Promise.reject(this.failure);
    this.tokens++;
    this.#attempt({ ...NO_ATTEMPTS, token: NEW_CARD_TOKEN.token });
    this.become('tokenized', true);
    this.dispatchEvent(new TokenReadyEvent(NEW_CARD_TOKEN));
    return Promise.resolve(NEW_CARD_TOKEN);
  }

  dropToken(reason: InvalidationReason): void {
    this.dropped.push(reason);
    this.#attempt({ ...this.#attempts, end: reason });
    this.become('ready', true);
  }

  codeRule: NewCardFacts['codeRule'];
  /** The fields to correct after a declined payment. */
  readonly corrected: (string | null)[] = [];
  payments = 0;
  codesCleared = 0;

  clearCode(): void {
    this.codesCleared++;
  }

  correct(field: string | null): Promise<void> {
    this.corrected.push(field);
    return Promise.resolve();
  }

  paid(): void {
    this.payments++;
    this.become('paid', false);
  }

  reset(): void {
    this.resets++;
  }

  override focus(): void {
    this.focused++;
  }

  /** Acts as if the shopper typed or Mercado Pago answered. */
  become(state: NewCardState, complete: boolean): void {
    this.state = state;
    this.complete = complete;
    this.list[CARD_LIST].formChanged({ state, complete, codeRule: this.codeRule });
  }

  #attempt(after: Attempts): void {
    this.list[CARD_LIST].formAttempts(this.#attempts, after);
    this.#attempts = after;
  }

  /** Takes the Secure Fields, as an open form does. */
  takeFields(publicKey: string): void {
    const isConnected = () => this.isConnected;
    lease.take(
      {
        publicKey,
        get isConnected() {
          return isConnected();
        },
        isBusy: () => false,
        onFieldsTaken: () => undefined,
        onFieldsFree: () => undefined,
      },
      true,
    );
  }

  /** Acts as if the shop had saved the card. */
  save(card: SavedCard): void {
    this.list[CARD_LIST].cardAdded(card);
  }
}
customElements.define('fake-new-card', FakeNewCard);
