import type { PaymentMethod } from '../card/payment-method.js';
import type { SecurityCodeRule } from '../card/saved-card.js';
import type { PaymentSdk } from './payment-sdk.js';
import { SecureFields, type SecureFieldsEvent, type SecureFieldsHost } from './secure-fields.js';

/** The fields of a new card in the order in which they are mounted and stand on the page. */
export const CARD_FIELDS = ['cardNumber', 'expirationDate', 'securityCode'] as const;

export type CardFieldType = (typeof CARD_FIELDS)[number];

/**
 * What happens to the fields of a new card. `evicted` is told for all of them, `opening` for all or for one; so is `failed` when
 * MercadoPago.js refused them as a whole, and it is told once however many fields fail.
 */
export type CardFieldEvent = SecureFieldsEvent;

/** What one field looks and reads like. */
export interface CardFieldLook {
  /** Spoken name; the frame cannot be named by a label outside it. */
  readonly label: string;
  /** `MM/AA`, `123` … */
  readonly placeholder: string;
}

export type CardFieldLooks = Readonly<Record<CardFieldType, CardFieldLook>>;

type CodeRule = Pick<SecurityCodeRule, 'length' | 'mode'>;

export interface CardFieldsHost extends SecureFieldsHost {
  styleSource(type: CardFieldType): Element;
  onFieldEvent(event: CardFieldEvent, field?: CardFieldType): void;
  /** Name of the element's slot that projects a field's frame; another one for each. */
  slotOf(type: CardFieldType): string;
}

/** Number, expiry date and security code of a new card. What was typed stays as long as nobody takes the fields away. */
export class CardFields extends SecureFields {
  readonly #slotOf: (type: CardFieldType) => string;
  #labels = '';

  constructor(host: CardFieldsHost) {
    super(host);
    this.#slotOf = (type) => host.slotOf(type);
  }

  /**
   * Shows the fields, or words those that stand anew: their placeholders and their frames' names at once, the names inside
   * the frames only while nothing is typed, since that takes new frames. `byShopper`: they may be taken from another element.
   */
  show(sdk: PaymentSdk, looks: CardFieldLooks, byShopper: boolean): void {
    const labels = CARD_FIELDS.map((type) => looks[type].label).join();
    const isRenamed = labels !== this.#labels;
    this.plan(
      sdk,
      CARD_FIELDS.map((type) => ({ ...looks[type], type, slot: this.#slotOf(type), required: true })),
    );
    if (this.isOpen && (!isRenamed || this.mayHoldDigits)) {
      for (const type of CARD_FIELDS) {
        const { placeholder, label } = looks[type];
        this.field(type)?.update({ placeholder });
        this.field(type)?.rename(label);
      }
      return;
    }
    this.#labels = labels;
    this.reopen(byShopper);
  }

  /**
   * The card is not known any more. The SDK cannot forget the rules of the one before, and takes one length only: that of
   * nearly all cards, or of American Express, which alone has four digits of code.
   */
  forgetCard(code: CodeRule): void {
    if (!this.field('securityCode')?.hasRule) return;
    this.updateNumber({ length: code.length === 4 ? 15 : 16, validation: 'none' });
    this.updateCode(code);
  }

  /** Tells the number field what is known of the card. Without a length its old rule stays: the SDK cannot forget one. */
  updateNumber({ length, validation }: PaymentMethod['cardNumber']): void {
    if (length) this.field('cardNumber')?.update({ settings: { length, validation } });
  }

  /** Tells the code field its rule. A card without a code has an optional one: the SDK knows no other way. */
  updateCode({ length, mode }: CodeRule): void {
    const settings = { mode: mode === 'mandatory' ? mode : 'optional', length: length || 3 };
    this.field('securityCode')?.update({ settings });
  }

  /** Empties the code alone. */
  clearCode(rule: CodeRule): void {
    this.renew('securityCode');
    this.updateCode(rule);
  }

  /** Tells assistive technology inside the frame whether its content is wrong. */
  setInvalid(type: CardFieldType, invalid: boolean): void {
    this.field(type)?.setInvalid(invalid);
  }

  /** Moves focus into a frame; false when it cannot. */
  focus(type: CardFieldType): boolean {
    return !!this.field(type)?.focus();
  }

  /** Empties the fields. */
  clear(): void {
    if (this.isOpen) this.reopen(false);
  }
}
