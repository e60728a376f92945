import { configureSdk } from '../../src/index.js';
import { Checkout } from './checkout.js';
import { byId } from './dom.js';
import { faultRecipe } from './faults.js';
import { applyAttributes, attributesFor } from './integration.js';
import { showPanel } from './panel/panel.js';
import { PaymentOutput } from './payment-result.js';
import { Recorder } from './recorder.js';
import { Sandbox } from './sandbox.js';
import { SettingsLink } from './settings.js';
import { dress, fillShop, warnOfInsecureOrigin } from './shop-page.js';
import { ShopServer, type CheckoutSettings } from './shop-server.js';

const settings = new SettingsLink();
const recorder = new Recorder();
const server = new ShopServer(recorder);

dress(settings.current);
const shop = await openShop();
const sandbox = shop.sandbox && new Sandbox(shop.sandbox.origin);
if (sandbox) {
  await sandbox.prepare(settings.current);
  configureSdk({ url: sandbox.sdkUrl });
}
const { words, total } = fillShop(settings.current, shop);
warnOfInsecureOrigin(shop);

// Made only now: the element reads its attributes and loads MercadoPago.js when it is connected.
const element = document.createElement('mp-saved-cards');
element.fetch = recorder.fetch;
applyAttributes(element, attributesFor(settings.current, shop));

const form = byId('checkout', HTMLFormElement);
const panel = showPanel({ settings, shop, sandbox, server, recorder, form, element, payLabel: words.pay(total) });
new Checkout({
  form,
  element,
  server,
  words,
  total,
  button: byId('pay', HTMLButtonElement),
  output: new PaymentOutput(byId('payment-result', HTMLOutputElement), words, total),
  isNative: () => settings.current.native,
  onAnswer: () => panel.outcomeUsed(),
});
byId('cards', HTMLElement).replaceWith(element);

/** The shop as the customer of the settings sees it. With real credentials there is one customer, the shop's own. */
async function openShop(): Promise<CheckoutSettings> {
  const shop = await server.checkout();
  const { site, customer, fault } = settings.current;
  return shop.sandbox ? server.signIn(site, faultRecipe(fault).isSignedOut ? null : customer) : shop;
}
