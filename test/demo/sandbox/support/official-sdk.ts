import { after, before } from 'node:test';
import {
  CardToken,
  Customer,
  CustomerCard,
  IdentificationType,
  MercadoPagoConfig,
  Order,
  Payment,
  PaymentMethod,
  PaymentRefund,
  User,
} from 'mercadopago';
// The package has no option for the address of the API; this static is what its own tests set.
import { AppConfig } from 'mercadopago/dist/utils/config/index.js';
import { type RunningSandbox, type StartOptions, startSandbox } from '../../../../demo/sandbox/server.js';

/** The moment at which every test starts. */
export const NOW = new Date('2026-11-23T15:00:00Z');

/** A clock that only a test moves. */
export class TestClock {
  #now = NOW;

  readonly read = (): Date => this.#now;

  advance(days: number): void {
    // Rounded: the days of a minute are no whole number of them.
    this.#now = new Date(this.#now.getTime() + Math.round(days * 86_400_000));
  }
}

/** Starts one sandbox for the test file and points the official SDK of this process at it. */
export function useSandbox(options: Omit<StartOptions, 'port'> = {}): { readonly origin: string } {
  let running: RunningSandbox | undefined;
  before(async () => {
    running = await startSandbox({ clock: () => NOW, ...options, port: 0 });
    Object.assign(AppConfig, { BASE_URL: running.origin });
  });
  after(() => running?.close());
  return {
    get origin() {
      if (!running) throw new Error('the sandbox is not started yet');
      return running.origin;
    },
  };
}

/** The clients of the official SDK for one seller's account; nothing is retried. */
export function seller(accessToken: string) {
  const config = new MercadoPagoConfig({ accessToken, options: { maxRetries: 0 } });
  return {
    customers: new Customer(config),
    cards: new CustomerCard(config),
    tokens: new CardToken(config),
    payments: new Payment(config),
    refunds: new PaymentRefund(config),
    orders: new Order(config),
    paymentMethods: new PaymentMethod(config),
    identificationTypes: new IdentificationType(config),
    users: new User(config),
  };
}

export type Seller = ReturnType<typeof seller>;

/** What a call gave, without the envelope that the SDK adds to it. */
export function withoutEnvelope<Answer extends object>(answer: Answer): Omit<Answer, 'api_response'> {
  const { api_response: _, ...rest } = answer as Answer & { api_response?: unknown };
  return rest;
}

/** The customer with this e-mail address and its cards. */
export async function findCustomer(shop: Seller, email: string) {
  const { results = [] } = await shop.customers.search({ options: { email } });
  const [customer] = results;
  if (!customer?.id) throw new Error(`no customer ${email}`);
  return { id: customer.id, defaultCard: customer.default_card, cards: await cardsOf(shop, customer.id) };
}

export async function cardsOf(shop: Seller, customerId: string) {
  return [...(await shop.cards.list({ customerId }))].map((card) => ({ ...card, id: card.id ?? '' }));
}

/** A token for a saved card, as the Secure Fields make it. */
export async function tokenFor(shop: Seller, cardId: string, securityCode = '123'): Promise<string> {
  const { id } = await shop.tokens.create({ body: { card_id: cardId, security_code: securityCode } });
  return id ?? '';
}
