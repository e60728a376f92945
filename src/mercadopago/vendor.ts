/**
 * The part of MercadoPago.js V2 that we call, as it really is: anything may be missing in an old build, anything may
 * throw, nothing is validated. Only this room sees these types.
 */

export type VendorFieldType = 'cardNumber' | 'securityCode' | 'expirationMonth' | 'expirationYear' | 'expirationDate';

export interface VendorField {
  /** Finds the container with `document.getElementById`; when it is missing it only warns. */
  mount(containerId: string): unknown;
  unmount(): void;
  on(event: string, callback: (payload?: VendorFieldEvent) => void): unknown;
  update?(changes: Record<string, unknown>): unknown;
  focus?(): void;
}

export interface VendorFieldEvent {
  readonly field?: string;
  readonly error?: unknown;
  /** Of `binChange`; null when the first digits are of no card. */
  readonly bin?: unknown;
  readonly errorMessages?: readonly { readonly message?: string; readonly cause?: string }[];
}

export interface VendorCardToken {
  readonly id: string;
  /** End of validity, an ISO date; 7 days after creation. */
  readonly date_due?: string;
}

type VendorLookup = (query?: Record<string, string>) => unknown;

/** Each rejects with what it likes, and old builds lack some. */
export interface VendorLookups {
  readonly getPaymentMethods?: VendorLookup;
  readonly getIssuers?: VendorLookup;
  readonly getIdentificationTypes?: VendorLookup;
  readonly getInstallments?: VendorLookup;
}

export interface VendorInstance extends VendorLookups {
  readonly fields: {
    create(type: VendorFieldType, options?: Record<string, unknown>): VendorField;
    createCardToken(data: object): Promise<unknown>;
  };
}

export type VendorConstructor = new (publicKey: string, options?: Record<string, unknown>) => VendorInstance;

declare global {
  interface Window {
    MercadoPago?: unknown;
  }
}
