import { endsAttempt, isDecided } from '../card/outcome.js';
import { FieldsFeature } from '../core/fields-feature.js';
import type { Change } from '../core/store.js';
import { MpError } from '../errors.js';
import { CARD_FIELDS, CardFields, type CardFieldLooks, type CardFieldType } from '../mercadopago/card-fields.js';
import type { CardToken, PaymentSdk } from '../mercadopago/payment-sdk.js';
import type { FormContext } from './context.js';
import { areFramesReady, codeRule, hasCard, hasContent, methodOf, problemOf, wrongFields } from './field-selectors.js';
import { cardFieldLooks } from './form-messages.js';
import { isAway, isOpening, isSaving, outcomeShown, tokenOf, tokenRequest } from './selectors.js';
import { isReset, type Action, type Open, type State } from './state.js';

/** What typing a card needs of the other features. */
export interface NewCardFieldsSource {
  /** The element whose computed text style a frame takes. */
  styleSource(field: CardFieldType): Element;
  /** Settles when all is known of the card by its first digits, or when that takes too long. */
  settleLookups(): Promise<void>;
  /** MercadoPago.js is loaded, and the frames are asked for. */
  shown(): void;
}

/** The Secure Fields of the new card, and tokens made of what is typed into them. */
export class NewCardFields extends FieldsFeature<State, Action, FormContext, CardFields> {
  readonly #source: NewCardFieldsSource;
  /** Names and placeholders that the frames have. */
  #looks = '';

  constructor(context: FormContext, source: NewCardFieldsSource) {
    super(context, (fields) => new CardFields(fields), {
      settings: () => context.settings(),
      styleSource: (field) => source.styleSource(field),
      isBusy: isSaving,
      isWanted: ({ status }) => status === 'open',
      isOpening,
      token: tokenOf,
      isAway,
      toAction: (event, field) => ({ type: 'frames', event, field }),
    });
    this.#source = source;
  }

  /** A turn later: who watches sizes must not change them. */
  override resized(): void {
    setTimeout(() => super.resized());
  }

  protected override wordsChanged(): void {
    if (this.hasFrames && this.#looks !== JSON.stringify(this.#currentLooks())) void this.show(false);
  }

  protected override showWith(sdk: PaymentSdk, byShopper: boolean): void {
    const looks = this.#currentLooks();
    this.#looks = JSON.stringify(looks);
    this.fields.show(sdk, looks, byShopper);
    this.#source.shown();
  }

  changed({ before, after, action }: Change<State, Action>): void {
    if (after.status === 'closed') {
      if (before.status === 'closed') return;
      this.fields.forgetDigits();
      return this.close();
    }
    if (before.status === 'closed' || before.method !== after.method) this.#updateRules(before, after);
    this.#markInvalid(after);
    if (isEmptied(action, after)) this.fields.clear();
    // What is typed for the next attempt is not taken away by a second refusal of this one.
    const isFirst = action.type === 'outcome' && endsAttempt(action.outcome) && !isDecided(outcomeShown(before));
    if (isFirst) this.clearUsedCode();
    if (action.type === 'type') void this.takeBack();
  }

  /**
   * A token of the card that was typed.
   *
   * @throws MpError as `PaymentSdk.createCardToken`, and what kept the fields from showing
   */
  async createToken(): Promise<CardToken> {
    const { store, hasBox } = this.context;
    const finished = new AbortController();
    this.isMakingToken = true;
    try {
      // Frames that are still loading report nothing; in a hidden element none are on their way.
      if (hasBox()) await store.until((state) => !isOpening(state));
      const open = this.#requireFields();
      const lost = this.#lost(
        CARD_FIELDS.filter((field) => hasContent(open, field)),
        finished.signal,
      );
      await Promise.race([this.#source.settleLookups(), lost]);
      const sdk = await this.connect();
      return await Promise.race([this.requestToken(sdk, tokenRequest(this.#requireFields())), lost]);
    } finally {
      this.isMakingToken = false;
      finished.abort();
    }
  }

  /**
   * Asks for what is known to be missing.
   *
   * @throws MpError `code-incomplete`
   */
  requireComplete(): void {
    if (this.#open && areFramesReady(this.#open)) this.#requireFields();
  }

  focus(field: CardFieldType): void {
    this.fields.focus(field);
  }

  /** After a payment that was not made: the code is typed again. */
  clearUsedCode(): void {
    if (this.context.settings().intent === 'pay' && this.#open && hasCard(this.#open)) this.clearCode();
  }

  /** Empties the code alone. */
  clearCode(): void {
    if (this.#open) this.fields.clearCode(codeRule(this.#open));
  }

  get #open(): Open | undefined {
    const { state } = this.context.store;
    return state.status === 'open' ? state : undefined;
  }

  /** What the frames of the number and the code take depends on the card. */
  #updateRules(before: State, after: Open): void {
    const method = methodOf(after);
    if (!method) return this.fields.forgetCard(codeRule(after));
    if (method === methodOf(before)) return;
    this.fields.updateNumber(method.cardNumber);
    this.fields.updateCode(method.securityCode);
  }

  /** Marks the errors that are shown for assistive technology inside the frames. */
  #markInvalid(open: Open): void {
    for (const field of CARD_FIELDS)
      this.fields.setInvalid(field, open.visibleErrors.includes(field) && problemOf(open, field) !== undefined);
  }

  /** The form, when nothing is known to be wrong with it. A frame that never reported that it is ready may work all the same. */
  #requireFields(): Open {
    this.context.store.dispatch({ type: 'check' });
    const open = this.#open;
    if (!open || !this.hasFrames) {
      const error = open?.frames.status === 'shown' ? open.frames.error : undefined;
      throw error ?? new MpError('field-lost', 'The fields of the new card are not shown.');
    }
    const wrong = wrongFields(open);
    if (wrong.length === 0) return open;
    throw this.loss ?? new MpError('code-incomplete', `Missing or wrong: ${wrong.join(', ')}.`);
  }

  /** Frames that were removed, or loaded again, never answer. */
  async #lost(fields: readonly CardFieldType[], signal: AbortSignal): Promise<never> {
    const isLost = (state: State) => state.status !== 'open' || !fields.every((field) => hasContent(state, field));
    await this.context.store.until(isLost, signal);
    throw this.loss ?? new MpError('field-lost', 'The fields were taken away while the token was made.');
  }

  #currentLooks(): CardFieldLooks {
    return cardFieldLooks(this.context.locale().messages);
  }
}

/** The fields begin again, empty: after a reset, and after a payment unless the card is still to be saved. */
const isEmptied = (action: Action, { typed, saving }: Open): boolean =>
  isReset(action) || (action.type === 'paid' && !typed.saveCard && !saving);
