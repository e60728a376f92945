import { configureSdk } from '../../src/index.js';
import { BankQuestion } from './bank-question.js';
import { Checkout } from './checkout.js';
import { byId } from './dom.js';
import { faultRecipe } from './faults.js';
import { integrationFor, isPaying, OTHER } from './integration.js';
import { showPanel } from './panel/panel.js';
import { PaymentOutput } from './payment-result.js';
import { orderPageFault } from './page-fault.js';
import { Recorder } from './recorder.js';
import { Sandbox } from './sandbox.js';
import { SettingsLink } from './settings.js';
import { orderShopFault } from './shop-fault.js';
import { dress, fillCart, fillShop, reveal, sayPaidBefore, sayUnavailable, warnOfInsecureOrigin } from './shop-page.js';
import { ShopServer, type CheckoutSettings } from './shop-server.js';
import { chooseInstallments, chooseOther, createWidgets } from './widgets.js';

const settings = new SettingsLink();
const recorder = new Recorder();
const server = new ShopServer(recorder);

dress(settings.current);
const shop = await openShop().catch(sayUnavailable);
const sandbox = shop.sandbox && new Sandbox(shop.sandbox.origin);
await prepareServers().catch(sayUnavailable);
if (sandbox) configureSdk({ url: sandbox.sdkUrl });
const { words, total, price } = fillShop(settings.current, shop);
warnOfInsecureOrigin(shop);

// Made only now: an element reads its attributes and loads MercadoPago.js when it is connected.
const widgets = createWidgets(integrationFor(settings.current, shop), recorder.fetch);
const form = byId('checkout', HTMLFormElement);
const button = byId('pay', HTMLButtonElement);
orderPageFault(faultRecipe(settings.current.fault).atPay, button, widgets.outer);
const panel = showPanel({
  settings,
  shop,
  sandbox,
  server,
  recorder,
  form,
  widgets,
  button,
  payLabel: words.pay(total),
  prepareFaults,
});
const checkout = new Checkout({
  form,
  widgets,
  server,
  words,
  total,
  price,
  button,
  progress: byId('progress', HTMLElement),
  output: new PaymentOutput(byId('payment-result', HTMLOutputElement), words),
  bank: new BankQuestion({
    place: byId('challenge', HTMLElement),
    locale: settings.current.locale === 'auto' ? null : settings.current.locale,
    transport: recorder.fetch,
  }),
  showCart: fillCart,
  isNative: () => settings.current.native,
  onAnswer: () => panel.outcomeUsed(),
});
if (settings.current.card === OTHER) chooseOther(widgets);
byId('cards', HTMLElement).replaceWith(widgets.outer);
if (settings.current.installments) chooseInstallments(widgets, settings.current.installments);
if (shop.paidBefore && isPaying(settings.current)) sayPaidBefore(words, shop.paidBefore, server);
reveal();
panel.elementShown();
if (isPaying(settings.current)) void checkout.resume();

/** The shop as the customer of the settings sees it. With real credentials there is one customer, the shop's own. */
async function openShop(): Promise<CheckoutSettings> {
  const shop = await server.checkout();
  const { customer, fault } = settings.current;
  return shop.sandbox ? server.signIn(settings.current, faultRecipe(fault).isSignedOut ? null : customer) : shop;
}

/** Makes Mercado Pago, the shop and the page fail as the settings say, and in no other way. */
async function prepareFaults(): Promise<void> {
  orderPageFault(faultRecipe(settings.current.fault).atPay, button, widgets.outer);
  await prepareServers();
}

async function prepareServers(): Promise<void> {
  orderShopFault(faultRecipe(settings.current.fault).shop);
  await sandbox?.prepare(settings.current, settings.nextOutcome);
}
