import type { Account } from '../engine/account.js';

/** An account that has sold nothing yet. */
const sellerReputation = {
  level_id: null,
  power_seller_status: null,
  transactions: {
    canceled: 0,
    completed: 0,
    period: 'historic',
    ratings: { negative: 0, neutral: 0, positive: 0 },
    total: 0,
  },
};
const nothing = { paid: null, total: null };
const buyerReputation = {
  canceled_transactions: 0,
  tags: [],
  transactions: {
    canceled: nothing,
    completed: null,
    not_yet_rated: { ...nothing, units: null },
    period: 'historic',
    total: null,
    unrated: nothing,
  },
};

/** The seller behind an access token, as the official SDK's types name it. */
export function userView(account: Account) {
  const { site, userId } = account;
  const allowed = { allow: true, codes: [], immediate_payment: { reasons: [], required: false } };
  return {
    id: userId,
    nickname: `TESTUSER${userId}`,
    registration_date: '2026-01-01T00:00:00.000-04:00',
    first_name: 'Test',
    last_name: 'Test',
    gender: '',
    country_id: site.countryId,
    site_id: site.id,
    email: `test_user_${userId}@testuser.com`,
    secure_email: `test_user_${userId}@testuser.com`,
    identification: { number: site.testDocument?.number ?? '', type: site.testDocument?.type ?? '' },
    address: { address: null, city: null, state: null, zip_code: null },
    phone: { area_code: '', extension: '', number: '', verified: false },
    alternative_phone: { area_code: '', extension: '', number: '' },
    tags: ['normal', 'test_user'],
    user_type: 'normal',
    logo: null,
    points: 0,
    permalink: `https://perfil.mercadolibre.com/TESTUSER${userId}`,
    seller_experience: 'ADVANCED',
    bill_data: { accept_credit_note: 'Y' },
    seller_reputation: sellerReputation,
    buyer_reputation: buyerReputation,
    company: { brand_name: null, city_tax_id: '', corporate_name: '', identification: '', state_tax_id: '' },
    credit: { consumed: 0, credit_level_id: `${site.id}1`, rank: 'newbie' },
    context: { ip_address: '127.0.0.1' },
    registration_identifiers: [],
    status: {
      site_status: 'active',
      user_type: 'normal',
      list: allowed,
      buy: allowed,
      sell: allowed,
      billing: { allow: true, codes: [] },
      shopping_cart: { buy: 'allowed', sell: 'allowed' },
      immediate_payment: false,
      confirmed_email: true,
      mercadoenvios: 'not_accepted',
      mercadopago_account_type: 'personal',
      mercadopago_tc_accepted: true,
      required_action: null,
    },
  };
}
