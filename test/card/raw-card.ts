import type { SavedCard } from '../../src/card/saved-card.js';

/** A card as Mercado Pago lists it. */
export function rawCard(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: '9267060453',
    customer_id: '470183340-cpunOI7UsIHlHr',
    first_six_digits: '503143',
    last_four_digits: '6351',
    expiration_month: 12,
    expiration_year: 2030,
    payment_method: {
      id: 'master',
      name: 'Mastercard',
      payment_type_id: 'credit_card',
      thumbnail: 'http://http2.mlstatic.com/master.png',
      secure_thumbnail: 'https://http2.mlstatic.com/master.png',
    },
    security_code: { length: 3, card_location: 'back' },
    issuer: { id: 24, name: 'Mastercard' },
    cardholder: { name: 'APRO', identification: { type: 'CPF', number: '19119119100' } },
    live_mode: true,
    ...changes,
  };
}

/** A decoded card for tests that need few of its parts. */
export function savedCard(changes: Partial<SavedCard> = {}): SavedCard {
  return {
    id: '1',
    firstSixDigits: '450995',
    lastFourDigits: '3704',
    expirationMonth: 11,
    expirationYear: 2030,
    paymentMethod: { id: 'visa', name: 'Visa', paymentTypeId: 'credit_card', secureThumbnail: null },
    issuer: null,
    securityCode: { length: 3, location: 'back', mode: 'mandatory' },
    ...changes,
  };
}
