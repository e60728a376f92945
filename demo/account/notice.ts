import { html, nothing, type TemplateResult } from 'lit';
import type { Sentence } from '../qa/words.js';

/** What came of something the shopper did, and the way forward. */
export interface Notice extends Sentence {
  readonly tone: 'good' | 'waiting' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** A live region has to be there before its words are: the place stays, the notice comes and goes. */
export const noticePlace = (content: TemplateResult | undefined) => html`<output>${content ?? nothing}</output>`;

export const noticeBox = ({ tone, title, text, action }: Notice) => html`
  <span class="result" data-tone=${tone}>
    <strong>${title}</strong>
    ${text ? html`<span>${text}</span>` : nothing}
    ${action ? html`<button type="button" class="minor" @click=${action.run}>${action.label}</button>` : nothing}
  </span>
`;
