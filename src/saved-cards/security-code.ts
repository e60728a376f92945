import { expiryStatus } from '../card/expiry.js';
import { endsAttempt } from '../card/outcome.js';
import type { SavedCard } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import { FieldsFeature } from '../core/fields-feature.js';
import type { Change } from '../core/store.js';
import { askPage } from '../core/token-attempt.js';
import { MpError } from '../errors.js';
import type { CardToken, PaymentSdk } from '../mercadopago/payment-sdk.js';
import { SecurityCodeField, type CodeFieldLook } from '../mercadopago/security-code-field.js';
import { CODE_PLACEHOLDER } from '../ui/code-hint.js';
import type { ListContext } from './context.js';
import type { FieldState } from './code-field-state.js';
import { chosenCard, codeProblem, installmentCount, isCodeWrong, isPaid, opensChoice, tokenOf } from './selectors.js';
import { isByShopper, isReset, type Action, type State } from './state.js';

/** The security code's field of the chosen card, and tokens of the card with the code in it. */
export class SecurityCode extends FieldsFeature<State, Action, ListContext, SecurityCodeField> {
  #label = '';

  constructor(context: ListContext) {
    const { host, settings } = context;
    super(context, (fields) => new SecurityCodeField(fields), {
      settings: () => settings,
      styleSource: () => host.renderRoot.querySelector('.list') ?? host,
      isBusy: (state) => tokenOf(state)?.status === 'making',
      isWanted: (state) => chosenCard(state) !== null && !isPaid(state),
      isOpening: (state) => fieldOf(state)?.status === 'opening',
      token: tokenOf,
      isAway: (state) => fieldOf(state)?.status === 'away',
      toAction: (event) => ({ type: 'field', event }),
    });
  }

  override hostUpdated(): void {
    super.hostUpdated();
    const { state } = this.context.store;
    this.fields.setInvalid(state.status === 'shown' && isCodeWrong(state));
  }

  protected override keyChanged(): void {
    const { store } = this.context;
    if (store.state.status === 'loading') return;
    store.dispatch({ type: 'start-over' });
    super.keyChanged();
  }

  /** A frame with digits in it is kept, with the earlier name inside. */
  protected override wordsChanged(): void {
    const label = this.context.locale().messages.securityCode;
    const isOther = this.#label !== '' && label !== this.#label;
    this.#label = label;
    if (!isOther) return;
    const field = fieldOf(this.context.store.state);
    if (field?.status === 'ready' && field.code === 'empty') void this.show(false);
    else this.fields.rename(label);
  }

  changed(change: Change<State, Action>): void {
    const { before, after, action } = change;
    const { isManaging } = after.setup;
    if (action.type === 'load' || (action.type === 'list-failed' && chosenCard(before) && !chosenCard(after)))
      this.close();
    if (isManaging && !before.setup.isManaging) this.close();
    if (isPaid(after) && !isPaid(before)) this.#closePaid();
    if (!isManaging && (action.type === 'load' || before.setup.isManaging))
      this.context.afterUpdate(() => this.#warmUp());
    if (isEmptying(action) || (before.status === 'shown' && opensChoice(change))) this.fields.forgetDigits();
    if (isEmptying(action) && this.hasFrames) this.fields.remount(false);
    const isRefused = action.type === 'outcome' && !isPaid(after);
    if (opensChoice(change) || (isRefused && isEmptying(action)))
      this.context.afterUpdate(() => void this.show(isRefused || isByShopper(action)));
  }

  protected override showWith(sdk: PaymentSdk, byShopper: boolean): void {
    const { store, locale } = this.context;
    const card = chosenCard(store.state);
    if (!card) return;
    const { mode, length } = card.securityCode;
    const look: CodeFieldLook = {
      length: length || 3,
      mode: mode === 'mandatory' ? mode : 'optional',
      label: locale().messages.securityCode,
      placeholder: CODE_PLACEHOLDER,
    };
    this.fields.show(sdk, look, byShopper);
  }

  /**
   * A token for the chosen card. `isWanted`: false once its attempt has ended.
   *
   * @throws MpError as `PaymentSdk.createCardToken`, also `card-expired`, `aborted`, and what kept the field from showing
   */
  async createToken(isWanted: () => boolean): Promise<TokenDetail> {
    const { store, host, hasBox } = this.context;
    const card = chosenCard(store.state);
    if (!card) throw new MpError('code-incomplete', 'No card is chosen.');
    await askPage(host, card.id);
    if (expiryStatus(card, new Date()) === 'expired') throw new MpError('card-expired', 'The chosen card has expired.');
    const { state } = store;
    if (state.status === 'shown' && state.refused.has(card.id))
      throw new MpError('card-unknown', 'The chosen card was refused for good.');
    // A frame that is still loading receives nothing; in a hidden element none is loading.
    if (hasBox()) await store.until((later) => fieldOf(later)?.status !== 'opening' || !isWanted());
    const field = fieldOf(store.state);
    if (!this.hasFrames) {
      throw field?.status === 'failed'
        ? field.error
        : new MpError('field-lost', 'The field of the security code is not shown.');
    }
    if (this.loss) throw this.loss;
    // A frame may work although it never said that it is ready: the SDK is the judge.
    if (store.state.status === 'shown' && codeProblem(store.state)) {
      throw new MpError('code-incomplete', 'The security code is missing or incomplete.');
    }
    const installments = installmentCount(store.state);
    const sdk = await this.connect();
    // While the page or the frame was waited for, the shopper may have gone to another card, or typed its code.
    if (!isWanted()) throw new MpError('aborted', 'The choice or the code changed meanwhile.');
    return tokenDetail(card, await this.requestToken(sdk, { cardId: card.id }), installments);
  }

  /** The token was submitted and has expired. False when there is no code to be typed again: then a button says how to go on. */
  askAgain(): boolean {
    const { store } = this.context;
    store.dispatch({ type: 'token-expired' });
    return chosenCard(store.state)?.securityCode.mode === 'mandatory';
  }

  focus(): boolean {
    return this.fields.focus();
  }

  /** Begins to load MercadoPago.js, so that it is there when the list is. */
  #warmUp(): void {
    if (!this.context.hasBox()) return;
    this.connect().catch(() => {
      // Reported when the field is needed: for a shopper without cards it is not.
    });
  }

  /** The frame that has the focus goes away. */
  #closePaid(): void {
    const { host, focus } = this.context;
    if (host.matches(':focus-within') && document.activeElement !== host) focus('widget');
    this.close();
  }
}

const fieldOf = (state: State): FieldState | undefined => (state.status === 'shown' ? state.field : undefined);

/** The code is to be typed again, for the same card. */
const isEmptying = (action: Action): boolean =>
  action.type === 'outcome' ? endsAttempt(action.outcome) : isReset(action);

const tokenDetail = (card: SavedCard, { id, expiresAt }: CardToken, installments: number): TokenDetail => ({
  token: id,
  cardId: card.id,
  paymentMethodId: card.paymentMethod.id,
  paymentTypeId: card.paymentMethod.paymentTypeId,
  issuerId: card.issuer?.id ?? null,
  installments,
  lastFourDigits: card.lastFourDigits,
  expiresAt,
  saveCard: false,
});
