import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { merchantEndpoint } from '../core/merchant-endpoint.js';
import { isOnServer } from '../core/platform.js';
import { reportError } from '../core/report-error.js';
import { ShopElement } from '../core/shop-element.js';
import { StateEvents } from '../core/state-events.js';
import { Store } from '../core/store.js';
import { showNewWords } from '../core/browser-translation.js';
import { toMpError } from '../errors.js';
import { challengeLanguages } from '../i18n/challenge/languages.js';
import type { ChallengeMessages } from '../i18n/messages.js';
import { baseStyles } from '../ui/base-styles.js';
import { BankFrame } from './bank-frame.js';
import type { ChallengeContext } from './context.js';
import { Ending } from './ending.js';
import { isRunning, reduce } from './reducer.js';
import { publicState, type ChallengeState } from './selectors.js';
import { challengeOf, returnAddress } from './settings.js';
import { StatusPoll } from './status-poll.js';
import { initialState, type Action, type Challenge, type State } from './state.js';
import { challengeStyles } from './styles.js';
import { view } from './view.js';

/**
 * The bank's question (3DS) about a payment whose `status_detail` is `pending_challenge`: shows the bank's page in a dialog
 * and asks the shop until the payment is decided. Render it again as long as the payment waits.
 *
 * @tagname mp-payment-challenge
 *
 * @fires {ChallengeDoneEvent} challenge-done - The payment is decided: `status` and `statusDetail` as the shop answered them; `unknown` after 10 minutes without a decision. `preventDefault()` keeps the page from going to `return-url`.
 * @fires {StateChangeEvent} state-change - `state` changed.
 * @fires {CardErrorEvent} card-error - The shop did not answer, or the page is set up wrongly (`configuration`).
 *
 * @csspart dialog - The dialog with the bank's page.
 * @csspart frame - The frame of the bank's page.
 * @csspart notice - What the shopper reads in the page.
 * @csspart action - Buttons.
 * @csspart status - The live region in the dialog.
 *
 * @cssstate idle - There is no challenge.
 * @cssstate loading - The bank's page is loading.
 * @cssstate waiting - The bank's page is there, or was blocked.
 * @cssstate checking - The bank's page is finished; the shop does not know yet.
 * @cssstate closed - The shopper closed the dialog; the payment still waits.
 * @cssstate unfinished - Not decided after 10 minutes.
 * @cssstate done - The shop says how the payment ended.
 * @cssstate error - The page is set up wrongly.
 */
export class MpPaymentChallengeElement extends ShopElement<ChallengeMessages> {
  static override readonly styles = [baseStyles, challengeStyles];

  /** Address of the challenge, https: `external_resource_url` of a payment's `three_ds_info`, `url` of an order's `transaction_security`. */
  @property() url = '';

  /** `creq` of a payment's `three_ds_info`: posted to `url`. Orders have none. */
  @property() creq = '';

  /** Asked with `GET` for `{status, status_detail}` of the payment; the shop answers only to the session that owns it. */
  @property() endpoint = '';

  /** Where the page goes once the payment is decided: an address of this site. Without it the page stays. */
  @property({ attribute: 'return-url' }) returnUrl = '';

  readonly #store = new Store<State, Action>(initialState, reduce);
  #opened: HTMLDialogElement | null = null;
  readonly #context: ChallengeContext = {
    host: this,
    internals: this.internals,
    store: this.#store,
    endpoint: () => merchantEndpoint(this),
    returnUrl: () => this.returnUrl,
    frame: () => this.renderRoot.querySelector('iframe'),
    emit: (event) => this.dispatchEvent(event),
    report: (error, phase) => reportError(this, error, phase),
  };
  readonly #frame = new BankFrame(this.#context);

  constructor() {
    super();
    const states = new StateEvents<State, Action>(this.#context, {
      name: publicState,
      isComplete: ({ answer }) => answer !== null,
    });
    const features = [this.#frame, new StatusPoll(this.#context), new Ending(this.#context)];
    for (const feature of features) this.addController(feature);
    this.#store.listen((change) => {
      this.requestUpdate();
      for (const feature of [states, ...features]) feature.changed(change);
      if (change.before.isOpen && !change.after.isOpen) void this.updateComplete.then(() => this.focus());
    });
  }

  /** `idle`, `loading`, `waiting`, `checking`, `closed`, `unfinished`, `done` or `error`; also as CSS `:state(…)`. */
  get state(): ChallengeState {
    return publicState(this.#store.state);
  }

  /** Moves focus to what the element says in the page. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#notice')?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A dialog that left the page is not modal any more when it comes back.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dialog?.close?.();
    this.#opened = null;
  }

  protected override get languages() {
    return challengeLanguages;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const isOther = changed.has('url') || changed.has('creq');
    if (isOnServer()) return;
    // The address of a running challenge is read at every request.
    if (isOther || (changed.has('endpoint') && !isRunning(this.#store.state))) this.#begin();
  }

  protected override render(): TemplateResult {
    const act = (type: 'opened' | 'closed' | 'look-wanted') => () => this.#store.dispatch({ type });
    return view({
      state: this.#store.state,
      messages: this.spokenLocale.messages,
      on: {
        load: this.#frame.handleLoad,
        open: act('opened'),
        close: act('closed'),
        check: act('look-wanted'),
      },
    });
  }

  protected override updated(): void {
    showNewWords(this.renderRoot);
    const dialog = this.#dialog;
    const { isOpen } = this.#store.state;
    if (!isOpen) this.#opened = null;
    if (!dialog || dialog.open === isOpen) return;
    if (!isOpen) dialog.close?.();
    // The shopper closed it and its `close` event is still to come: an answer at that moment does not open it again.
    else if (dialog === this.#opened) this.#store.dispatch({ type: 'closed' });
    else if (this.isConnected) {
      dialog.showModal?.();
      this.#opened = dialog;
    }
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector('dialog') ?? null;
  }

  #begin(): void {
    let challenge: Challenge | null = null;
    let isMisconfigured = false;
    try {
      // An attribute that was taken away is `null`.
      const { url, creq, endpoint, requestHeaders } = this;
      challenge = challengeOf({ url: url ?? '', creq: creq ?? '', endpoint: endpoint ?? '', requestHeaders });
      if (challenge) this.#checkReturnAddress();
    } catch (cause) {
      isMisconfigured = true;
      this.#report(cause);
    }
    this.#store.dispatch({ type: 'began', challenge, isMisconfigured });
  }

  /** The challenge is shown all the same: a payment depends on it. */
  #checkReturnAddress(): void {
    try {
      returnAddress(this.returnUrl);
    } catch (cause) {
      this.#report(cause);
    }
  }

  #report(cause: unknown): void {
    reportError(this, toMpError(cause, 'configuration', 'The challenge cannot be read.'), 'challenge');
  }
}
