import { decodeAmount } from '../card/amount.js';
import { canHaveInstallments, choosablePlans, type InstallmentPlan } from '../card/installments.js';
import { MpError } from '../errors.js';
import type { Lookups } from '../mercadopago/lookups.js';
import { InstallmentsChangeEvent } from '../core/events.js';
import type { Feature, FeatureContext } from '../core/feature.js';
import type { Change } from '../core/store.js';
import {
  chosenPlan,
  installmentsOf,
  type Installments,
  type InstallmentsEvent,
  type InstallmentsRequest,
} from './installments-state.js';

/** How long a card has to stay chosen before its plans are requested, in milliseconds: arrow keys choose card after card. */
const DEBOUNCE = 250;

/** The parts of a card on which its installments depend. */
export interface InstallmentsCard {
  /** Distinguishes cards with the same first digits. */
  readonly id: string;
  readonly firstSixDigits: string;
  readonly paymentMethod: { readonly id: string; readonly paymentTypeId: string };
  readonly issuer: { readonly id: string } | null;
}

/** What differs between the elements. */
export interface InstallmentsSource<State> {
  /** The installments' part of the state; nothing while there is nothing to pay with. */
  installmentsOf(state: State): Installments | undefined;
  /** The card that is chosen or typed. */
  cardOf(state: State): InstallmentsCard | null;
  settings(): {
    readonly publicKey: string;
    readonly amount: string | number;
    readonly maxInstallments?: number | undefined;
  };
  /** An amount that cannot be read is reported by another element. */
  isReportedElsewhere?(error: MpError): boolean;
  /** MercadoPago.js; its failures are reported by what needs it more. */
  connect(): Promise<Lookups>;
}

type InstallmentsAction = { readonly type: 'installments'; readonly event: InstallmentsEvent };

/** The choice of installments, or the button to ask again. */
export type InstallmentsFocus = 'installments';

/** Requests the installment plans for card and amount. Paying in a single payment never waits for it. */
export class InstallmentsController<State, Action> implements Feature<State, Action> {
  readonly #context: FeatureContext<State, Action | InstallmentsAction, InstallmentsFocus>;
  readonly #source: InstallmentsSource<State>;
  readonly #plans = new Map<string, readonly InstallmentPlan[]>();
  /** The last request that was started. */
  #started: InstallmentsRequest | undefined;
  #latestLoad: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastSettings = '';

  constructor(
    context: FeatureContext<State, Action | InstallmentsAction, InstallmentsFocus>,
    source: InstallmentsSource<State>,
  ) {
    this.#context = context;
    this.#source = source;
  }

  /** The card, the amount or the language may have changed. */
  hostUpdate(): void {
    this.sync();
  }

  /** A turn later: who watches sizes must not change them. */
  resized(): void {
    setTimeout(() => this.sync());
  }

  removed(): void {
    clearTimeout(this.#timer);
    this.#started = undefined;
  }

  /** Requests the plans for the current card, amount and locale, unless they were requested already. */
  sync(): void {
    const state = this.#state;
    if (!state) return;
    const amount = this.#amount();
    const wanted = this.#request(amount);
    const request = JSON.stringify(wanted) === JSON.stringify(state.request) ? state.request : wanted;
    this.#dispatch({ type: 'ask', amount, request });
    if (request && request !== this.#started) this.#start(request, this.#latestLoad ? DEBOUNCE : 0);
  }

  /** Handles a choice of the shopper. */
  choose(installments: number): void {
    this.#dispatch({ type: 'choose', installments });
  }

  /** Reports a choice, and that one ended: with its card, its amount or a reset. */
  changed({ before, after }: Change<State, unknown>): void {
    const [was, now] = [before, after].map((state) => this.#source.installmentsOf(state));
    if (installmentsOf(was) !== installmentsOf(now))
      this.#context.emit(new InstallmentsChangeEvent(chosenPlan(now) ?? this.#single()));
  }

  /** Repeats the request, unless its plans are known. */
  requestAgain(): void {
    const state = this.#state;
    if (!state?.request) return;
    const request = { ...state.request };
    this.#dispatch({ type: 'ask', amount: state.amount, request });
    this.#start(request, 0);
  }

  /** Handles the retry button. Focus moves from the button, which disappears, to what is shown in its place. */
  retry(): void {
    this.requestAgain();
    this.#context.focus('installments');
  }

  /** The amount, or empty when it is missing or invalid. An invalid setting is reported once. */
  #amount(): string {
    const { amount, maxInstallments } = this.#source.settings();
    const settings = `${amount} ${maxInstallments}`;
    const isNew = settings !== this.#lastSettings;
    this.#lastSettings = settings;
    try {
      if (Number.isNaN(maxInstallments)) throw new MpError('configuration', 'max-installments must be a whole number.');
      return decodeAmount(amount);
    } catch (error) {
      if (isNew) this.#report(error as MpError);
      return '';
    }
  }

  #request(amount: string): InstallmentsRequest | null {
    const card = this.#source.cardOf(this.#context.store.state);
    if (!card) return null;
    const { publicKey, maxInstallments: max } = this.#source.settings();
    const query = {
      amount,
      bin: card.firstSixDigits,
      paymentTypeId: card.paymentMethod.paymentTypeId,
      paymentMethodId: card.paymentMethod.id,
      issuerId: card.issuer?.id ?? null,
      locale: this.#context.locale().sdkLocale,
    };
    return max !== 1 && canHaveInstallments(query) ? { query, card: card.id, publicKey, max } : null;
  }

  #start(request: InstallmentsRequest, delay: number): void {
    if (!this.#context.hasBox()) return;
    clearTimeout(this.#timer);
    this.#started = request;
    const plans = this.#plans.get(keyOf(request));
    if (plans) return void this.#offer(request, plans);
    const ask = () => void (this.#latestLoad = this.#ask(request));
    if (delay) this.#timer = setTimeout(ask, delay);
    else ask();
  }

  async #ask(request: InstallmentsRequest): Promise<void> {
    const isWanted = () => this.#state?.request === request;
    if (!isWanted()) return;
    const sdk = await this.#source.connect().catch(() => undefined);
    if (!isWanted()) return;
    if (!sdk) return void this.#offer(request, []);
    try {
      const plans = await sdk.installments(request.query);
      this.#plans.set(keyOf(request), plans);
      this.#offer(request, plans);
    } catch (error) {
      // Where the key is wrong, a payment in one fails as well: it is not promised.
      const isOfPage = (error as MpError).code === 'configuration';
      const isNew = isOfPage ? this.#offer(request, []) : this.#dispatch({ type: 'failed', request });
      if (!isNew) return;
      this.#context.focus('installments', { ifLost: true });
      this.#report(error as MpError);
    }
  }

  #offer(request: InstallmentsRequest, plans: readonly InstallmentPlan[]): boolean {
    return this.#dispatch({ type: 'plans', request, plans: choosablePlans(plans, request.max, this.#single()) });
  }

  /** A payment of the current amount, at once. */
  #single(): InstallmentPlan {
    const amount = Number(this.#amount());
    return {
      installments: 1,
      installmentAmount: amount,
      totalAmount: amount,
      recommendedMessage: this.#context.locale().messages.oneInstallment,
      isInterestFree: true,
      legalTexts: [],
    };
  }

  get #state(): Installments | undefined {
    return this.#source.installmentsOf(this.#context.store.state);
  }

  #dispatch(event: InstallmentsEvent): boolean {
    return this.#context.store.dispatch({ type: 'installments', event });
  }

  #report(error: MpError): void {
    if (!this.#source.isReportedElsewhere?.(error)) this.#context.report(error, 'installments');
  }
}

const keyOf = ({ publicKey, query }: InstallmentsRequest): string => JSON.stringify([publicKey, query]);
