import { MpError } from '../errors.js';
import { lease, type Tenant } from './lease.js';
import { connectSdk, type PaymentSdk } from './payment-sdk.js';

/** One element's way to MercadoPago.js: connected once, and again after a failure. */
export class SdkConnection {
  readonly #tenant: Tenant;
  readonly #sdkLocale: () => string;
  #sdk: Promise<PaymentSdk> | undefined;

  constructor(tenant: Tenant, sdkLocale: () => string) {
    this.#tenant = tenant;
    this.#sdkLocale = sdkLocale;
  }

  /**
   * @throws MpError as `connectSdk`
   */
  open(): Promise<PaymentSdk> {
    this.#sdk ??= this.#connect().catch((error: unknown) => {
      this.#sdk = undefined;
      throw error;
    });
    return this.#sdk;
  }

  /** The next one is connected anew, as for another public key or language. */
  forget(): void {
    this.#sdk = undefined;
  }

  async #connect(): Promise<PaymentSdk> {
    if (lease.keyClashes(this.#tenant)) {
      throw new MpError('configuration', 'Two public keys on one page: MercadoPago.js knows only one.');
    }
    return connectSdk(this.#tenant.publicKey, this.#sdkLocale());
  }
}
