import type { PaymentSdk } from './payment-sdk.js';
import { SecureFields, type SecureFieldsEvent, type SecureFieldsHost } from './secure-fields.js';

/** What happens to the field, in the order it happens. The value itself is never known here. */
export type FieldEvent = Exclude<SecureFieldsEvent, { readonly type: 'binChange' | 'validity' }> | CodeValidity;

interface CodeValidity {
  readonly type: 'validity';
  readonly valid: boolean;
}

/** What the field looks and reads like for one card. */
export interface CodeFieldLook {
  readonly length: 3 | 4;
  readonly mode: 'mandatory' | 'optional';
  /** Spoken name; the frame cannot be named by a label outside it. */
  readonly label: string;
  readonly placeholder: string;
}

export interface CodeFieldHost extends Omit<SecureFieldsHost, 'onFieldEvent'> {
  /** Name of the slot that projects the frame. */
  readonly slot: string;
  onFieldEvent(event: FieldEvent): void;
}

/**
 * The security code field: one Secure Field that stays mounted ("warm") while the shopper changes rows. It is mounted anew
 * only when digits were typed that belong to another card, or when the SDK cannot update it.
 */
export class SecurityCodeField extends SecureFields {
  readonly #slot: string;
  #look: CodeFieldLook | undefined;

  constructor(host: CodeFieldHost) {
    super({
      element: host.element,
      publicKey: () => host.publicKey(),
      styleSource: (type) => host.styleSource(type),
      isBusy: () => host.isBusy(),
      onFieldEvent: (event) => {
        if (event.type !== 'binChange') host.onFieldEvent(event);
      },
    });
    this.#slot = host.slot;
  }

  /** Shows the field for a card: keeps the warm frame, or mounts one. `byShopper`: it may be taken from another element. */
  show(sdk: PaymentSdk, look: CodeFieldLook, byShopper: boolean): void {
    const changed = JSON.stringify(look) !== JSON.stringify(this.#look);
    const isRenamed = look.label !== this.#look?.label; // the one thing that the SDK cannot update
    this.#look = look;
    const { length, mode, label, placeholder } = look;
    const settings = { mode, length };
    const required = mode === 'mandatory';
    this.plan(sdk, [{ type: 'securityCode', slot: this.#slot, label, placeholder, required, settings }]);
    const isWarm = this.isOpen && !this.mayHoldDigits && !isRenamed;
    if (isWarm && (!changed || this.#field?.update({ placeholder, settings }))) return;
    this.reopen(byShopper);
  }

  /** Names the frame anew, and nothing in it: that would take the digits. */
  rename(label: string): void {
    this.#field?.rename(label);
  }

  /** Moves focus into the frame; false when it cannot. */
  focus(): boolean {
    return !!this.#field?.focus();
  }

  /** Tells assistive technology inside the frame that the code is wrong. */
  setInvalid(invalid: boolean): void {
    this.#field?.setInvalid(invalid);
  }

  get #field() {
    return this.field('securityCode');
  }
}
