import { MpAddCardElement } from './add-card/element.js';
import { register } from './register.js';

export { CardAddedEvent, PaymentMethodChangeEvent } from './add-card/events.js';
export type { Intent } from './add-card/settings.js';
export * from './shared-exports.js';
export type { NewCardState } from './core/card-list-link.js';
export { MpAddCardElement };

register({ 'mp-add-card': MpAddCardElement });

declare global {
  interface HTMLElementTagNameMap {
    'mp-add-card': MpAddCardElement;
  }
}
