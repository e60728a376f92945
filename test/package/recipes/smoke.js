// Vitest with `environment: 'jsdom'` or 'happy-dom', or Jest with `testEnvironment: 'jsdom'`.
import assert from 'node:assert/strict';
import 'mp-saved-cards';

export async function theListIsShownAndCannotPay() {
  const cards = [
    {
      id: '1001',
      first_six_digits: '450995',
      last_four_digits: '3704',
      expiration_month: 11,
      expiration_year: 2099,
      payment_method: { id: 'visa', name: 'Visa', payment_type_id: 'credit_card' },
      issuer: { id: 1, name: 'Banco' },
    },
  ];
  document.body.innerHTML = `<mp-saved-cards public-key="TEST-1" cards='${JSON.stringify(cards)}'></mp-saved-cards>`;
  const list = document.querySelector('mp-saved-cards');
  await list.updateComplete;
  assert.match(list.shadowRoot.textContent, /3704/);
  // There are no frames here, so no code can be typed: test payments in a browser.
  await assert.rejects(list.tokenize(), { code: 'configuration' });
}
