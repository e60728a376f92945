import { MpAddCardElement } from './add-card/element.js';
import { MpSavedCardsElement } from './saved-cards/element.js';
import { register } from './register.js';

export * from './elements.js';

register({ 'mp-saved-cards': MpSavedCardsElement, 'mp-add-card': MpAddCardElement });

declare global {
  interface HTMLElementTagNameMap {
    'mp-saved-cards': MpSavedCardsElement;
    'mp-add-card': MpAddCardElement;
  }
}
