/**
 * The part of MercadoPago.js V2 that this package calls. Optional members are missing in old builds, any call may throw, and
 * answers are `unknown` until they are decoded. Only this folder uses these types.
 */

export type VendorFieldType = 'cardNumber' | 'expirationDate' | 'securityCode';

export interface VendorField {
  /** Finds the container with `document.getElementById`. Without a container it only logs a warning. */
  mount(containerId: string): unknown;
  unmount(): void;
  on(event: string, callback: (payload?: VendorFieldEvent) => void): unknown;
  update?(changes: Record<string, unknown>): unknown;
  focus?(): void;
}

export interface VendorFieldEvent {
  readonly field?: string;
  readonly error?: unknown;
  /** Of `binChange`; `null` when no card has these first digits. */
  readonly bin?: unknown;
  readonly errorMessages?: readonly { readonly message?: string; readonly cause?: string }[];
}

type VendorLookup = (query?: Record<string, string>) => unknown;

/** Each rejects with values of any type; old builds lack some of them. */
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
