import { MpSavedCardsElement } from './saved-cards/element.js';
import { register } from './register.js';

export * from './elements.js';

register({ 'mp-saved-cards': MpSavedCardsElement });

declare global {
  interface HTMLElementTagNameMap {
    'mp-saved-cards': MpSavedCardsElement;
  }
}
