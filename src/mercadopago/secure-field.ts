import { textOf } from '../card/raw-json.js';
import { MpError } from '../errors.js';
import { TIMEOUT } from '../timeouts.js';
import { createMountPoint, type MountPoint } from './mount-point.js';
import type { PaymentSdk } from './payment-sdk.js';
import { frameStyle } from './frame-style.js';
import type { VendorField, VendorFieldEvent, VendorFieldType } from './vendor.js';

/** What a field is mounted with. */
export interface FieldOptions {
  /** Also the name of the slot in the element's shadow root that shows the frame. */
  readonly type: VendorFieldType;
  /** Accessible name. A `<label>` outside the frame cannot name the input in it. */
  readonly label: string;
  readonly placeholder: string;
  readonly required: boolean;
  /** Rules of the content: `settings` of MercadoPago.js' `update()`. */
  readonly settings?: object;
}

/** Events of one mounted field. None contains the value, which never leaves the frame. */
export type MountedFieldEvent =
  | { readonly type: 'focus' | 'blur' }
  /** The frame is ready and empty. `lost`: a reload or replacement of the frame discarded typed digits. */
  | { readonly type: 'ready'; readonly lost?: MpError }
  /** `byShopper`: the change came while the field had focus; the SDK may also emit one on blur. */
  | { readonly type: 'change'; readonly byShopper: boolean }
  /** `causes`: Mercado Pago's names of the problems, such as `invalid_length`. */
  | { readonly type: 'validity'; readonly valid: boolean; readonly causes: readonly string[] }
  /** The first digits of the card number; `null` when there are too few, or no such card exists. */
  | { readonly type: 'binChange'; readonly bin: string | null }
  | { readonly type: 'failed'; readonly error: MpError }
  /** Other code removed the frame or its container, or moved the element. */
  | { readonly type: 'removed' };

interface FieldHost {
  readonly element: HTMLElement;
  /** The element whose computed text style the frame takes. */
  styleSource(type: VendorFieldType): Element;
}

/** One Secure Field, from mounting to unmounting. It also works with builds of MercadoPago.js that lack methods or events. */
export class SecureField {
  readonly #options: FieldOptions;
  readonly #host: FieldHost;
  readonly #emit: (event: MountedFieldEvent) => void;
  #mountPoint: MountPoint | undefined;
  #field: VendorField | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** All updates so far, merged. They are sent when the frame is ready, and again after a reload. */
  #updates: Record<string, unknown>;
  /** What the frame was styled with, and for. */
  #style = '';
  #background = '';
  #hasFocus = false;
  #isInvalid = false;
  isReady = false;
  /** Something was typed, or may have been. */
  mayHaveDigits = false;
  /** Digits were lost, with this frame or with one before, and nothing was typed since. */
  hasLostDigits = false;
  /** The field replaced another one as soon as that was ready. */
  isSecondTry = false;

  constructor(options: FieldOptions, host: FieldHost, emit: (event: MountedFieldEvent) => void) {
    this.#options = options;
    this.#host = host;
    this.#emit = emit;
    const { placeholder, settings } = options;
    this.#updates = { placeholder, ...(settings && { settings }) };
  }

  get type(): VendorFieldType {
    return this.#options.type;
  }

  get isMounted(): boolean {
    return this.#field !== undefined;
  }

  get isIntact(): boolean {
    return !this.#mountPoint || this.#mountPoint.isIntact();
  }

  /** What the field was updated with so far. */
  get updates(): Readonly<Record<string, unknown>> {
    return this.#updates;
  }

  /**
   * True if only a new frame can have the element's present text style, which the SDK takes when it creates a frame, and nothing
   * is typed into this one. Where the caret is, a digit may be on its way.
   */
  get isOutdated(): boolean {
    return this.isReady && !this.mayHaveDigits && !this.#hasFocus && this.#hasOldStyle;
  }

  /** True once the field has a rule, which the SDK cannot remove. */
  get hasRule(): boolean {
    return 'settings' in this.#updates;
  }

  /** True if a reload or removal of the frame discards digits now, or did so before the present frame was ready. */
  get losesDigits(): boolean {
    return this.hasLostDigits || (this.isReady && this.mayHaveDigits);
  }

  /** Throws what MercadoPago.js throws. Call `unmount()` also after that. */
  mount(sdk: PaymentSdk): void {
    const { type, label, placeholder, required } = this.#options;
    const { container } = (this.#mountPoint = createMountPoint(this.#host.element, type, () =>
      this.#emit({ type: 'removed' }),
    ));
    const style = this.#currentStyle();
    this.#style = JSON.stringify(style);
    this.#background = getComputedStyle(this.#host.styleSource(type)).backgroundColor;
    const field = (this.#field = sdk.createField(type, {
      placeholder,
      srLabel: label,
      ariaRequired: required,
      style,
      ...(type === 'cardNumber' && { enableLuhnValidation: true }),
    }));
    // A build without `update()` may not emit `change` either.
    this.mayHaveDigits = !field.update;
    this.#listen(field);
    this.#timer = setTimeout(() => {
      // The shopper may be able to type all the same: a build that emits no events is usable.
      this.mayHaveDigits = true;
      this.#fail(`The field ${type} was not ready in time: blocked, or too slow.`);
    }, TIMEOUT.fieldReady);
    field.mount(container.id);
    if (!this.rename(label)) {
      throw new MpError('field-lost', 'MercadoPago.js did not put a frame into its container.');
    }
  }

  /** True when the changes were sent, or will be sent when the frame is ready. */
  update(changes: Record<string, unknown>): boolean {
    Object.assign(this.#updates, changes);
    return !this.isReady || this.#send(changes);
  }

  /** Sets the title of the frame; false when there is no frame. The input keeps the name it was mounted with. */
  rename(label: string): boolean {
    const frame = this.#mountPoint?.container.querySelector('iframe');
    if (frame) frame.title = label;
    return !!frame;
  }

  /** Keeps digits of an earlier theme readable: dark ones would be lost on a background that is dark now. */
  keepBackground(): void {
    const background = this.#hasOldStyle ? this.#background : '';
    this.#mountPoint?.container.style.setProperty('background', background, 'important');
  }

  /** Sets `aria-invalid` inside the frame. */
  setInvalid(invalid: boolean): void {
    if (!this.isReady || invalid === this.#isInvalid) return;
    this.#isInvalid = invalid;
    this.#send({ invalid });
  }

  /** Moves focus into the frame; false when that is not possible. */
  focus(): boolean {
    try {
      this.#field?.focus?.();
    } catch {
      return false;
    }
    return this.isReady && !!this.#field?.focus;
  }

  unmount(): void {
    clearTimeout(this.#timer);
    try {
      this.#field?.unmount();
    } catch {
      // The page unmounted it already.
    }
    this.#mountPoint?.remove();
    this.#field = this.#mountPoint = undefined;
    this.isReady = false;
  }

  #listen(field: VendorField): void {
    const on = (name: string, handle: (event: VendorFieldEvent) => void) =>
      field.on(name, (event) => {
        if (this.#field === field) handle(event ?? {});
      });
    on('ready', () => this.#handleReady());
    for (const type of ['focus', 'blur'] as const) {
      on(type, () => {
        this.#hasFocus = type === 'focus';
        this.#emit({ type });
      });
    }
    on('change', () => {
      this.mayHaveDigits = true;
      this.hasLostDigits = false;
      this.#emit({ type: 'change', byShopper: this.#hasFocus });
    });
    on('validityChange', ({ errorMessages }) => {
      const causes = (errorMessages ?? []).map(({ cause }) => textOf(cause));
      this.#emit({ type: 'validity', valid: causes.length === 0, causes });
    });
    if (this.type === 'cardNumber') {
      on('binChange', ({ bin }) => this.#emit({ type: 'binChange', bin: textOf(bin) || null }));
    }
    on('error', ({ error }) => {
      this.unmount(); // an empty frame would look like a field
      this.#fail(`The field ${this.type} could not be loaded.`, error);
    });
  }

  #handleReady(): void {
    clearTimeout(this.#timer);
    // A second `ready` means that the frame was reloaded.
    this.hasLostDigits = this.losesDigits;
    this.isReady = true;
    this.#hasFocus = this.mayHaveDigits = this.#isInvalid = false;
    this.#send(this.#updates);
    const lost = new MpError('field-lost', `The frame of ${this.type} was reloaded; what was typed is gone.`);
    this.#emit({ type: 'ready', ...(this.hasLostDigits && { lost }) });
  }

  #fail(message: string, cause?: unknown): void {
    this.#emit({ type: 'failed', error: new MpError('field-timeout', message, { cause }) });
  }

  #send(changes: Record<string, unknown>): boolean {
    if (!this.#field?.update) return false;
    try {
      this.#field.update(changes);
      return true;
    } catch {
      return false;
    }
  }

  get #hasOldStyle(): boolean {
    return JSON.stringify(this.#currentStyle()) !== this.#style;
  }

  #currentStyle(): Record<string, string> {
    return frameStyle(this.#host.styleSource(this.type));
  }
}
