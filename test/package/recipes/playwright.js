// In a Playwright test `page` is there already, and `expect` is Playwright's own.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';

const SDK_ADDRESS = 'https://sdk.mercadopago.com/js/v2';
const standIn = fileURLToPath(import.meta.resolve('mp-saved-cards/testing/script'));

/** Your checkout, with your server's payment answered here: a token of the stand-in is of no use at Mercado Pago. */
export async function aShopperPays(page, address) {
  await page.route(SDK_ADDRESS, (route) => route.fulfill({ path: standIn }));
  let order;
  await page.route('**/api/payments', (route) => {
    order = route.request().postDataJSON();
    return route.fulfill({ json: { id: 1, status: 'approved', status_detail: 'accredited' } });
  });
  await page.goto(address);
  await page.frameLocator('iframe[name="securityCode"]').locator('input').pressSequentially('123');
  await page.getByRole('button', { name: 'Pagar' }).click();
  await page.locator('mp-saved-cards:state(paid)').waitFor();
  // What `installMercadoPago()` returns, below, is in the page: `mercadoPagoStandIn.nextToken = 'card-unknown'`.
  assert.equal(order.token, await page.evaluate(() => window.mercadoPagoStandIn.tokens[0].id));
}
