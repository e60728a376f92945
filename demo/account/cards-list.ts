import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AccountServer, Card, CardList } from './account-server.js';
import { confirm } from './confirm-dialog.js';
import { Errand } from './errand.js';
import { rescueFocus } from './focus.js';
import { ShopFault } from './shop-fault.js';
import type { AccountWords } from './words/words.js';

interface CardsParts {
  readonly place: HTMLElement;
  /** Takes the focus when no card is left. */
  readonly heading: HTMLElement;
  readonly server: AccountServer;
  readonly words: AccountWords;
}

const titleId = (card: Card) => `card-${card.id}`;

/** The customer's saved cards: each can be made the default, or removed. */
export class CardsList {
  readonly #parts: CardsParts;
  readonly #errand: Errand;
  #list: CardList | undefined;

  constructor(parts: CardsParts) {
    this.#parts = parts;
    this.#errand = new Errand(parts.words, () => this.#render());
  }

  load(): Promise<void> {
    const read = async () => {
      this.#list = await this.#parts.server.cards();
      return undefined;
    };
    return this.#errand.run(read, () => void this.load());
  }

  async #makeDefault(card: Card): Promise<void> {
    const { server, words } = this.#parts;
    await this.#errand.run(async () => {
      await this.#write(() => server.makeDefault(card.id));
      this.#list = { cards: this.#cards, default_card: card.id };
      return { tone: 'good', title: words.madeDefault(this.#nameOf(card)), text: '' };
    });
    rescueFocus(document.getElementById(titleId(card)));
  }

  async #remove(card: Card): Promise<void> {
    const { server, words, heading } = this.#parts;
    const name = this.#nameOf(card);
    if (this.#errand.isBusy || !(await confirm(words.removeQuestion(name)))) return;
    const index = this.#cards.indexOf(card);
    await this.#errand.run(async () => {
      await this.#write(() => server.removeCard(card.id));
      await this.#takeOut(card);
      return { tone: 'good', title: words.removed(name), text: '' };
    });
    const next = this.#cards[Math.min(index, this.#cards.length - 1)];
    rescueFocus(next ? document.getElementById(titleId(next)) : heading);
  }

  /** A card that the shop does not know any more is not shown any longer either. */
  async #write(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (error instanceof ShopFault && error.kind === 'gone') this.#list = await this.#parts.server.cards();
      throw error;
    }
  }

  /** Mercado Pago chooses the next default card, so the list is read again; it is no failure when that does not work. */
  async #takeOut(removed: Card): Promise<void> {
    const isDefault = this.#list?.default_card === removed.id;
    const cards = this.#cards.filter((card) => card !== removed);
    this.#list = { cards, default_card: isDefault ? null : (this.#list?.default_card ?? null) };
    if (!isDefault) return;
    try {
      this.#list = await this.#parts.server.cards();
    } catch (error) {
      if (!(error instanceof ShopFault)) throw error;
    }
  }

  get #cards(): readonly Card[] {
    return this.#list?.cards ?? [];
  }

  #nameOf(card: Card): string {
    return this.#parts.words.cardName(card.payment_method.name ?? card.payment_method.id, card.last_four_digits);
  }

  #render(): void {
    const { place, words } = this.#parts;
    const isEmpty = this.#list?.cards.length === 0;
    const list = html`<ul class="entries" role="list">
      ${repeat(
        this.#cards,
        (card) => card.id,
        (card) => this.#row(card),
      )}
    </ul>`;
    const empty = html`<p>${words.noCards.title} <span class="quiet">${words.noCards.text}</span></p>`;
    render(html`${this.#errand.template}${isEmpty ? empty : this.#list ? list : nothing}`, place);
  }

  #row(card: Card): TemplateResult {
    const { words } = this.#parts;
    const isBusy = String(this.#errand.isBusy);
    const title = titleId(card);
    const makeDefault = html`<button
      type="button"
      class="minor"
      id="default-${card.id}"
      aria-labelledby="default-${card.id} ${title}"
      aria-disabled=${isBusy}
      @click=${() => void this.#makeDefault(card)}
    >
      ${words.makeDefault}
    </button>`;
    return html`<li class="entry" data-card-id=${card.id}>
      <div class="line">
        <div class="facts">
          <h3 id=${title} tabindex="-1">${this.#nameOf(card)}</h3>
          <p class="quiet">${this.#expiryOf(card)}</p>
        </div>
        ${card.id === this.#list?.default_card ? html`<p class="badge">${words.isDefault}</p>` : nothing}
        <div class="actions">
          ${card.id === this.#list?.default_card ? nothing : makeDefault}
          <button
            type="button"
            class="minor danger"
            id="remove-${card.id}"
            aria-labelledby="remove-${card.id} ${title}"
            aria-disabled=${isBusy}
            @click=${() => void this.#remove(card)}
          >
            ${words.remove}
          </button>
        </div>
      </div>
    </li>`;
  }

  #expiryOf({ expiration_month: month, expiration_year: year }: Card): string {
    const { words } = this.#parts;
    const date = `${String(month).padStart(2, '0')}/${String(year).slice(-2)}`;
    // Months of `Date` start at 0: this is the first day on which the card is no longer valid.
    return new Date(year, month) <= new Date() ? words.expired(date) : words.expires(date);
  }
}
