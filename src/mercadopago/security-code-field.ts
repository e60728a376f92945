import type { PaymentSdk } from './payment-sdk.js';
import { SecureFields, type SecureFieldsEvent } from './secure-fields.js';

/** Events of the field; of its validity nothing else is used. */
export type FieldEvent =
  Exclude<SecureFieldsEvent, { readonly type: 'validity' }> | { readonly type: 'validity'; readonly valid: boolean };

/** Rule and texts of the field for one card. */
export interface CodeFieldLook {
  readonly length: 3 | 4;
  readonly mode: 'mandatory' | 'optional';
  /** Accessible name. A `<label>` outside the frame cannot name the input in it. */
  readonly label: string;
  readonly placeholder: string;
}

/**
 * The security code field: one Secure Field that stays mounted while the shopper chooses between cards. It is replaced only if
 * it has digits, which belong to the card before, or if the SDK cannot update it.
 */
export class SecurityCodeField extends SecureFields {
  #look: CodeFieldLook | undefined;

  /** Shows the field for a card: keeps an empty frame, or mounts a new one. `byShopper`: it may be taken from another element. */
  show(sdk: PaymentSdk, look: CodeFieldLook, byShopper: boolean): void {
    const changed = JSON.stringify(look) !== JSON.stringify(this.#look);
    const isRenamed = look.label !== this.#look?.label; // the SDK cannot update the name inside the frame
    this.#look = look;
    const { length, mode, label, placeholder } = look;
    const settings = { mode, length };
    const required = mode === 'mandatory';
    this.configure(sdk, [{ type: 'securityCode', label, placeholder, required, settings }]);
    const canKeepFrame = this.isOpen && !this.mayHaveDigits && !isRenamed;
    if (canKeepFrame && (!changed || this.#field?.update({ placeholder, settings }))) return;
    this.remount(byShopper);
  }

  /** Sets the title of the frame. The name inside it stays: a new one would take a new frame, without the digits. */
  rename(label: string): void {
    this.#field?.rename(label);
  }

  /** Moves focus into the frame; false when that is not possible. */
  focus(): boolean {
    return !!this.#field?.focus();
  }

  /** Sets `aria-invalid` inside the frame. */
  setInvalid(invalid: boolean): void {
    this.#field?.setInvalid(invalid);
  }

  get #field() {
    return this.field('securityCode');
  }
}
