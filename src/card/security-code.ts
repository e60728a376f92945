import { fieldsOf, textOf } from './raw-json.js';
import type { SavedCard, SecurityCodeRule } from './saved-card.js';

/**
 * Reads the rule from a card's raw `security_code`, which is often missing or has no `mode`. Then the code is mandatory, with
 * 3 digits on the back, or 4 on the front for American Express.
 */
export function securityCodeRule(raw: unknown, paymentMethodId: string): SecurityCodeRule {
  const given = fieldsOf(raw);
  const givenLength = textOf(given['length']);
  if (givenLength === '0') return { length: 0, location: 'back', mode: 'none' };

  const length = givenLength === '4' || (givenLength !== '3' && paymentMethodId === 'amex') ? 4 : 3;
  const location = given['card_location'] ?? (length === 4 ? 'front' : 'back');
  return {
    length,
    location: location === 'front' ? 'front' : 'back',
    mode: given['mode'] === 'optional' ? 'optional' : 'mandatory',
  };
}

/** The rule of a card whose code turned out to be needed: Mercado Pago refused a payment without it (3031). */
export function mandatoryCode({ securityCode, paymentMethod }: SavedCard): SecurityCodeRule {
  const rule = securityCode.length ? securityCode : securityCodeRule(undefined, paymentMethod.id);
  return { ...rule, mode: 'mandatory' };
}
