import type { PaymentMethod } from '../card/payment-method.js';
import type { PaymentSdk } from '../mercadopago/payment-sdk.js';
import { PAYMENT_METHOD_WAIT } from '../timeouts.js';
import { methodOf } from './fields.js';
import { persist } from './persist.js';
import type { State } from './state.js';
import type { Store } from './store.js';

/** Asks Mercado Pago what the typed card is, and what documents the country has, without ever being in the way. */
export class MethodLookup {
  readonly #store: Store;
  readonly #connect: () => Promise<PaymentSdk>;
  /** The first digits that are asked about. */
  #bin = '';
  /** Settles when the banks are known, or cannot be. */
  #banks: Promise<void> | undefined;
  /** The public key whose country was asked for its documents. */
  #country = '';

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

  /** Settles when all is known that the first digits tell, or when that takes too long: a payment goes on without. */
  async settle(): Promise<void> {
    const { state } = this.#store;
    if (state.status !== 'open') return;
    const work: Promise<void> =
      state.method.status === 'failed'
        ? this.#look(this.#bin)
        : this.#store.until((later) => later.status !== 'open' || later.method.status !== 'looking');
    const all = work.then(() => this.#banks).catch(() => {});
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, PAYMENT_METHOD_WAIT))]);
  }

  /** Asks once for each country, which the public key stands for. */
  async askDocuments(publicKey: string): Promise<void> {
    if (publicKey === this.#country) return;
    this.#country = publicKey;
    this.#store.dispatch({ type: 'documents', documents: [] });
    const isWanted = () => this.#country === publicKey && this.#store.state.status === 'open';
    const documents = await persist(async () => (await this.#connect()).identificationTypes(), isWanted);
    if (documents) this.#store.dispatch({ type: 'documents', documents });
    else if (this.#country === publicKey) this.#country = ''; // to be asked when the form is shown again
  }

  async #ask(bin: string): Promise<void> {
    const isWanted = () => this.#bin === bin && !methodOf(this.#store.state);
    const onFailure = () => this.#store.dispatch({ type: 'method-failed', bin });
    await persist(() => this.#look(bin), isWanted, onFailure);
  }

  async #look(bin: string): Promise<void> {
    const [method] = await (await this.#connect()).paymentMethods(bin);
    const isNew = this.#store.dispatch({ type: 'method', bin, method });
    if (isNew) this.#banks = method?.needsIssuer ? this.#askBanks(bin, method) : undefined;
  }

  async #askBanks(bin: string, { id }: PaymentMethod): Promise<void> {
    const issuers = await persist(
      async () => (await this.#connect()).issuers(id, bin),
      () => this.#bin === bin,
    );
    if (issuers) this.#store.dispatch({ type: 'issuers', bin, issuers });
  }
}

const binOf = (state: State): string =>
  state.status === 'open' && state.method.status !== 'none' ? state.method.bin : '';
