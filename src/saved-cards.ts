import { register } from './register.js';
import { MpSavedCardsElement } from './saved-cards/element.js';

export * from './shared-exports.js';
export type { SavedCardsState } from './saved-cards/selectors.js';
export {
  BeforeRemoveEvent,
  CardRemovedEvent,
  CardSelectedEvent,
  CardsReadyEvent,
  DefaultCardChangedEvent,
} from './saved-cards/events.js';
export { MpSavedCardsElement };

register({ 'mp-saved-cards': MpSavedCardsElement });

declare global {
  interface HTMLElementTagNameMap {
    'mp-saved-cards': MpSavedCardsElement;
  }
}
