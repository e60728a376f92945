import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RawCard } from '../../demo/gallery/cards.js';
import { MpSavedCardsElement } from '../../src/elements.js';
import { brandMark } from '../../src/ui/brand-mark.js';
import { cardSideIcon } from '../../src/ui/card-side-icon.js';

/**
 * The same rows as a Lit element with two properties and nothing else: what Lit costs, and so the limit of what ours can
 * reach. Its markup is that of `src/saved-cards`; the bench stops when the two differ.
 */
export class LitList extends LitElement {
  static override readonly properties = { cards: { attribute: false }, chosen: { attribute: false } };
  static override readonly styles = MpSavedCardsElement.elementStyles;

  declare cards: readonly RawCard[];
  declare chosen: number;

  constructor() {
    super();
    this.cards = [];
    this.chosen = 0;
  }

  protected override render(): TemplateResult {
    return html`<div class="list" role="radiogroup" @keydown=${this.#handleKey}>
      ${repeat(
        this.cards,
        ({ id }) => id,
        (card, index) => row(card, index === this.chosen),
      )}
    </div>`;
  }

  async #handleKey(event: KeyboardEvent): Promise<void> {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.chosen = (this.chosen + 1) % this.cards.length;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('input:checked')?.focus();
  }
}

customElements.define('bench-lit-list', LitList);

const row = (card: RawCard & { readonly issuer?: { readonly name: string } }, isChosen: boolean) => html`
  <div class="row ${isChosen ? 'chosen' : ''}" part="card" data-card=${card.id}>
    <label class="summary">
      <input type="radio" name="card" .value=${card.id} .checked=${isChosen} aria-disabled="false" />
      ${brandMark(card.payment_method.id)}
      <span class="text">
        <span class="name" part="label">
          ${card.payment_method.name}
          <span class="digits" aria-hidden="true"><span class="dots">••••</span> ${card['last_four_digits']}</span>
          <span class="spoken">terminada en ${card['last_four_digits']}</span>
        </span>
        <span class="details">
          ${card.issuer && html`<span>${card.issuer.name}</span>`}
          <span part="expiry">Vence ${card['expiration_month']}/${String(card['expiration_year']).slice(-2)}</span>
        </span>
      </span>
    </label>
    ${isChosen ? body() : nothing}
  </div>
`;

const body = () => html`
  <div class="body">
    <div class="code" role="group" aria-labelledby="code-label" aria-describedby="code-hint code-error">
      <span class="field-label" id="code-label" part="field-label">Código de seguridad</span>
      <div class="frame" part="field" tabindex="-1" aria-busy="false"><slot name="securityCode"></slot></div>
      <span class="hint" id="code-hint">${cardSideIcon('back')} <span>3 dígitos, en el dorso de la tarjeta</span></span>
      <p class="error" id="code-error" part="error"></p>
    </div>
  </div>
`;
