import { html, nothing, type TemplateResult } from 'lit';
import { expiryStatus } from '../../card/expiry.js';
import type { SavedCard } from '../../card/saved-card.js';
import { shopErrorMessage } from '../../i18n/error-message.js';
import type { ListMessages } from '../../i18n/messages.js';
import { notice } from '../../ui/notice.js';
import { failedChange, isLeaving, type News } from '../pending-changes.js';
import { shownName, spokenName } from '../card-name.js';
import type { Shown } from '../state.js';
import type { RowParts, View } from '../view.js';
import { manageList } from './manage-list.js';

/** In place of a card that was removed and may come back. */
const removedRow = ({ messages, on }: View, { setup }: Shown, card: SavedCard): TemplateResult => html`
  <div
    class="row removed"
    part="card"
    role=${setup.isManaging ? 'listitem' : nothing}
    data-card=${card.id}
    @pointerenter=${on.rowVisited}
    @pointerleave=${on.rowVisited}
    @focusin=${on.rowVisited}
    @focusout=${on.rowVisited}
  >
    <span class="text">
      <span aria-hidden="true">${messages.removed(shownName(card))}</span>
      <span class="spoken">${messages.removed(spokenName(messages, card))}</span>
    </span>
    <button type="button" class="link" part="action" @click=${() => on.undo(card)}>${messages.undo}</button>
  </div>
`;

/** The buttons next to a card's label. A change that failed is retried in its notice. */
function actions(view: View, state: Shown, card: SavedCard): TemplateResult | typeof nothing {
  const { messages, canChange, removable, now, on } = view;
  const { isManaging } = state.setup;
  const isExpired = expiryStatus(card, now) === 'expired';
  const change = state.changes.get(card.id);
  const failed = change && 'error' in change ? change.task : undefined;
  if (!canChange || isLeaving(state, card)) return nothing;
  const canBeDefault = isManaging && !isExpired && card.id !== state.defaultCardId && failed !== 'default';
  const canBeRemoved = (isManaging || removable || isExpired) && failed !== 'remove';
  if (!canBeDefault && !canBeRemoved) return nothing;
  const name = spokenName(messages, card);
  const button = (label: string, name: string, press: (card: SavedCard) => void, isBusy: boolean) => html`
    <button
      type="button"
      class="quiet"
      part="action"
      aria-label=${name}
      aria-busy=${isBusy ? 'true' : nothing}
      @click=${() => press(card)}
    >
      ${label}
    </button>
  `;
  const isBusy = change?.status === 'under-way';
  return html`
    <div class="actions">
      ${canBeDefault ? button(messages.makeDefault, messages.makeDefaultNamed(name), on.makeDefault, isBusy) : nothing}
      ${canBeRemoved ? button(messages.remove, messages.removeNamed(name), on.remove, false) : nothing}
    </div>
  `;
}

/** Why the shop did not change the card, and another attempt. */
function changeNotice({ messages, on }: View, state: Shown, card: SavedCard): TemplateResult | undefined {
  const change = state.changes.get(card.id);
  if (!change || !('error' in change) || !change.error) return undefined;
  const { task, error, status } = change;
  const retry = task === 'remove' ? on.remove : on.makeDefault;
  return notice({
    title: messages[failedChange(task, error)],
    text: shopErrorMessage(messages, error.code, messages.tryLater),
    way: html`<button
      type="button"
      part="action"
      aria-busy=${status === 'under-way' ? 'true' : nothing}
      @click=${() => retry(card)}
    >
      ${messages.retry}
    </button>`,
  });
}

/** What happened to a card, for the live region. */
function newsText(messages: ListMessages, news: News): string {
  if ('error' in news)
    return `${messages[news.word]} ${shopErrorMessage(messages, news.error.code, messages.tryLater)}`;
  if (news.word === 'cardUnusable') return messages.cardUnusable;
  const text = messages[news.word](spokenName(messages, news.card));
  const instead = news.word === 'removed' && news.instead;
  return instead ? `${text}. ${messages.nowChosen(spokenName(messages, instead))}` : text;
}

/** What managing cards adds to the rows of the list. */
export const manageRows: RowParts = {
  replacement: (view, state, card) =>
    state.changes.get(card.id)?.status === 'undoable' ? removedRow(view, state, card) : undefined,
  actions,
  body: changeNotice,
  news: newsText,
  list: manageList,
};
