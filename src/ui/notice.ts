import { html, nothing, type TemplateResult } from 'lit';
import type { SharedMessages } from '../i18n/messages.js';

/** What a notice consists of: each part is shown where there is one. */
export interface Notice {
  readonly kind?: 'success' | 'plain' | 'calm' | undefined;
  /** `notice`: the one about a refusal or a fault; `paid`: that the payment is made. The focus can go to both. */
  readonly id?: 'notice' | 'paid';
  readonly title?: string;
  readonly text: string;
  readonly way?: TemplateResult | undefined;
}

/** What a notice says. */
export type NoticeWords = Pick<Notice, 'kind' | 'title' | 'text'>;

/** A box that says what is wrong, or what was done, with the way forward. */
export const notice = ({ kind, id, title, text, way }: Notice): TemplateResult => html`
  <div class="notice ${kind}" id=${id ?? nothing} part="notice" tabindex=${id ? -1 : nothing}>
    ${title ? html`<p class="title">${title}</p>` : nothing} ${text ? html`<p>${text}</p>` : nothing} ${way}
  </div>
`;

export const action = (label: string, press: () => void): TemplateResult =>
  html`<button type="button" part="action" @click=${press}>${label}</button>`;

/** The payment is made: nothing asks for anything any more, and there is a way to another one. */
export const paidNotice = (messages: SharedMessages, blockedSubmits: number, press: () => void): TemplateResult =>
  notice({
    kind: 'success',
    id: 'paid',
    title: messages.paid,
    text: blockedSubmits > 0 ? messages.alreadyPaidHere : '',
    way: action(messages.anotherPayment, press),
  });

/** In place of Secure Fields that another element of the page has. */
export const awayNotice = (messages: SharedMessages, press: () => void): TemplateResult =>
  notice({ kind: 'plain', text: messages.fieldElsewhere, way: action(messages.useHere, press) });

/** A screen reader repeats a sentence only if its text changes. */
export const again = (sentence: string, times: number): string => sentence + '\u00a0'.repeat(times % 2);
