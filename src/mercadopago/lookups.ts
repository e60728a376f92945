import { decodeIdentificationTypes, type IdentificationType } from '../card/identification-type.js';
import { decodeInstallments, type InstallmentPlan, type InstallmentQuery } from '../card/installments.js';
import { decodeIssuers, decodePaymentMethods, type Issuer, type PaymentMethod } from '../card/payment-method.js';
import { MpError } from '../errors.js';
import { TIMEOUT } from '../timeouts.js';
import { isNotFound, lookupError } from './sdk-errors.js';
import type { VendorInstance, VendorLookups } from './vendor.js';
import { withTimeout } from './with-timeout.js';

/**
 * What Mercado Pago knows about cards and countries. Each look-up rejects with an MpError: `sdk-blocked` or `sdk-timeout` when a
 * retry may succeed, `sdk-broken` when this build of the SDK cannot answer it, `configuration` for an unknown public key.
 */
export interface Lookups {
  /** Payment methods that a card may have by its first digits, the likeliest first. Empty for fewer than six digits or an unknown card. */
  paymentMethods(bin: string): Promise<PaymentMethod[]>;
  /** The issuers of such a card. */
  issuers(paymentMethodId: string, bin: string): Promise<Issuer[]>;
  /** The identity documents of the country of the public key. Empty where cards need none. */
  identificationTypes(): Promise<IdentificationType[]>;
  /** The installment plans for an amount and a card. Empty when none is offered. */
  installments(query: InstallmentQuery): Promise<InstallmentPlan[]>;
}

/** Mercado Pago accepts six to eight digits. The SDK rejects fewer; more are not sent, for privacy. */
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
    // Called in `then()`, since an old build may throw instead of rejecting.
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
