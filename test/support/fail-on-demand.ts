import { MpError, type MpErrorCode } from '../../src/elements.js';
import type { MercadoPagoConstructor } from '../../src/testing/index.js';

/** Faults that a token request can end with. */
export const TOKEN_FAULTS: readonly MpErrorCode[] = [
  ...(['configuration', 'sdk-blocked', 'sdk-timeout', 'sdk-broken', 'field-timeout', 'field-lost'] as const),
  ...(['code-incomplete', 'code-invalid'] as const),
  ...(['token-refused', 'token-network', 'token-timeout', 'card-unknown', 'card-expired'] as const),
];

/**
 * To be called when MercadoPago.js is there and no element has used it yet.
 *
 * @returns lets the next token request end with this fault
 */
export function failOnDemand(): (code: MpErrorCode) => void {
  let nextFault: MpErrorCode | undefined;
  const page = window as unknown as { MercadoPago: MercadoPagoConstructor };
  const Real = page.MercadoPago;
  page.MercadoPago = function (...parameters: ConstructorParameters<MercadoPagoConstructor>) {
    const sdk = new Real(...parameters);
    const make = sdk.fields.createCardToken.bind(sdk.fields);
    sdk.fields.createCardToken = (...request) => {
      const fault = nextFault;
      nextFault = undefined;
      return fault ? Promise.reject(new MpError(fault, 'for this test')) : make(...request);
    };
    return sdk;
  } as unknown as MercadoPagoConstructor;
  return (code) => {
    nextFault = code;
  };
}
