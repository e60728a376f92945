import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { expiryStatus } from '../../card/expiry.js';
import type { SavedCard } from '../../card/saved-card.js';
import { empty, showAll } from '../list-parts.js';
import { addCardSlot, cardFace } from '../row.js';
import { listed, visibleCards } from '../selectors.js';
import type { Shown } from '../state.js';
import type { View } from '../view.js';

/** Cards that are managed, and below them the form for a new one. */
export const manageList = (view: View, state: Shown): TemplateResult =>
  listed(state).length === 0
    ? empty(view.messages.emptyManage, addCardSlot(view))
    : html`
        <div class="list" part="list">
          <div role="list" aria-label=${view.messages.heading}>
            ${repeat(
              visibleCards(state),
              ({ id }) => id,
              (card) => manageRow(view, state, card),
            )}
            ${showAll(view, state)}
          </div>
          ${addCardSlot(view)}
        </div>
      `;

/** A row has no radio: it takes the focus itself when the button that had it is gone. */
function manageRow(view: View, state: Shown, card: SavedCard): TemplateResult {
  const { replacement, actions, body } = view.parts;
  const more = body(view, state, card);
  return (
    replacement(view, state, card) ??
    html`
      <div class="row ${expiryStatus(card, view.now)}" part="card" role="listitem" tabindex="-1" data-card=${card.id}>
        <div class="summary">${cardFace(view, state, card)}</div>
        ${actions(view, state, card)} ${more ? html`<div class="body">${more}</div>` : nothing}
      </div>
    `
  );
}
