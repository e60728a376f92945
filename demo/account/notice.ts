import { html, nothing, type TemplateResult } from 'lit';
import type { Sentence } from '../qa/words.js';

/** The outcome of an action of the shopper, and what can be done next. */
export interface Notice extends Sentence {
  readonly tone: 'good' | 'waiting' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** The live region, which has to be in the page before its text: it is always rendered, with or without a notice. */
export const noticePlace = (content: TemplateResult | undefined) => html`<output>${content ?? nothing}</output>`;

export const noticeBox = ({ tone, title, text, action }: Notice) => html`
  <span class="result" data-tone=${tone}>
    <strong>${title}</strong>
    ${text ? html`<span>${text}</span>` : nothing}
    ${action ? html`<button type="button" class="minor" @click=${action.run}>${action.label}</button>` : nothing}
  </span>
`;
