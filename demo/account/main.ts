import { byId } from '../qa/dom.js';
import { Recorder } from '../qa/recorder.js';
import { queryOf, SettingsLink } from '../qa/settings.js';
import { dress } from '../qa/shop-page.js';
import { ShopServer, type CheckoutSettings } from '../qa/shop-server.js';
import { AccountServer } from './account-server.js';
import { showDemoSettings } from './demo-settings.js';
import { documentTypes } from './document-types.js';
import { Money } from './money.js';
import { PaymentsList } from './payments-list.js';
import { ProfileForm } from './profile-form.js';
import { takesPartialRefunds } from './refund-rules.js';
import { savedCards } from './saved-cards.js';
import { accountWordsFor } from './words/words-for.js';
import type { AccountWords } from './words/words.js';

const settings = new SettingsLink();
dress(settings.current);

const shop = await openShop();
const locale = settings.current.locale === 'auto' ? shop.locale : settings.current.locale;
const words = accountWordsFor(locale);
fillPage(words, locale);
showDemoSettings(settings, shop.sandbox !== null);

byId('cards', HTMLElement).replaceChildren(savedCards(shop));
const server = new AccountServer();
const payments = new PaymentsList({
  place: byId('payments', HTMLElement),
  server,
  words,
  locale,
  money: new Money(shop, locale),
  takesPartialRefunds: takesPartialRefunds(shop.currency),
});
const profile = new ProfileForm({
  form: byId('profile', HTMLFormElement),
  server,
  words,
  documentTypes: await documentTypes(shop),
});
await Promise.all([payments.load(), profile.load()]);

/** The shop as the customer of the settings sees it. With real credentials there is one customer, the shop's own. */
async function openShop(): Promise<CheckoutSettings> {
  const shopServer = new ShopServer(new Recorder());
  const shop = await shopServer.checkout();
  return shop.sandbox ? shopServer.signIn(settings.current, settings.current.customer) : shop;
}

function fillPage(words: AccountWords, locale: string): void {
  document.documentElement.lang = locale;
  document.title = `${words.account} · ${words.shop}`;
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    const word = words[element.dataset['word'] as keyof AccountWords];
    if (typeof word === 'string') element.textContent = word;
  }
  byId('store', HTMLAnchorElement).href = `/${queryOf(settings.current)}`;
}
