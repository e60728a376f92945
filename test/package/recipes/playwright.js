// In a Playwright test `page` is there already, and `expect` is Playwright's own.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const SDK_ADDRESS = 'https://sdk.mercadopago.com/js/v2';

/** Answers the address of MercadoPago.js with the stand-in, as the plain script that the page asks for. */
export async function standInForMercadoPago(page) {
  const module = await readFile(fileURLToPath(import.meta.resolve('mp-saved-cards/testing')), 'utf8');
  const body = `{${module.replace(/^export .*$/m, 'window.standIn = installMercadoPago();')}\n}`;
  await page.route(SDK_ADDRESS, (route) => route.fulfill({ contentType: 'text/javascript', body }));
}

/** Your checkout, with your server's payment answered here: a token of the stand-in is of no use at Mercado Pago. */
export async function aShopperPays(page, address) {
  await standInForMercadoPago(page);
  let order;
  await page.route('**/api/payments', (route) => {
    order = route.request().postDataJSON();
    return route.fulfill({ json: { id: 1, status: 'approved', status_detail: 'accredited' } });
  });
  await page.goto(address);
  await page.frameLocator('iframe[name="securityCode"]').locator('input').pressSequentially('123');
  await page.getByRole('button', { name: 'Pagar' }).click();
  await page.locator('mp-saved-cards:state(paid)').waitFor();
  assert.match(order.token, /^\w{32}$/);
}
