import { textOf } from '../card/raw-json.js';
import { MpError } from '../errors.js';
import { TIMEOUT } from '../timeouts.js';
import { createMountPoint, type MountPoint } from './mount-point.js';
import type { PaymentSdk } from './payment-sdk.js';
import { fieldStyle } from './style-bridge.js';
import type { VendorField, VendorFieldEvent, VendorFieldType } from './vendor.js';

/** What a field is mounted with. */
export interface FieldPlan {
  readonly type: VendorFieldType;
  /** Name of the element's slot that projects the frame. */
  readonly slot: string;
  /** Spoken name; the frame cannot be named by a label outside it. */
  readonly label: string;
  readonly placeholder: string;
  readonly required: boolean;
  /** What can be updated later: `settings` of MercadoPago.js. */
  readonly settings?: object;
}

/** What happens to one mounted field. The value itself is never known here. */
export type MountedFieldEvent =
  | { readonly type: 'focus' | 'blur' }
  /** The frame is there and empty. `lost`: it was reloaded or replaced with digits in it. */
  | { readonly type: 'ready'; readonly lost?: MpError }
  /** `byShopper`: between the field's focus and blur; the SDK may also emit a change on blur. */
  | { readonly type: 'change'; readonly byShopper: boolean }
  /** `causes`: Mercado Pago's words for what is wrong, such as `invalid_length`. */
  | { readonly type: 'validity'; readonly valid: boolean; readonly causes: readonly string[] }
  /** The first digits of the card number; `null` when they are too few or of no card. */
  | { readonly type: 'binChange'; readonly bin: string | null }
  | { readonly type: 'failed'; readonly error: MpError }
  /** Somebody removed the frame or its container, or moved the element. */
  | { readonly type: 'gone' };

interface FieldPlace {
  readonly element: HTMLElement;
  /** The element whose computed text style the frame takes. */
  styleSource(type: VendorFieldType): Element;
}

/** One Secure Field from its mounting to its end, with everything that a build of MercadoPago.js may lack. */
export class SecureField {
  readonly #plan: FieldPlan;
  readonly #place: FieldPlace;
  readonly #tell: (event: MountedFieldEvent) => void;
  #mountPoint: MountPoint | undefined;
  #field: VendorField | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the frame has to be told when it is ready, and again after a reload. */
  #wanted: Record<string, unknown>;
  #style = '';
  #hasFocus = false;
  #isInvalid = false;
  isReady = false;
  /** Something was typed, or may have been. */
  mayHoldDigits = false;
  /** Digits were lost with the field that stood here before. */
  digitsLost = false;

  constructor(plan: FieldPlan, place: FieldPlace, tell: (event: MountedFieldEvent) => void) {
    this.#plan = plan;
    this.#place = place;
    this.#tell = tell;
    const { placeholder, settings } = plan;
    this.#wanted = { placeholder, ...(settings && { settings }) };
  }

  get type(): VendorFieldType {
    return this.#plan.type;
  }

  get isMounted(): boolean {
    return this.#field !== undefined;
  }

  get isIntact(): boolean {
    return !this.#mountPoint || this.#mountPoint.isIntact();
  }

  /** It was told what to take, which the SDK cannot take back. */
  get hasRule(): boolean {
    return 'settings' in this.#wanted;
  }

  /** What a reload or removal of the frame takes away now, or took away before the present one was ready. */
  get losesDigits(): boolean {
    return this.digitsLost || (this.isReady && this.mayHoldDigits);
  }

  /** May throw what MercadoPago.js throws; `unmount()` clears up then too. */
  mount(sdk: PaymentSdk): void {
    const { type, slot, label, placeholder, required } = this.#plan;
    const { container } = (this.#mountPoint = createMountPoint(this.#place.element, slot, () =>
      this.#tell({ type: 'gone' }),
    ));
    const style = this.#currentStyle();
    this.#style = JSON.stringify(style);
    const field = (this.#field = sdk.createField(type, {
      placeholder,
      srLabel: label,
      ariaRequired: required,
      style,
      ...(type === 'cardNumber' && { enableLuhnValidation: true }),
    }));
    // A build that cannot be updated may be one that tells nothing of what is typed either.
    this.mayHoldDigits = !field.update;
    this.#listen(field);
    this.#timer = setTimeout(() => {
      // It may hold digits all the same: a build that reports nothing at all is usable.
      this.mayHoldDigits = true;
      this.#fail(`The field ${type} was not ready in time: blocked, or too slow.`);
    }, TIMEOUT.fieldReady);
    field.mount(container.id);
    if (!this.rename(label)) {
      throw new MpError('field-lost', 'MercadoPago.js did not put a frame into its container.');
    }
  }

  /** True when the frame took the changes, or will when it is ready. */
  update(changes: Record<string, unknown>): boolean {
    Object.assign(this.#wanted, changes);
    return !this.isReady || this.#send(changes);
  }

  /** Names the frame; false when there is none. The field in it keeps the name that it was mounted with. */
  rename(label: string): boolean {
    const frame = this.#mountPoint?.container.querySelector('iframe');
    if (frame) frame.title = label;
    return !!frame;
  }

  /** Takes the element's text style of now; false when the SDK cannot. */
  restyle(): boolean {
    const style = this.#currentStyle();
    const text = JSON.stringify(style);
    if (text === this.#style) return true;
    this.#style = text;
    return !!this.#field?.update && this.update({ style });
  }

  /** Tells assistive technology inside the frame that the content is wrong. */
  setInvalid(invalid: boolean): void {
    if (!this.isReady || invalid === this.#isInvalid) return;
    this.#isInvalid = invalid;
    this.#send({ invalid });
  }

  /** Moves focus into the frame; false when it cannot. */
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
      // Already unmounted by the page: nothing is left to undo.
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
        this.#tell({ type });
      });
    }
    on('change', () => {
      this.mayHoldDigits = true;
      this.#tell({ type: 'change', byShopper: this.#hasFocus });
    });
    on('validityChange', ({ errorMessages }) => {
      const causes = (errorMessages ?? []).map(({ cause }) => textOf(cause));
      this.#tell({ type: 'validity', valid: causes.length === 0, causes });
    });
    if (this.type === 'cardNumber') {
      on('binChange', ({ bin }) => this.#tell({ type: 'binChange', bin: textOf(bin) || null }));
    }
    on('error', ({ error }) => {
      this.unmount(); // an empty frame would look like a field
      this.#fail(`The field ${this.type} could not be loaded.`, error);
    });
  }

  #handleReady(): void {
    clearTimeout(this.#timer);
    // A second ready without our doing: the frame was reloaded.
    const { losesDigits } = this;
    this.isReady = true;
    this.#hasFocus = this.mayHoldDigits = this.digitsLost = this.#isInvalid = false;
    this.#send(this.#wanted);
    const lost = new MpError('field-lost', `The frame of ${this.type} was reloaded; what was typed is gone.`);
    this.#tell({ type: 'ready', ...(losesDigits && { lost }) });
  }

  #fail(message: string, cause?: unknown): void {
    this.#tell({ type: 'failed', error: new MpError('field-timeout', message, { cause }) });
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

  #currentStyle(): Record<string, string> {
    return fieldStyle(this.#place.styleSource(this.type));
  }
}
