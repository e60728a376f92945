import type { PaymentMethod } from '../card/payment-method.js';
import type { SecurityCodeRule } from '../card/saved-card.js';
import type { PaymentSdk } from './payment-sdk.js';
import { SecureFields, type SecureFieldsEvent } from './secure-fields.js';
import type { VendorFieldType } from './vendor.js';

/** The fields of a new card, in the order in which they are mounted and shown. */
export const CARD_FIELDS = [
  'cardNumber',
  'expirationDate',
  'securityCode',
] as const satisfies readonly VendorFieldType[];

export type CardFieldType = VendorFieldType;

/**
 * Events of the fields of a new card. `unavailable` is about all of them; `opening` and `failed` are about one field or, without
 * a field, about all. `failed` is emitted once, even if several fields fail.
 */
export type CardFieldEvent = SecureFieldsEvent;

/** The texts of one field. */
export interface CardFieldLook {
  /** Accessible name. A `<label>` outside the frame cannot name the input in it. */
  readonly label: string;
  /** `MM/AA`, `123` … */
  readonly placeholder: string;
}

export type CardFieldLooks = Readonly<Record<CardFieldType, CardFieldLook>>;

type CodeRule = Pick<SecurityCodeRule, 'length' | 'mode'>;

/** Number, expiry date and security code of a new card. */
export class CardFields extends SecureFields {
  #labels = '';

  /**
   * Shows the fields, or updates the texts of fields that are shown. A new accessible name inside a frame takes a new frame, so
   * that it waits until nothing is typed; placeholders and the titles of the frames are updated at once. `byShopper`: the
   * fields may be taken from another element.
   */
  show(sdk: PaymentSdk, looks: CardFieldLooks, byShopper: boolean): void {
    const labels = CARD_FIELDS.map((type) => looks[type].label).join();
    const isRenamed = labels !== this.#labels;
    this.configure(
      sdk,
      CARD_FIELDS.map((type) => ({ ...looks[type], type, required: true })),
    );
    if (this.isOpen && (!isRenamed || this.mayHaveDigits)) {
      for (const type of CARD_FIELDS) {
        const { placeholder, label } = looks[type];
        this.field(type)?.update({ placeholder });
        this.field(type)?.rename(label);
      }
      return;
    }
    this.#labels = labels;
    this.remount(byShopper);
  }

  /**
   * Resets the rules when the card is no longer known. The SDK cannot remove a rule and requires one length for the number: 15 for
   * American Express, which is recognized by its four-digit code, 16 for most other cards.
   */
  forgetCard(code: CodeRule): void {
    if (!this.field('securityCode')?.hasRule) return;
    this.updateNumber({ length: code.length === 4 ? 15 : 16, validation: 'none' });
    this.updateCode(code);
  }

  /** Sets the rule of the number field. Without a length the present rule stays, since the SDK cannot remove one. */
  updateNumber({ length, validation }: PaymentMethod['cardNumber']): void {
    if (length) this.field('cardNumber')?.update({ settings: { length, validation } });
  }

  /** Sets the rule of the security code field. For a card without a code it is optional: the SDK has no mode for none. */
  updateCode({ length, mode }: CodeRule): void {
    const settings = { mode: mode === 'mandatory' ? mode : 'optional', length: length || 3 };
    this.field('securityCode')?.update({ settings });
  }

  /** Clears only the security code. */
  clearCode(rule: CodeRule): void {
    this.replaceField('securityCode');
    this.updateCode(rule);
  }

  /** Sets `aria-invalid` inside the frame. */
  setInvalid(type: CardFieldType, invalid: boolean): void {
    this.field(type)?.setInvalid(invalid);
  }

  /** Moves focus into a frame; false when that is not possible. */
  focus(type: CardFieldType): boolean {
    return !!this.field(type)?.focus();
  }

  /** Clears all fields. */
  clear(): void {
    this.forgetDigits();
    if (this.isOpen) this.remount(false);
  }
}
