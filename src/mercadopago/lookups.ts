import { decodeIdentificationTypes, type IdentificationType } from '../card/identification-type.js';
import { decodeInstallments, type InstallmentPlan, type InstallmentQuery } from '../card/installments.js';
import { decodeIssuers, decodePaymentMethods, type Issuer, type PaymentMethod } from '../card/payment-method.js';
import { MpError } from '../errors.js';
import { TIMEOUT } from '../timeouts.js';
import { isNotFound, lookupError } from './rejection.js';
import type { VendorInstance, VendorLookups } from './vendor.js';
import { withTimeout } from './with-timeout.js';

/**
 * What Mercado Pago knows of cards and countries. Each look-up rejects with an MpError: `sdk-blocked` or `sdk-timeout` when
 * it can be tried again, `sdk-broken` when this build cannot answer it at all, `configuration` for an unknown key.
 */
export interface Lookups {
  /** What a card may be by its first digits, the likeliest first; none for fewer than six digits or an unknown card. */
  paymentMethods(bin: string): Promise<PaymentMethod[]>;
  /** The banks that issue such a card. */
  issuers(paymentMethodId: string, bin: string): Promise<Issuer[]>;
  /** The documents of the key's country; none where cards need no document. */
  identificationTypes(): Promise<IdentificationType[]>;
  /** In how many parts an amount can be paid with a card; none when nothing is offered for it. */
  installments(query: InstallmentQuery): Promise<InstallmentPlan[]>;
}

/** Mercado Pago takes six to eight first digits; the SDK rejects fewer, and more are none of its business. */
function firstDigits(number: string): string | undefined {
  const digits = number.replace(/\D/g, '').slice(0, 8);
  return digits.length < 6 ? undefined : digits;
}

export function lookupsOf(instance: VendorInstance): Lookups {
  const call = (method: keyof VendorLookups, query?: Record<string, string>): unknown => {
    if (instance[method]) return instance[method](query);
    throw new MpError('sdk-broken', `This MercadoPago.js has no ${method}.`, { retryable: false });
  };
  const ask = (method: keyof VendorLookups, query?: Record<string, string>): Promise<unknown> => {
    const tooLate = () => new MpError('sdk-timeout', `Mercado Pago took too long to answer ${method}.`);
    // Called inside the chain: an old build may throw instead of rejecting.
    const attempt = Promise.resolve().then(() => call(method, query));
    return withTimeout(attempt, TIMEOUT.lookup, tooLate).catch((rejection: unknown) => {
      if (method === 'getIdentificationTypes' && isNotFound(rejection)) return [];
      throw lookupError(rejection);
    });
  };

  return {
    async paymentMethods(number) {
      const bin = firstDigits(number);
      return bin ? decodePaymentMethods(await ask('getPaymentMethods', { bin })) : [];
    },

    async issuers(paymentMethodId, number) {
      const bin = firstDigits(number);
      return bin ? decodeIssuers(await ask('getIssuers', { paymentMethodId, bin })) : [];
    },

    async identificationTypes() {
      return decodeIdentificationTypes(await ask('getIdentificationTypes'));
    },

    async installments(query) {
      const { amount, paymentTypeId, locale } = query;
      const bin = firstDigits(query.bin);
      if (!bin) return [];
      const asked = { amount, bin, ...(paymentTypeId && { paymentTypeId }), ...(locale && { locale }) };
      return decodeInstallments(await ask('getInstallments', asked), query);
    },
  };
}
