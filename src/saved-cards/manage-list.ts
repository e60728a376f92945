import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { expiryStatus } from '../card/expiry.js';
import type { SavedCard } from '../card/saved-card.js';
import { actions, changeNotice, removedRow } from './changing.js';
import { listed, visibleCards } from './derived.js';
import { empty, showAll } from './list-parts.js';
import { addCardSlot, cardFace } from './row.js';
import type { Shown } from './state.js';
import type { View } from './view.js';

/** The cards to look after, and below them the form for a new one. */
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
  const change = state.changes.get(card.id);
  if (change?.status === 'undoable') return removedRow(view, card);
  const changeFailed = changeNotice(view, state, card);
  return html`
    <div class="row ${expiryStatus(card, view.now)}" part="card" role="listitem" tabindex="-1" data-card=${card.id}>
      <div class="summary">${cardFace(view, state, card)}</div>
      ${actions(view, state, card)} ${changeFailed ? html`<div class="body">${changeFailed}</div>` : nothing}
    </div>
  `;
}
