import type { PaymentMethod } from '../card/payment-method.js';
import type { PaymentSdk } from '../mercadopago/payment-sdk.js';
import { withTimeout } from '../mercadopago/with-timeout.js';
import { persist } from './persist.js';
import type { State } from './state.js';
import type { Store } from './store.js';

/** How long a payment waits for what the first digits tell, in milliseconds: without it Mercado Pago guesses. */
const PATIENCE = 3_000;

/** Asks Mercado Pago what the typed card is, and what documents the country has, without ever being in the way. */
export class MethodLookup {
  readonly #store: Store;
  readonly #connect: () => Promise<PaymentSdk>;
  /** The first digits that are asked about. */
  #bin = '';

  constructor(store: Store, connect: () => Promise<PaymentSdk>) {
    this.#store = store;
    this.#connect = connect;
  }

  /** To be told of every new state. */
  follow(state: State): void {
    const bin = binOf(state);
    if (bin === this.#bin) return;
    this.#bin = bin;
    if (bin) void this.#ask(bin);
  }

  /** Settles when the first digits are known, or when that takes too long: a payment goes on without. */
  async settle(): Promise<void> {
    const { state } = this.#store;
    if (state.status !== 'open') return;
    const work: Promise<unknown> =
      state.method.status === 'failed'
        ? this.#look(this.#bin)
        : this.#store.until((later) => later.status !== 'open' || later.method.status !== 'looking');
    await withTimeout(work, PATIENCE, () => new Error('Too late.')).catch(() => {});
  }

  async askDocuments(): Promise<void> {
    const isWanted = () => this.#store.state.status === 'open';
    const documents = await persist(async () => (await this.#connect()).identificationTypes(), isWanted);
    if (documents) this.#store.dispatch({ type: 'documents', documents });
  }

  async #ask(bin: string): Promise<void> {
    const isWanted = () => this.#bin === bin;
    const onFailure = () => this.#store.dispatch({ type: 'method-failed', bin });
    const method = await persist(() => this.#look(bin), isWanted, onFailure);
    if (!method?.needsIssuer) return;
    const issuers = await persist(async () => (await this.#connect()).issuers(method.id, bin), isWanted);
    if (issuers) this.#store.dispatch({ type: 'issuers', bin, issuers });
  }

  async #look(bin: string): Promise<PaymentMethod | undefined> {
    const [method] = await (await this.#connect()).paymentMethods(bin);
    this.#store.dispatch({ type: 'method', bin, method });
    return method;
  }
}

const binOf = (state: State): string =>
  state.status === 'open' && state.method.status !== 'none' ? state.method.bin : '';
