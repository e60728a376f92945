import { bareNumber, tidyName } from '../card/input-problems.js';
import { MpError } from '../errors.js';
import type { Locale } from '../i18n/locale.js';
import {
  CARD_FIELDS,
  CardFields,
  type CardFieldEvent,
  type CardFieldLooks,
  type CardFieldType,
} from '../mercadopago/card-fields.js';
import type { CardToken, PaymentSdk } from '../mercadopago/payment-sdk.js';
import { SdkConnection } from '../mercadopago/sdk-connection.js';
import type { ErrorPhase } from '../core/events.js';
import {
  areFramesReady,
  asksDocument,
  codeRule,
  isAway,
  isOpening,
  methodOf,
  problemOf,
  wrongFields,
} from './fields.js';
import { MethodLookup } from './method-lookup.js';
import type { Open, State } from './state.js';
import type { Store } from './store.js';

/** What typing a card needs to know of its element. */
export interface CardEntryHost {
  readonly element: HTMLElement;
  readonly store: Store;
  publicKey(): string;
  locale(): Locale;
  /** False while the element is in a hidden part of the page. */
  hasBox(): boolean;
  styleSource(field: CardFieldType): Element;
  /** The shopper left a field. */
  left(field: CardFieldType): void;
  reportError(error: MpError, phase: ErrorPhase): void;
}

/** The Secure Fields of the new card, what Mercado Pago tells of it while it is typed, and tokens made from it. */
export class CardEntry {
  readonly #host: CardEntryHost;
  readonly #fields: CardFields;
  readonly #connection: SdkConnection;
  readonly #lookup: MethodLookup;
  #isMakingToken = false;
  /** How the fields were worded last. */
  #looks = '';

  constructor(host: CardEntryHost) {
    this.#host = host;
    this.#fields = new CardFields({
      element: host.element,
      slotOf: (field) => field,
      publicKey: () => host.publicKey(),
      styleSource: (field) => host.styleSource(field),
      isBusy: () => this.#isMakingToken || !!this.#open?.saving,
      onFieldEvent: (event, field) => this.#handleFieldEvent(event, field),
    });
    this.#connection = new SdkConnection(this.#fields.fieldsUser, () => host.locale().sdkLocale);
    this.#lookup = new MethodLookup(host.store, () => this.#connection.open());
  }

  get hasFrames(): boolean {
    return this.#fields.isOpen;
  }

  /** Shows the fields of the open form, or words them anew. `byShopper`: they may be taken from another element. */
  async show(byShopper: boolean): Promise<void> {
    if (!this.#open || !(this.hasFrames || this.#host.hasBox())) return;
    try {
      const sdk = await this.#connection.open();
      if (!this.#open || !this.#host.element.isConnected) return;
      const looks = this.#looksNow();
      this.#looks = JSON.stringify(looks);
      this.#fields.show(sdk, looks, byShopper);
      void this.#lookup.askDocuments(this.#host.publicKey());
    } catch (error) {
      this.#handleFieldEvent({ type: 'failed', error: error as MpError }, undefined, 'sdk');
    }
  }

  /** The shopper asks for another attempt, or wants the fields back. */
  async retry(byShopper = true): Promise<void> {
    this.close();
    this.#host.store.dispatch({ type: 'frames', event: { type: 'opening' }, field: undefined });
    await this.show(byShopper);
  }

  /** An act of the shopper takes back the fields that another element took. */
  async takeBack(): Promise<void> {
    if (isAway(this.#host.store.state)) await this.retry();
  }

  /** The language may have changed. */
  relabel(): void {
    if (this.hasFrames && this.#looks !== JSON.stringify(this.#looksNow())) void this.show(false);
  }

  /**
   * A token of the card that was typed.
   *
   * @throws MpError as `PaymentSdk.createCardToken`, and what kept the fields from showing
   */
  async createToken(): Promise<CardToken> {
    const { store } = this.#host;
    this.#isMakingToken = true;
    try {
      // Frames that are still loading hear nothing; in a hidden element none are on their way.
      if (this.#host.hasBox()) await store.until((state) => !isOpening(state));
      const held = heldBy(this.#requireFields());
      const lost = this.#lost(held);
      await Promise.race([this.#lookup.settle(), lost]);
      const sdk = await this.#connection.open();
      return await Promise.race([sdk.createCardToken(requestOf(this.#requireFields())), lost]);
    } finally {
      this.#isMakingToken = false;
    }
  }

  /**
   * Asks for what is known to be missing.
   *
   * @throws MpError `code-incomplete`
   */
  requireWhole(): void {
    if (this.#open && areFramesReady(this.#open)) this.#requireFields();
  }

  /** To be told of every change. */
  follow(before: State, after: State): void {
    this.#lookup.follow(after);
    if (after.status !== 'open' || (before.status === 'open' && before.method === after.method)) return;
    const method = methodOf(after);
    if (!method) return this.#fields.forgetCard(codeRule(after));
    if (method === methodOf(before)) return;
    this.#fields.updateNumber(method.cardNumber);
    this.#fields.updateCode(method.securityCode);
  }

  /** Tells assistive technology inside the frames what is said to be wrong. */
  markInvalid(): void {
    const open = this.#open;
    for (const field of CARD_FIELDS)
      this.#fields.setInvalid(field, !!open?.told.includes(field) && !!problemOf(open, field));
  }

  /** MercadoPago.js, connected once. */
  connect(): Promise<PaymentSdk> {
    return this.#connection.open();
  }

  /** Moves focus to the first frame in which nothing stands. */
  focusEmpty(): void {
    const open = this.#open;
    this.focus(CARD_FIELDS.find((field) => open && !holds(open, field)) ?? 'securityCode');
  }

  focus(field: CardFieldType): boolean {
    return this.#fields.focus(field);
  }

  checkPlace(): void {
    this.#fields.checkPlace();
  }

  /** The page's theme or text size may have changed. */
  restyle(): void {
    this.#fields.restyle();
  }

  /** Empties the code, and lets the rest stand. */
  clearCode(): void {
    if (this.#open) this.#fields.clearCode(codeRule(this.#open));
  }

  /** Empties the fields. */
  clear(): void {
    this.#fields.clear();
  }

  close(): void {
    this.#fields.close();
    this.#connection.forget();
  }

  get #open(): Open | undefined {
    const { state } = this.#host.store;
    return state.status === 'open' ? state : undefined;
  }

  /** The form, when nothing is known to be wrong with it. A frame that never said that it is ready may work all the same. */
  #requireFields(): Open {
    this.#host.store.dispatch({ type: 'check' });
    const open = this.#open;
    if (!open || !this.hasFrames) {
      const error = open?.frames.status === 'shown' ? open.frames.error : undefined;
      throw error ?? new MpError('field-lost', 'The fields of the new card are not shown.');
    }
    const wrong = wrongFields(open);
    if (wrong.length === 0) return open;
    throw new MpError('code-incomplete', `Missing or wrong: ${wrong.join(', ')}.`);
  }

  /** What frames that are gone, or were loaded anew, were asked for will never come. */
  async #lost(held: readonly CardFieldType[]): Promise<never> {
    await this.#host.store.until((state) => state.status !== 'open' || !held.every((field) => holds(state, field)));
    throw new MpError('field-lost', 'The fields were taken away while the token was made.');
  }

  #looksNow(): CardFieldLooks {
    const { messages } = this.#host.locale();
    const length = (this.#open && codeRule(this.#open).length) || 3;
    return {
      cardNumber: { label: messages.cardNumber, placeholder: '' },
      expirationDate: { label: messages.expirationDate, placeholder: messages.expirationPlaceholder },
      securityCode: { label: messages.securityCode, placeholder: '1234'.slice(0, length) },
    };
  }

  #handleFieldEvent(event: CardFieldEvent, field?: CardFieldType, phase: ErrorPhase = 'field'): void {
    const isNew = this.#host.store.dispatch({ type: 'frames', event, field });
    if (event.type === 'blur' && field) this.#host.left(field);
    const error = event.type === 'failed' ? event.error : event.type === 'ready' ? event.lost : undefined;
    if (isNew && error) this.#host.reportError(error, phase);
  }
}

const holds = ({ frames }: Open, field: CardFieldType): boolean =>
  frames.status === 'shown' && !['opening', 'empty'].includes(frames.content[field]);

const heldBy = (open: Open): CardFieldType[] => CARD_FIELDS.filter((field) => holds(open, field));

function requestOf(open: Open) {
  const { cardholderName, identificationType, identificationNumber } = open.typed;
  return {
    cardholderName: tidyName(cardholderName),
    ...(asksDocument(open) && { identificationType, identificationNumber: bareNumber(identificationNumber) }),
  };
}
