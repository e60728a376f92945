import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { asksToRetype, attemptsOf } from '../core/token-state.js';
import { again, notice, paidNotice } from '../ui/notice.js';
import { codeProblem, isAlone, isLeftIncomplete, listFault, listed, missingChoice, visibleCards } from './selectors.js';
import { bodyBones } from './code-view.js';
import { empty, showAll } from './list-parts.js';
import { faultNotice, listNotice, listReason, sentenceAbout, wordsOf } from './fault-notice.js';
import { addCardSlot, otherRow, row, rowDependencies } from './row.js';
import type { Shown } from './state.js';
import type { View } from './view.js';

export function widget(view: View): TemplateResult {
  const { state, messages, parts } = view;
  switch (state.status) {
    case 'loading':
      return skeleton(view);
    case 'failed':
      return html`<div class="list" part="list">${listNotice(view, state.error)}</div>`;
    case 'shown':
      if (state.setup.isManaging) return parts.list(view, state);
      return listed(state).length === 0 && !state.setup.hasOther
        ? empty(messages.empty, addCardSlot(view))
        : list(view, state);
  }
}

/** As high as the list will be with as many cards, so that what is below does not move. */
const skeleton = ({ messages, skeletonRows, hasInstallments, state: { setup } }: View) => html`
  <div class="list" part="list" aria-busy="true">
    <span class="spoken">${messages.loading}</span>
    ${[...' '.repeat(Math.max(0, skeletonRows || 0))].map(
      (_, index) => html`
        <div class="row">
          ${waiting}${index > 0 || setup.isManaging || setup.noPreselect ? nothing : bodyBones(messages, hasInstallments)}
        </div>
      `,
    )}
    ${setup.hasOther && !setup.isManaging ? html`<div class="row">${waiting}</div>` : nothing}
  </div>
`;

const waiting = html`<span class="waiting">
  <span class="bone dot"></span><span class="bone mark"></span>
  <span class="text"><span class="bone line"></span><span class="bone short line"></span></span>
</span>`;

const list = (view: View, state: Shown) => {
  const ofGroup = <Value>(value: Value) => (isAlone(state) ? nothing : value);
  return html`
    ${state.isPaid ? paidNotice(view.messages, state.blockedSubmits, view.on.payAgain) : nothing}
    ${state.listError ? listNotice(view, state.listError) : nothing}
    ${state.chosen || state.isOther || state.isPaid ? nothing : aboutNoChoice(view, state)}
    <div
      class="list"
      part="list"
      role=${ofGroup('radiogroup')}
      aria-label=${ofGroup(view.messages.heading)}
      aria-required=${ofGroup(view.required)}
      aria-disabled=${ofGroup(state.isPaid)}
      @change=${view.on.change}
      @click=${view.on.click}
      @keydown=${view.on.keyDown}
    >
      ${repeat(
        visibleCards(state),
        ({ id }) => id,
        (card) => guard(rowDependencies(view, state, card), () => row(view, state, card)),
      )}
      ${showAll(view, state)} ${state.setup.hasOther ? otherRow(view, state) : addCardSlot(view)}
    </div>
  `;
};

const aboutNoChoice = (view: View, state: Shown) => {
  if (state.notice) return faultNotice(view, state, state.notice);
  return state.isChecked && !state.listError
    ? notice({ text: view.messages[missingChoice(state, view.now)] })
    : nothing;
};

/** What the live region says: progress, or the fault that is shown. */
export function announcement(view: View): string {
  const { state, messages, now, parts } = view;
  if (state.status === 'loading') return messages.loading;
  const fault = listFault(state);
  if (fault) return `${messages.listFailed} ${listReason(view, fault)}`;
  if (state.status !== 'shown') return '';
  if (state.token.status === 'making') return messages.tokenizing;
  if (state.isPaid && state.blockedSubmits > 0) return again(messages.alreadyPaidHere, state.blockedSubmits);
  if (state.isPaid && !state.news) return messages.paid;
  if (state.news) return sentenceAbout(view, state, state.news.card, parts.news(messages, state.news));
  const length = state.chosen?.securityCode.length || 3;
  if (state.chosen && state.field.status === 'failed') return wordsOf(view, state, state.field.error).text;
  if (asksToRetype(state)) {
    const { mode, location } = state.chosen?.securityCode ?? { mode: 'mandatory', location: 'back' };
    const sentence = mode === 'mandatory' ? messages.retypeCode(length, location) : messages.retryWithoutCode;
    return again(sentence, attemptsOf(state));
  }
  if (state.notice) {
    const { title = '', text } = wordsOf(view, state, state.notice);
    return `${title && `${title}. `}${text}`;
  }
  if (state.isChecked && !state.chosen && !state.isOther) return messages[missingChoice(state, now)];
  if ((state.isChecked && codeProblem(state)) || isLeftIncomplete(state)) return messages.enterCode(length);
  return state.installments.offer.status === 'failed' ? messages.installmentsFailed : '';
}
