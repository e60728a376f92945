import {
  exactly,
  list,
  orNull,
  oneOf,
  text,
  textOrNull,
  integer,
  flag,
  date,
  anything,
  httpsAddress,
  sixDigits,
  fourDigits,
  identification,
  cardholder,
  cardMethodType,
} from './vocabulary.js';

const securityCode = exactly(
  { length: integer, card_location: oneOf('back', 'front') },
  { mode: oneOf('mandatory', 'optional') },
);

export const card = exactly({
  id: { type: 'string', pattern: '^\\d+$' },
  customer_id: text,
  user_id: text,
  expiration_month: { type: 'integer', minimum: 1, maximum: 12 },
  expiration_year: { type: 'integer', minimum: 2000, maximum: 2099 },
  first_six_digits: sixDigits,
  last_four_digits: fourDigits,
  payment_method: exactly({
    id: text,
    name: text,
    payment_type_id: cardMethodType,
    thumbnail: text,
    secure_thumbnail: httpsAddress,
  }),
  security_code: securityCode,
  issuer: exactly({ id: integer, name: text }),
  cardholder,
  date_created: date,
  date_last_updated: date,
  live_mode: flag,
});

const address = exactly({
  id: textOrNull,
  zip_code: textOrNull,
  street_name: textOrNull,
  street_number: { type: ['string', 'integer', 'null'] },
  city: orNull(exactly({ name: textOrNull })),
});

export const customer = exactly({
  id: { type: 'string', pattern: '^\\d+-[0-9A-Za-z]{14}$' },
  email: { type: 'string', format: 'email' },
  first_name: textOrNull,
  last_name: textOrNull,
  phone: exactly({ area_code: textOrNull, number: textOrNull }),
  identification,
  address,
  date_registered: textOrNull,
  description: textOrNull,
  date_created: date,
  date_last_updated: date,
  metadata: anything,
  default_card: textOrNull,
  default_address: textOrNull,
  cards: list(card),
  addresses: list(address),
  live_mode: flag,
  user_id: integer,
  merchant_id: integer,
  client_id: integer,
  status: oneOf('active', 'deactive'),
});

const tokenBase = {
  id: { type: 'string', pattern: '^[0-9a-f]{32}$' },
  public_key: text,
  status: oneOf('active', 'used', 'expired'),
  date_created: date,
  date_last_updated: date,
  date_due: date,
  luhn_validation: flag,
  live_mode: flag,
  require_esc: flag,
  security_code_length: integer,
};
export const rawToken = exactly({
  ...tokenBase,
  first_six_digits: sixDigits,
  last_four_digits: fourDigits,
  expiration_month: integer,
  expiration_year: integer,
  cardholder,
  card_number_length: integer,
});
export const savedCardToken = exactly({ ...tokenBase, card_id: text });
