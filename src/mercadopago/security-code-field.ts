import { MpError, asMpError } from '../errors.js';
import { TIMEOUT } from '../timeouts.js';
import { lease, type Tenant } from './lease.js';
import { createMountPoint, type MountPoint } from './mount-point.js';
import type { PaymentSdk } from './payment-sdk.js';
import { fieldStyle } from './style-bridge.js';
import type { VendorField, VendorFieldEvent } from './vendor.js';

/** A page that answers each new container by removing it would otherwise keep the browser busy for ever. */
const MOST_LOSSES = 5;

/** What happens to the field, in the order it happens. The value itself is never known here. */
export type FieldEvent =
  | { readonly type: 'opening' | 'focus' | 'blur' | 'evicted' }
  /** The frame is there and empty. `lost`: it was reloaded or replaced with digits in it. */
  | { readonly type: 'ready'; readonly lost?: MpError }
  /** `byShopper`: between the field's focus and blur; the SDK may also emit a change on blur. */
  | { readonly type: 'change'; readonly byShopper: boolean }
  | { readonly type: 'validity'; readonly valid: boolean }
  | { readonly type: 'failed'; readonly error: MpError };

/** What the field looks and reads like for one card. */
export interface CodeFieldLook {
  readonly length: 3 | 4;
  readonly mode: 'mandatory' | 'optional';
  /** Spoken name; the frame cannot be named by a label outside it. */
  readonly label: string;
  readonly placeholder: string;
}

export interface CodeFieldHost {
  readonly element: HTMLElement;
  publicKey(): string;
  /** Name of the slot that projects the frame. */
  readonly slot: string;
  /** The element whose computed text style the frame takes. */
  styleSource(): Element;
  isBusy(): boolean;
  onFieldEvent(event: FieldEvent): void;
}

/**
 * The security code field: one Secure Field that stays mounted ("warm") while the shopper changes rows. It is mounted anew
 * only when digits were typed that belong to another card, or when the SDK cannot update it.
 */
export class SecurityCodeField implements Tenant {
  readonly #host: CodeFieldHost;
  #sdk: PaymentSdk | undefined;
  #look: CodeFieldLook | undefined;
  #mountPoint: MountPoint | undefined;
  #field: VendorField | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReady = false;
  #hasFocus = false;
  #mayHoldDigits = false;
  #digitsLost = false;
  #isInvalid = false;
  /** How often the frame was removed in a row, before the shopper came to it. */
  #losses = 0;

  constructor(host: CodeFieldHost) {
    this.#host = host;
  }

  get publicKey(): string {
    return this.#host.publicKey();
  }

  get isPresent(): boolean {
    return this.#host.element.isConnected;
  }

  isBusy(): boolean {
    return this.#host.isBusy();
  }

  /** True when a frame stands, ready or not. */
  get isOpen(): boolean {
    return this.#field !== undefined;
  }

  /** Shows the field for a card: keeps the warm frame, or mounts one. `byShopper`: it may be taken from another element. */
  show(sdk: PaymentSdk, look: CodeFieldLook, byShopper: boolean): void {
    const changed = JSON.stringify(look) !== JSON.stringify(this.#look);
    const isRenamed = look.label !== this.#look?.label; // the one thing that the SDK cannot update
    this.#sdk = sdk;
    this.#look = look;
    const isWarm = this.#field && !this.#mayHoldDigits && !isRenamed;
    if (isWarm && (!changed || !this.#isReady || this.#update())) return;
    this.reopen(byShopper);
  }

  /** Mounts a new, empty frame. */
  reopen(byShopper: boolean): void {
    this.#unmount();
    if (!this.#sdk || !this.#look) return;
    if (!lease.take(this, byShopper)) return this.#host.onFieldEvent({ type: 'evicted' });
    this.#host.onFieldEvent({ type: 'opening' });
    try {
      this.#mount(this.#sdk, this.#look);
    } catch (cause) {
      this.#unmount();
      this.#fail(asMpError(cause) ?? new MpError('sdk-broken', 'MercadoPago.js refused to show the field.', { cause }));
    }
  }

  /** The element came back into the document, maybe elsewhere: a frame that cannot be reached any more is replaced. */
  checkPlace(): void {
    if (this.#mountPoint && !this.#mountPoint.isIntact()) this.#lost();
  }

  /** Moves focus into the frame; false when it cannot. */
  focus(): boolean {
    try {
      this.#field?.focus?.();
    } catch {
      return false;
    }
    return this.#isReady && !!this.#field?.focus;
  }

  /** Tells assistive technology inside the frame that the code is wrong. */
  setInvalid(invalid: boolean): void {
    if (!this.#isReady || invalid === this.#isInvalid) return;
    this.#isInvalid = invalid;
    this.#tryUpdate({ invalid });
  }

  evict(): void {
    this.#unmount();
    this.#host.onFieldEvent({ type: 'evicted' });
  }

  /** Unmounts and gives the Secure Fields of the page back. */
  close(): void {
    this.#unmount();
    lease.release(this);
  }

  #mount(sdk: PaymentSdk, look: CodeFieldLook): void {
    const mountPoint = createMountPoint(this.#host.element, this.#host.slot, () => this.#lost());
    this.#mountPoint = mountPoint;
    const field = sdk.createField('securityCode', {
      placeholder: look.placeholder,
      srLabel: look.label,
      ariaRequired: look.mode === 'mandatory',
      style: fieldStyle(this.#host.styleSource()),
    });
    this.#field = field;
    // A build that cannot be updated may be one that tells nothing of what is typed either.
    this.#mayHoldDigits = !field.update;
    const on = (name: string, handle: (event: VendorFieldEvent) => void) =>
      field.on(name, (event) => {
        if (this.#field === field) handle(event ?? {});
      });
    on('ready', () => this.#handleReady());
    on('focus', () => this.#handleFocus(true));
    on('blur', () => this.#handleFocus(false));
    on('change', () => {
      this.#mayHoldDigits = true;
      this.#host.onFieldEvent({ type: 'change', byShopper: this.#hasFocus });
    });
    on('validityChange', ({ errorMessages }) =>
      this.#host.onFieldEvent({ type: 'validity', valid: !errorMessages?.length }),
    );
    on('error', ({ error }) => {
      this.#unmount(); // an empty frame would look like a field
      this.#fail(new MpError('field-timeout', 'The security code field could not be loaded.', { cause: error }));
    });
    this.#timer = setTimeout(() => {
      // It may hold digits all the same: a build that reports nothing at all is usable.
      this.#mayHoldDigits = true;
      this.#fail(new MpError('field-timeout', 'The security code field was not ready in time: blocked, or too slow.'));
    }, TIMEOUT.fieldReady);
    field.mount(mountPoint.container.id);
    const frame = mountPoint.container.querySelector('iframe');
    if (!frame) throw new MpError('field-lost', 'MercadoPago.js did not put a frame into its container.');
    frame.title = look.label;
  }

  #handleReady(): void {
    clearTimeout(this.#timer);
    // A second ready without our doing: the frame was reloaded.
    const digitsLost = this.#losesDigits;
    this.#isReady = true;
    this.#hasFocus = this.#mayHoldDigits = this.#digitsLost = this.#isInvalid = false;
    this.#update();
    const lost = new MpError('field-lost', 'The frame of the security code was reloaded; what was typed is gone.');
    this.#host.onFieldEvent({ type: 'ready', ...(digitsLost && { lost }) });
  }

  #handleFocus(hasFocus: boolean): void {
    this.#hasFocus = hasFocus;
    this.#losses = 0;
    this.#host.onFieldEvent({ type: hasFocus ? 'focus' : 'blur' });
  }

  #lost(): void {
    if (!this.isPresent) return; // the element's own teardown follows
    const digitsLost = this.#losesDigits;
    if (++this.#losses > MOST_LOSSES) {
      this.#unmount();
      return this.#fail(
        new MpError('field-lost', 'The page removes the container of the security code again and again.'),
      );
    }
    this.reopen(false);
    this.#digitsLost = digitsLost;
  }

  /** What a reload or removal of the frame takes away now, or took away before the present one was ready. */
  get #losesDigits(): boolean {
    return this.#digitsLost || (this.#isReady && this.#mayHoldDigits);
  }

  #fail(error: MpError): void {
    clearTimeout(this.#timer);
    this.#host.onFieldEvent({ type: 'failed', error });
  }

  /** True when the frame took the new rule. */
  #update(): boolean {
    if (!this.#look) return false;
    const { length, mode, placeholder } = this.#look;
    return this.#tryUpdate({ placeholder, settings: { mode, length } });
  }

  #tryUpdate(changes: Record<string, unknown>): boolean {
    if (!this.#field?.update) return false;
    try {
      this.#field.update(changes);
      return true;
    } catch {
      return false;
    }
  }

  #unmount(): void {
    clearTimeout(this.#timer);
    try {
      this.#field?.unmount();
    } catch {
      // Already unmounted by the page: nothing is left to undo.
    }
    this.#mountPoint?.remove();
    this.#field = this.#mountPoint = undefined;
    this.#isReady = this.#hasFocus = this.#mayHoldDigits = this.#digitsLost = this.#isInvalid = false;
  }
}
