import { html, nothing, type TemplateResult } from 'lit';
import { listed, visibleCards } from './selectors.js';
import type { Shown } from './state.js';
import type { View } from './view.js';

/** In place of a list without cards. */
export const empty = (message: string, more?: TemplateResult): TemplateResult => html`
  <div class="list" part="list">
    <slot name="empty"><p class="message" tabindex="-1">${message}</p></slot>
    ${more}
  </div>
`;

/** The last row of a long list of which only a part is shown. */
export function showAll({ messages, on }: View, state: Shown): TemplateResult | typeof nothing {
  const count = listed(state).length;
  if (visibleCards(state).length === count) return nothing;
  return html`
    <div class="row more" role=${state.setup.isManaging ? 'listitem' : nothing}>
      <button type="button" class="link" part="action" @click=${on.showAll}>${messages.showAll(count)}</button>
    </div>
  `;
}
