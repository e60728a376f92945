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

/** How long a card has to stay chosen before Mercado Pago is asked, in milliseconds: arrows pass over many. */
const PAUSE = 250;

/** A card, as far as instalments depend on it. */
export interface InstallmentsCard {
  /** Tells it from others with the same first digits. */
  readonly id: string;
  readonly firstSixDigits: string;
  readonly paymentMethod: { readonly id: string; readonly paymentTypeId: string };
  readonly issuer: { readonly id: string } | null;
}

/** What instalments need to know of their element. */
export interface InstallmentsHost {
  readonly element: LitElement;
  /** Nothing while there is nothing to pay with. */
  state(): Installments | undefined;
  /** True when the event changed something. */
  dispatch(event: InstallmentsEvent): boolean;
  settings(): {
    readonly publicKey: string;
    readonly amount: string | number;
    readonly maxInstallments?: number | undefined;
  };
  /** The card that is chosen or typed. */
  card(): InstallmentsCard | null;
  locale(): Locale;
  /** False while the element is in a hidden part of the page. */
  hasBox(): boolean;
  /** A failure is told by what needs MercadoPago.js more. */
  connect(): Promise<Lookups>;
  reportError(error: MpError, phase: ErrorPhase): void;
}

/** Asks Mercado Pago in how many parts the amount can be paid, without ever being in the way of paying in one. */
export class InstallmentsController {
  readonly #host: InstallmentsHost;
  readonly #answers = new Map<string, readonly InstallmentPlan[]>();
  /** The request that is or was worked on. */
  #begun: InstallmentsRequest | undefined;
  #work: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settingsRead = '';

  constructor(host: InstallmentsHost) {
    this.#host = host;
  }

  /** To be called when anything may have changed: the card, the amount, the language, or the element came into view. */
  sync(): void {
    const state = this.#host.state();
    if (!state) return;
    const amount = this.#amount();
    const wanted = this.#request(amount);
    const request = JSON.stringify(wanted) === JSON.stringify(state.request) ? state.request : wanted;
    this.#host.dispatch({ type: 'ask', amount, request });
    if (request && request !== this.#begun) this.#begin(request, this.#work ? PAUSE : 0);
  }

  /** The shopper chose. */
  choose(installments: number): void {
    if (!this.#host.dispatch({ type: 'choose', installments })) return;
    const state = this.#host.state();
    const plan = state && chosenPlan(state);
    if (plan) this.#host.element.dispatchEvent(new InstallmentsChangeEvent(plan));
  }

  /** Asks once more, unless there is an answer. */
  again(): void {
    const state = this.#host.state();
    if (!state?.request) return;
    const request = { ...state.request };
    this.#host.dispatch({ type: 'ask', amount: state.amount, request });
    this.#begin(request, 0);
  }

  /** The shopper asks once more; the keyboard's place goes from the button to what takes its place. */
  async retry(): Promise<void> {
    this.again();
    await this.#focus('#installments');
    await this.#work;
    if (document.activeElement === document.body) await this.#focus('#installments-retry');
  }

  /** The element left the page. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#begun = undefined;
  }

  /** What is given, said once to be wrong if it is. */
  #amount(): string {
    const { amount, maxInstallments } = this.#host.settings();
    const read = `${amount} ${maxInstallments}`;
    const isNew = read !== this.#settingsRead;
    this.#settingsRead = read;
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

  #begin(request: InstallmentsRequest, pause: number): void {
    if (!this.#host.hasBox()) return;
    clearTimeout(this.#timer);
    this.#begun = request;
    const plans = this.#answers.get(keyOf(request));
    if (plans) return this.#offer(request, plans);
    const ask = () => void (this.#work = this.#ask(request));
    if (pause) this.#timer = setTimeout(ask, pause);
    else ask();
  }

  async #ask(request: InstallmentsRequest): Promise<void> {
    const isWanted = () => this.#host.state()?.request === request;
    if (!isWanted()) return;
    const sdk = await this.#host.connect().catch(() => undefined);
    if (!isWanted()) return;
    if (!sdk) return this.#offer(request, []);
    try {
      const plans = await sdk.installments(request.query);
      this.#answers.set(keyOf(request), plans);
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
