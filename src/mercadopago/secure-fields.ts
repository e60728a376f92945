import { MpError, asMpError } from '../errors.js';
import { versionClash } from '../page-record.js';
import { lease, type Tenant } from './lease.js';
import type { PaymentSdk } from './payment-sdk.js';
import { SecureField, type FieldPlan, type MountedFieldEvent } from './secure-field.js';
import type { VendorFieldType } from './vendor.js';

/** A page that answers each new container by removing it would otherwise keep the browser busy for ever. */
const MOST_LOSSES = 5;

/** What happens to the fields of an element, in the order it happens. */
export type SecureFieldsEvent =
  { readonly type: 'opening' | 'evicted' } | Exclude<MountedFieldEvent, { readonly type: 'gone' }>;

export interface SecureFieldsHost {
  readonly element: HTMLElement;
  publicKey(): string;
  /** The element whose computed text style the frame takes. */
  styleSource(type: VendorFieldType): Element;
  isBusy(): boolean;
  /** `field` is missing where all are meant. */
  onFieldEvent(event: SecureFieldsEvent, field?: VendorFieldType): void;
}

/** The Secure Fields of one element, mounted and unmounted together: one tenant of the lease. */
export abstract class SecureFields {
  /** What other elements, and other copies of the package, may call. */
  readonly tenant: Tenant;
  readonly #host: SecureFieldsHost;
  #sdk: PaymentSdk | undefined;
  #plans: readonly FieldPlan[] = [];
  #fields: readonly SecureField[] = [];
  /** A fault is told once, although it may be that of each field. */
  #hasFailed = false;
  /** How often the frames were removed in a row, before the shopper came to them. */
  #losses = 0;

  constructor(host: SecureFieldsHost) {
    this.#host = host;
    this.tenant = {
      get publicKey() {
        return host.publicKey();
      },
      get isPresent() {
        return host.element.isConnected;
      },
      isBusy: () => host.isBusy(),
      evict: () => this.#evict(),
      welcome: () => {
        if (host.element.checkVisibility?.() ?? true) this.reopen(false);
      },
    };
  }

  /** True when the frames stand, ready or not. */
  get isOpen(): boolean {
    return this.#fields.length > 0;
  }

  get isReady(): boolean {
    return this.isOpen && this.#fields.every((field) => field.isReady);
  }

  /** Mounts new, empty frames. `byShopper`: the fields may be taken from another element. */
  reopen(byShopper: boolean): void {
    this.#unmount();
    const sdk = this.#sdk;
    if (!sdk) return;
    const clash = versionClash();
    if (clash) return this.#fail(new MpError('configuration', clash));
    if (!lease.take(this.tenant, byShopper)) return this.#host.onFieldEvent({ type: 'evicted' });
    this.#hasFailed = false;
    this.#host.onFieldEvent({ type: 'opening' });
    this.#fields = this.#plans.map((plan) => this.#planned(plan));
    // In this order: MercadoPago.js asks the first one for the token.
    for (const field of this.#fields) if (this.isOpen) this.#mount(field, sdk);
  }

  /** The element came back into the document, maybe elsewhere: frames that cannot be reached any more are replaced. */
  checkPlace(): void {
    if (!this.#fields.every(({ isIntact }) => isIntact)) this.#lost();
  }

  /** Takes the element's text style of now, as after a change of the theme. What was typed stays, if the SDK lets it. */
  restyle(): void {
    if (!this.tenant.isPresent) return; // without a style until it comes back
    if (!this.#fields.every((field) => field.restyle())) this.#replace();
  }

  #evict(): void {
    this.#unmount();
    this.#host.onFieldEvent({ type: 'evicted' });
  }

  /** Unmounts and gives the Secure Fields of the page back. */
  close(): void {
    this.#unmount();
    lease.release(this.tenant);
  }

  protected get mayHoldDigits(): boolean {
    return this.#fields.some((field) => field.mayHoldDigits);
  }

  /** A new, empty frame in place of one of them. */
  protected renew(type: VendorFieldType): void {
    const old = this.field(type);
    const plan = this.#plans.find((each) => each.type === type);
    if (!old || !plan || !this.#sdk) return;
    old.unmount();
    const field = this.#planned(plan);
    this.#fields = this.#fields.map((each) => (each === old ? field : each));
    this.#host.onFieldEvent({ type: 'opening' }, type);
    this.#mount(field, this.#sdk);
  }

  /** What the next frames are mounted with. */
  protected plan(sdk: PaymentSdk, plans: readonly FieldPlan[]): void {
    this.#sdk = sdk;
    this.#plans = plans;
  }

  protected field(type: VendorFieldType): SecureField | undefined {
    return this.#fields.find((field) => field.type === type);
  }

  #planned(plan: FieldPlan): SecureField {
    const field: SecureField = new SecureField(plan, this.#host, (event) => this.#handle(field, event));
    return field;
  }

  #mount(field: SecureField, sdk: PaymentSdk): void {
    try {
      field.mount(sdk);
    } catch (cause) {
      this.#unmount();
      this.#fail(asMpError(cause) ?? new MpError('sdk-broken', 'MercadoPago.js refused to show the field.', { cause }));
    }
  }

  #handle(field: SecureField, event: MountedFieldEvent): void {
    if (event.type === 'gone') return this.#lost();
    if (event.type === 'failed') {
      if (!field.isMounted) this.#unmount();
      return this.#fail(event.error, field.type);
    }
    if (event.type === 'ready') this.#hasFailed = false;
    if (event.type === 'focus' || event.type === 'blur') this.#losses = 0;
    this.#host.onFieldEvent(event, field.type);
  }

  #lost(): void {
    if (!this.tenant.isPresent) return; // the element's own teardown follows
    if (++this.#losses > MOST_LOSSES) {
      this.#unmount();
      return this.#fail(new MpError('field-lost', 'The page removes the containers of the fields again and again.'));
    }
    this.#replace();
  }

  #replace(): void {
    const losers = this.#fields.filter((field) => field.losesDigits).map(({ type }) => type);
    this.reopen(false);
    for (const field of this.#fields) field.digitsLost = losers.includes(field.type);
  }

  #fail(error: MpError, field?: VendorFieldType): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.#host.onFieldEvent({ type: 'failed', error }, field);
  }

  #unmount(): void {
    for (const field of this.#fields) field.unmount();
    this.#fields = [];
  }
}
