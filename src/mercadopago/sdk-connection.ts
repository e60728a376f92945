import { MpError } from '../errors.js';
import { lease, type FieldsUser } from './lease.js';
import { connectSdk, type PaymentSdk } from './payment-sdk.js';

/** One element's connection to MercadoPago.js. It is made once, and made again after a failure. */
export class SdkConnection {
  readonly #user: FieldsUser;
  readonly #sdkLocale: () => string;
  #sdk: Promise<PaymentSdk> | undefined;
  /** Of the object that was asked for last. */
  locale = '';

  constructor(user: FieldsUser, sdkLocale: () => string) {
    this.#user = user;
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

  /** The next `open()` connects again, for another public key or language. */
  forget(): void {
    this.#sdk = undefined;
  }

  async #connect(): Promise<PaymentSdk> {
    if (lease.keyClashes(this.#user)) {
      throw new MpError('configuration', 'Two public keys on one page: MercadoPago.js knows only one.');
    }
    this.locale = this.#sdkLocale();
    return connectSdk(this.#user.publicKey, this.locale);
  }
}
