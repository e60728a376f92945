/** Cards as Mercado Pago's API returns them; each test takes the ones it needs. */
type RawCard = Record<string, unknown>;

const card = (
  id: string,
  method: [id: string, name: string, type?: string],
  last: string,
  more: RawCard = {},
): RawCard => ({
  id,
  first_six_digits: '450995',
  last_four_digits: last,
  expiration_month: 11,
  expiration_year: 2099,
  payment_method: { id: method[0], name: method[1], payment_type_id: method[2] ?? 'credit_card' },
  security_code: { length: 3, card_location: 'back' },
  issuer: { id: 310, name: 'Banco' },
  ...more,
});

export const visa = card('1001', ['visa', 'Visa'], '3704');
export const mastercard = card('1002', ['master', 'Mastercard'], '0604');
export const amex = card('1003', ['amex', 'American Express'], '7522', {
  security_code: { length: 4, card_location: 'front' },
});
export const expired = card('1004', ['debmaster', 'Mastercard Débito', 'debit_card'], '3304', {
  expiration_month: 8,
  expiration_year: 2020,
});
export const optionalCode = card('1005', ['visa', 'Visa'], '1111', {
  security_code: { length: 3, card_location: 'back', mode: 'optional' },
});
export const withoutCode = card('1006', ['visa', 'Visa'], '2222', { security_code: { length: 0 } });
