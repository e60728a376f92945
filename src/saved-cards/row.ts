import { html, nothing, type TemplateResult } from 'lit';
import { expiryStatus, formatExpiry } from '../card/expiry.js';
import type { SavedCard } from '../card/saved-card.js';
import { brandMark } from '../ui/brand-mark.js';
import { installmentsField } from '../installments/installments-field.js';
import { bankName } from './card-name.js';
import { codeBody } from './code-view.js';
import { faultNotice, sentenceAbout } from './fault-notice.js';
import { isAlone, isUsable, listed } from './selectors.js';
import type { Shown } from './state.js';
import { ADD_CARD_SLOT, type View } from './view.js';

/** One card. The label is spoken whole; what can be used is beside it, never inside. */
export function row(view: View, state: Shown, card: SavedCard): TemplateResult {
  const { parts } = view;
  const replacement = parts.replacement(view, state, card);
  if (replacement) return replacement;
  const isChosen = card === state.chosen;
  const isRefused = state.refused.has(card.id);
  const change = parts.body(view, state, card);
  // Together with a failed removal, which has a way forward.
  const more = isUnusablePressed(state, card)
    ? html`<p class="error" part="error">${sentenceAbout(view, state, card, view.messages.cardUnusable)}</p>
        ${change}`
    : change;
  const open =
    isChosen && !state.isPaid
      ? html`${codeBody(view, state, card)}
        ${installmentsField(view.messages, state.installments, view.on.installments)}`
      : undefined;
  return html`
    <div
      class="row ${isChosen ? 'chosen' : ''} ${isRefused ? 'unusable' : expiryStatus(card, view.now)}"
      part="card"
      data-card=${card.id}
    >
      <label class="summary">
        <input
          type="radio"
          name="card"
          .value=${card.id}
          .checked=${isChosen}
          aria-disabled=${state.isPaid || !isUsable(state, card, view.now)}
          aria-describedby=${isChosen && state.notice ? 'notice' : nothing}
        />
        ${cardFace(view, state, card)}
      </label>
      ${state.isPaid ? nothing : parts.actions(view, state, card)}
      ${open || more ? html`<div class="body">${open} ${more}</div>` : nothing}
    </div>
  `;
}

/** The shopper has just pressed this card, which cannot be paid with. */
const isUnusablePressed = ({ news }: Shown, card: SavedCard): boolean =>
  news?.word === 'cardUnusable' && news.card.id === card.id;

/** What a row is rendered from: a choice among many cards renders the two rows that it concerns. */
export const rowDependencies = (view: View, state: Shown, card: SavedCard): unknown[] => [
  card,
  view.messages,
  expiryStatus(card, view.now),
  view.brandImages,
  view.canChange,
  view.removable,
  state.isPaid,
  state.refused.has(card.id),
  state.changes.get(card.id),
  card.id === state.defaultCardId,
  // The chosen row shows most of the state, and so does one that was pressed: which other cards there are.
  (card === state.chosen || isUnusablePressed(state, card)) && [state, view.hasFrame],
];

/** Brand, digits, bank, expiry and badges. */
export function cardFace({ messages, now, brandImages }: View, state: Shown, card: SavedCard): TemplateResult {
  const expiry = expiryStatus(card, now);
  const date = formatExpiry(card);
  const bank = bankName(card);
  const isFar = expiry === 'expires';
  return html`
    ${brandMark(card.paymentMethod.id, brandImages ? card.paymentMethod.secureThumbnail : null)}
    <span class="text">
      <span class="name" part="label">
        ${card.paymentMethod.name}
        <span class="digits" aria-hidden="true"><span class="dots">••••</span> ${card.lastFourDigits}</span>
        <span class="spoken">${messages.endingIn(card.lastFourDigits)}</span>
      </span>
      <span class="details">
        ${bank && html`<span>${bank}</span>`}
        <span
          class=${isFar ? '' : `badge ${expiry === 'expired' ? 'danger' : 'warning'}`}
          part=${isFar ? 'expiry' : 'badge'}
          ?hidden=${!date}
          >${date && messages[expiry](date)}</span
        >
        ${state.refused.has(card.id) ? html`<span class="badge danger" part="badge">${messages.unusable}</span>` : nothing}
        ${
          card.id === state.defaultCardId
            ? html`<span class="badge" part="badge">${messages.defaultCard}</span>`
            : nothing
        }
      </span>
    </span>
  `;
}

const otherFace = ({ messages }: View, state: Shown) => html`
  <span class="plus" aria-hidden="true"></span>
  <span class="name" part="label"
    >${listed(state).length > 0 || state.listError ? messages.useAnotherCard : messages.newCard}</span
  >
`;

/** Rendered also where it is empty: what the parser, or a framework, puts into it later has to be noticed. */
export const addCardSlot = ({ on }: View): TemplateResult =>
  html`<slot name=${ADD_CARD_SLOT} @slotchange=${on.slotChanged}></slot>`;

/** The last choice: another card, typed into the form of the slot. */
export const otherRow = (view: View, state: Shown): TemplateResult => html`
  <div class="row other ${state.isOther ? 'chosen' : ''}" part="card">
    ${
      isAlone(state)
        ? html`<span class="summary">${otherFace(view, state)}</span>`
        : html`<label class="summary"
            ><input
              type="radio"
              name="card"
              value=""
              .checked=${state.isOther}
              aria-disabled=${state.isPaid}
              aria-describedby=${state.isOther && state.notice ? 'notice' : nothing}
            />
            ${otherFace(view, state)}</label
          >`
    }
    <div class="body" ?hidden=${!state.isOther || (state.isPaid && state.form.state === 'paid')}>
      ${state.isOther && state.notice ? faultNotice(view, state, state.notice) : nothing} ${addCardSlot(view)}
    </div>
  </div>
`;
