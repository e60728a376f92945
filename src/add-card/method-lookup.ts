import type { PaymentMethod } from '../card/payment-method.js';
import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import type { PaymentSdk } from '../mercadopago/payment-sdk.js';
import { PAYMENT_METHOD_WAIT } from '../timeouts.js';
import type { FormContext } from './context.js';
import { PaymentMethodChangeEvent } from './events.js';
import { methodOf } from './field-selectors.js';
import { retryWhile } from './retry-while.js';
import type { Action, State } from './state.js';

/** Asks Mercado Pago what the typed card is, and what documents the country has, without ever being in the way. */
export class MethodLookup implements Feature<State, Action> {
  readonly #context: FormContext;
  readonly #connect: () => Promise<PaymentSdk>;
  /** The first digits that are asked about. */
  #bin = '';
  /** Settles when the issuers are known, or cannot be. */
  #issuers: Promise<void> | undefined;
  /** The public key whose country was asked for its documents. */
  #country = '';

  constructor(context: FormContext, connect: () => Promise<PaymentSdk>) {
    this.#context = context;
    this.#connect = connect;
  }

  changed({ before, after }: Change<State, Action>): void {
    const method = methodOf(after) ?? null;
    if (method !== (methodOf(before) ?? null)) this.#context.emit(new PaymentMethodChangeEvent(method));
    const bin = binOf(after);
    if (bin === this.#bin) return;
    this.#bin = bin;
    if (bin) void this.#askMethod(bin);
  }

  /** Settles when everything is known about the card by its first digits, or when that takes too long: the payment then continues without. */
  async settle(): Promise<void> {
    const { store } = this.#context;
    const { state } = store;
    if (state.status !== 'open') return;
    const lookup: Promise<void> =
      state.method.status === 'failed'
        ? this.#lookUp(this.#bin)
        : store.until((later) => later.status !== 'open' || later.method.status !== 'looking');
    const all = lookup.then(() => this.#issuers).catch(() => {});
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, PAYMENT_METHOD_WAIT))]);
  }

  /** Asks once for each public key: it determines the country. */
  async askDocuments(): Promise<void> {
    const { store, settings } = this.#context;
    const { publicKey } = settings();
    if (publicKey === this.#country) return;
    this.#country = publicKey;
    store.dispatch({ type: 'documents', documents: [] });
    const isWanted = () => this.#country === publicKey && store.state.status === 'open';
    const documents = await retryWhile(isWanted, async () => (await this.#connect()).identificationTypes());
    if (documents) store.dispatch({ type: 'documents', documents });
    else if (this.#country === publicKey) this.#country = ''; // to be asked when the form is shown again
  }

  async #askMethod(bin: string): Promise<void> {
    const { store } = this.#context;
    await retryWhile(
      () => this.#bin === bin && !methodOf(store.state),
      () => this.#lookUp(bin),
      () => store.dispatch({ type: 'method-failed', bin }),
    );
  }

  async #lookUp(bin: string): Promise<void> {
    const [method] = await (await this.#connect()).paymentMethods(bin);
    const isNew = this.#context.store.dispatch({ type: 'method', bin, method });
    if (isNew) this.#issuers = method?.needsIssuer ? this.#askIssuers(bin, method) : undefined;
  }

  async #askIssuers(bin: string, { id }: PaymentMethod): Promise<void> {
    const issuers = await retryWhile(
      () => this.#bin === bin,
      async () => (await this.#connect()).issuers(id, bin),
    );
    if (issuers) this.#context.store.dispatch({ type: 'issuers', bin, issuers });
  }
}

const binOf = (state: State): string =>
  state.status === 'open' && state.method.status !== 'none' ? state.method.bin : '';
