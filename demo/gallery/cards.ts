/** Cards as Mercado Pago's API answers them, for every look that a card can have. */
export interface RawCard {
  readonly id: string;
  readonly payment_method: { readonly id: string; readonly name: string; readonly payment_type_id: string };
  readonly [other: string]: unknown;
}

let count = 1000;

function card(method: string, name: string, last: string, more: Readonly<Record<string, unknown>> = {}): RawCard {
  return {
    id: String(++count),
    first_six_digits: '450995',
    last_four_digits: last,
    expiration_month: 12,
    expiration_year: 2045,
    payment_method: {
      id: method,
      name,
      payment_type_id: method.startsWith('deb') ? 'debit_card' : 'credit_card',
    },
    security_code: { length: 3, card_location: 'back' },
    issuer: { id: 310, name: 'Banco Galicia' },
    ...more,
  };
}

const now = new Date();
/** Month and year of a card that ends so many months from now. */
const inMonths = (months: number) => {
  const month = new Date(now.getFullYear(), now.getMonth() + months);
  return { expiration_month: month.getMonth() + 1, expiration_year: month.getFullYear() };
};

export const visa = card('visa', 'Visa', '0001');
export const master = card('master', 'Mastercard', '0604');
export const amex = card('amex', 'American Express', '7522', { security_code: { length: 4, card_location: 'front' } });
export const debit = card('debvisa', 'Visa Débito', '1906');
export const elo = card('elo', 'Elo', '8838');
export const thisMonth = card('master', 'Mastercard', '0511', inMonths(0));
export const soon = card('visa', 'Visa', '2217', inMonths(1));
export const expired = card('master', 'Mastercard', '3304', { expiration_month: 8, expiration_year: 2020 });
export const optionalCode = card('visa', 'Visa', '1111', { security_code: { length: 3, mode: 'optional' } });
export const withoutCode = card('naranja', 'Naranja X', '4242', { security_code: { length: 0 } });
export const unknownBrand = card('tarjeta-del-sol', 'Tarjeta del Sol', '9007');

const BRANDS = ['visa', 'master', 'maestro', 'amex', 'elo', 'hipercard', 'cabal', 'naranja', 'diners', 'oca', 'cmr'];

/** One of each brand that has a mark of its own, and one that has none. */
export const allBrands = [...BRANDS.map((brand, index) => card(brand, brand, String(1001 + index))), unknownBrand];

export const many = Array.from({ length: 12 }, (_, index) =>
  card(index % 2 === 0 ? 'visa' : 'master', index % 2 === 0 ? 'Visa' : 'Mastercard', String(2001 + index)),
);
