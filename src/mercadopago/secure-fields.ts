import { MpError, toMpError } from '../errors.js';
import { versionClash } from '../page-record.js';
import { REPLACEMENT_TIME } from '../timeouts.js';
import { lease, type FieldsUser } from './lease.js';
import { pageFieldProblem } from './mount-point.js';
import type { PaymentSdk } from './payment-sdk.js';
import { SecureField, type FieldOptions, type MountedFieldEvent } from './secure-field.js';
import type { VendorFieldType } from './vendor.js';

/** Limit for a page that removes every new container at once: without it the two would replace and remove forever. */
const MAX_LOSSES = 5;

/** Digits that were lost with an element that left the page: the one that takes its place asks for them. */
let left: { readonly types: readonly VendorFieldType[]; readonly place: string; readonly time: number } | undefined;

/** Events of the fields of an element. `unavailable`: another element owns the Secure Fields. */
export type SecureFieldsEvent =
  { readonly type: 'opening' | 'unavailable' } | Exclude<MountedFieldEvent, { readonly type: 'removed' }>;

export interface SecureFieldsHost {
  readonly element: HTMLElement;
  publicKey(): string;
  /** The place of the element in the page. */
  place(): string;
  /** The element whose computed text style the frame takes. */
  styleSource(type: VendorFieldType): Element;
  isBusy(): boolean;
  /** Without `field` the event is about all fields. */
  onFieldEvent(event: SecureFieldsEvent, field?: VendorFieldType): void;
}

/** The Secure Fields of one element, mounted and unmounted together. */
export abstract class SecureFields {
  /** What the lease calls, also in other copies of the package. */
  readonly fieldsUser: FieldsUser;
  readonly #host: SecureFieldsHost;
  #sdk: PaymentSdk | undefined;
  #options: readonly FieldOptions[] = [];
  #fields: readonly SecureField[] = [];
  /** True after `failed` was emitted, which happens once even if several fields fail. */
  #hasFailed = false;
  /** Fields whose digits went with their frames, until there are others. */
  #lost: readonly VendorFieldType[] = [];
  /** That typed digits are gone: one error for all frames, until something is typed again. */
  loss: MpError | undefined;
  /** As it was when the frames were mounted: the address may be another one by the time that the element is taken away. */
  #place = '';
  /** The next frames are to be empty: they miss nothing. */
  #isEmptied = false;
  /** How often the frames were removed in a row, without a focus or blur in between. */
  #losses = 0;

  constructor(host: SecureFieldsHost) {
    this.#host = host;
    this.fieldsUser = {
      get publicKey() {
        return host.publicKey();
      },
      get isConnected() {
        return host.element.isConnected;
      },
      isBusy: () => host.isBusy(),
      onFieldsTaken: () => this.#handleFieldsTaken(),
      onFieldsFree: () => {
        if (host.element.checkVisibility?.() ?? true) this.remount(false);
      },
    };
  }

  /** True while frames are mounted, ready or not. */
  get isOpen(): boolean {
    return this.#fields.length > 0;
  }

  get isReady(): boolean {
    return this.isOpen && this.#fields.every((field) => field.isReady);
  }

  /** Mounts new, empty frames. `byShopper`: they may be taken from another element. */
  remount(byShopper: boolean): void {
    this.#unmount();
    const sdk = this.#sdk;
    if (!sdk) return;
    const clash = versionClash() ?? pageFieldProblem();
    if (clash) return this.#fail(new MpError('configuration', clash));
    if (!lease.take(this.fieldsUser, byShopper)) return this.#host.onFieldEvent({ type: 'unavailable' });
    this.#hasFailed = false;
    // A list and a form, which has more fields, may have the same place.
    this.#place = this.#options.length + this.#host.place();
    if (left?.place === this.#place) {
      if (Date.now() - left.time < REPLACEMENT_TIME && !this.#isEmptied) this.#lost = left.types;
      left = undefined;
    }
    this.#isEmptied = false;
    this.#host.onFieldEvent({ type: 'opening' });
    this.#fields = this.#options.map((options) => this.#create(options));
    for (const field of this.#fields) field.hasLostDigits = this.#lost.includes(field.type);
    this.#lost = [];
    // The order matters: MercadoPago.js requests the token through the field that was mounted first.
    for (const field of this.#fields) if (this.isOpen) this.#mount(field, sdk);
  }

  /** Call it when the element is connected again, perhaps in another place: frames that were lost are replaced. */
  checkPlace(): void {
    if (!this.#fields.every(({ isIntact }) => isIntact)) this.#handleLoss();
  }

  /**
   * Applies the element's current text style, for instance after a change of the theme, by replacing the frames that are empty.
   * Typed digits are kept, in the old style and on the old background, until the frame is replaced for another reason.
   */
  restyle(): void {
    if (!this.fieldsUser.isConnected) return; // it has no computed style until it is connected again
    for (const field of this.#fields) {
      if (this.#isOutdated(field)) this.replaceField(field.type, field.hasLostDigits);
      else field.keepBackground();
    }
  }

  #isOutdated(field: SecureField): boolean {
    return this.fieldsUser.isConnected && !this.#host.isBusy() && field.isOutdated;
  }

  #handleFieldsTaken(): void {
    this.#host.onFieldEvent({ type: 'unavailable' });
    this.#unmount();
  }

  /** Unmounts the fields and releases the lease. */
  close(): void {
    this.#unmount();
    lease.release(this.fieldsUser);
  }

  protected get mayHaveDigits(): boolean {
    return this.#fields.some((field) => field.mayHaveDigits);
  }

  /** Replaces one field by a new, empty one with the same rule. */
  protected replaceField(type: VendorFieldType, hasLostDigits = false, isSecondTry = false): void {
    const old = this.field(type);
    const options = this.#options.find((each) => each.type === type);
    if (!old || !options || !this.#sdk) return;
    old.unmount();
    const field = Object.assign(this.#create(options), { hasLostDigits, isSecondTry });
    field.update(old.updates);
    this.#fields = this.#fields.map((each) => (each === old ? field : each));
    this.#host.onFieldEvent({ type: 'opening' }, type);
    this.#mount(field, this.#sdk);
  }

  /** Sets what the next frames are mounted with. */
  protected configure(sdk: PaymentSdk, options: readonly FieldOptions[]): void {
    this.#sdk = sdk;
    this.#options = options;
  }

  protected field(type: VendorFieldType): SecureField | undefined {
    return this.#fields.find((field) => field.type === type);
  }

  #create(options: FieldOptions): SecureField {
    const field: SecureField = new SecureField(options, this.#host, (event) => this.#handle(field, event));
    return field;
  }

  #mount(field: SecureField, sdk: PaymentSdk): void {
    try {
      field.mount(sdk);
    } catch (cause) {
      this.#unmount();
      this.#fail(toMpError(cause, 'sdk-broken', 'MercadoPago.js refused to show the field.'));
    }
  }

  #handle(field: SecureField, event: MountedFieldEvent): void {
    if (event.type === 'removed') return this.#handleLoss();
    if (event.type === 'failed') {
      if (!field.isMounted) this.#unmount();
      return this.#fail(event.error, field.type);
    }
    if (event.type === 'ready') this.#hasFailed = false;
    if (event.type === 'focus' || event.type === 'blur') this.#losses = 0;
    // The style changed while the frame was loading, or was reloaded. Once: it may never stop changing.
    if (event.type === 'ready' && !field.isSecondTry && this.#isOutdated(field))
      return this.replaceField(field.type, field.hasLostDigits, true);
    if (event.type === 'change') this.loss = undefined;
    const lost = event.type === 'ready' && event.lost && { lost: (this.loss ??= event.lost) };
    this.#host.onFieldEvent(lost ? { ...event, ...lost } : event, field.type);
    if (event.type === 'blur') this.restyle();
  }

  #handleLoss(): void {
    if (!this.fieldsUser.isConnected) return; // the element unmounts its fields itself
    if (++this.#losses > MAX_LOSSES) {
      this.#unmount();
      return this.#fail(new MpError('field-lost', 'The page keeps removing the containers of the Secure Fields.'));
    }
    this.loseDigits();
    this.remount(false);
  }

  /** Call it before frames are removed that the shopper has typed into: the next ones ask for it again. */
  loseDigits(): void {
    const types = this.#fields.filter((field) => field.losesDigits).map(({ type }) => type);
    if (types.length === 0) return;
    this.#lost = types;
    this.loss ??= new MpError('field-lost', 'The Secure Fields were removed; what was typed is gone.');
    if (!this.fieldsUser.isConnected) left = { types, place: this.#place, time: Date.now() };
  }

  /** The fields are to be empty: nothing has to be typed again. */
  forgetDigits(): void {
    this.#lost = [];
    this.loss = undefined;
    for (const field of this.#fields) field.hasLostDigits = false;
    this.#isEmptied = true;
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
