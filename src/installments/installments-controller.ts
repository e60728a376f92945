import type { LitElement } from 'lit';
import { decodeAmount } from '../card/amount.js';
import { canHaveInstallments, choosablePlans, type InstallmentPlan } from '../card/installments.js';
import { MpError } from '../errors.js';
import type { Locale } from '../i18n/locale.js';
import type { Lookups } from '../mercadopago/lookups.js';
import { InstallmentsChangeEvent, type ErrorPhase } from '../core/events.js';
import {
  chosenPlan,
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

/** What the controller uses of its element. */
export interface InstallmentsHost {
  readonly element: LitElement;
  /** The present state; `undefined` while no card can be paid with. */
  state(): Installments | undefined;
  /** True when the event changed the state. */
  dispatch(event: InstallmentsEvent): boolean;
  settings(): {
    readonly publicKey: string;
    readonly amount: string | number;
    readonly maxInstallments?: number | undefined;
  };
  /** The chosen card, or the card that is typed. */
  card(): InstallmentsCard | null;
  locale(): Locale;
  /** False while the element is not rendered, as in a hidden part of the page. */
  hasBox(): boolean;
  /** Its rejection is ignored here: the Secure Fields report the same error. */
  connect(): Promise<Lookups>;
  reportError(error: MpError, phase: ErrorPhase): void;
}

/** Requests the installment plans for card and amount. Paying in a single payment never waits for it. */
export class InstallmentsController {
  readonly #host: InstallmentsHost;
  readonly #plans = new Map<string, readonly InstallmentPlan[]>();
  /** The last request that was started. */
  #started: InstallmentsRequest | undefined;
  /** Set with the first request, which alone is not delayed. */
  #latestLoad: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastSettings = '';

  constructor(host: InstallmentsHost) {
    this.#host = host;
  }

  /** Call it when card, amount, locale or visibility may have changed. */
  sync(): void {
    const state = this.#host.state();
    if (!state) return;
    const amount = this.#amount();
    const wanted = this.#request(amount);
    const request = JSON.stringify(wanted) === JSON.stringify(state.request) ? state.request : wanted;
    this.#host.dispatch({ type: 'ask', amount, request });
    if (request && request !== this.#started) this.#start(request, this.#latestLoad ? DEBOUNCE : 0);
  }

  /** Handles a choice of the shopper. */
  choose(installments: number): void {
    if (!this.#host.dispatch({ type: 'choose', installments })) return;
    const state = this.#host.state();
    const plan = state && chosenPlan(state);
    if (plan) this.#host.element.dispatchEvent(new InstallmentsChangeEvent(plan));
  }

  /** Repeats the request, unless its plans are known. */
  requestAgain(): void {
    const state = this.#host.state();
    if (!state?.request) return;
    const request = { ...state.request };
    this.#host.dispatch({ type: 'ask', amount: state.amount, request });
    this.#start(request, 0);
  }

  /** Handles the retry button. Focus moves from the button, which disappears, to what is shown in its place. */
  async retry(): Promise<void> {
    this.requestAgain();
    await this.#focus('#installments');
    await this.#latestLoad;
    if (document.activeElement === document.body) await this.#focus('#installments-retry');
  }

  /** Call it when the element leaves the page. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#started = undefined;
  }

  /** The amount, or empty when it is missing or invalid. An invalid setting is reported once. */
  #amount(): string {
    const { amount, maxInstallments } = this.#host.settings();
    const settings = `${amount} ${maxInstallments}`;
    const isNew = settings !== this.#lastSettings;
    this.#lastSettings = settings;
    try {
      if (Number.isNaN(maxInstallments)) throw new MpError('configuration', 'max-installments must be a whole number.');
      return decodeAmount(amount);
    } catch (error) {
      if (isNew) this.#host.reportError(error as MpError, 'installments');
      return '';
    }
  }

  #request(amount: string): InstallmentsRequest | null {
    const card = this.#host.card();
    if (!card) return null;
    const { publicKey, maxInstallments: max } = this.#host.settings();
    const query = {
      amount,
      bin: card.firstSixDigits,
      paymentTypeId: card.paymentMethod.paymentTypeId,
      paymentMethodId: card.paymentMethod.id,
      issuerId: card.issuer?.id ?? null,
      locale: this.#host.locale().sdkLocale,
    };
    return canHaveInstallments(query) ? { query, card: card.id, publicKey, max } : null;
  }

  #start(request: InstallmentsRequest, delay: number): void {
    if (!this.#host.hasBox()) return;
    clearTimeout(this.#timer);
    this.#started = request;
    const plans = this.#plans.get(keyOf(request));
    if (plans) return this.#offer(request, plans);
    const load = () => void (this.#latestLoad = this.#load(request));
    if (delay) this.#timer = setTimeout(load, delay);
    else load();
  }

  async #load(request: InstallmentsRequest): Promise<void> {
    const isCurrent = () => this.#host.state()?.request === request;
    if (!isCurrent()) return;
    const sdk = await this.#host.connect().catch(() => undefined);
    if (!isCurrent()) return;
    if (!sdk) return this.#offer(request, []);
    try {
      const plans = await sdk.installments(request.query);
      this.#plans.set(keyOf(request), plans);
      this.#offer(request, plans);
    } catch (error) {
      const isNew = this.#host.dispatch({ type: 'failed', request });
      if (isNew) this.#host.reportError(error as MpError, 'installments');
    }
  }

  #offer(request: InstallmentsRequest, plans: readonly InstallmentPlan[]): void {
    const amount = Number(request.query.amount);
    const single: InstallmentPlan = {
      installments: 1,
      installmentAmount: amount,
      totalAmount: amount,
      recommendedMessage: this.#host.locale().messages.oneInstallment,
      isInterestFree: true,
      legalTexts: [],
    };
    this.#host.dispatch({ type: 'plans', request, plans: choosablePlans(plans, request.max, single) });
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.element.updateComplete;
    this.#host.element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

const keyOf = ({ publicKey, query }: InstallmentsRequest): string => JSON.stringify([publicKey, query]);
