import type { InstallmentPlan } from '../card/installments.js';
import type { TokenDetail } from '../card/token-detail.js';
import type { MpError } from '../errors.js';

/** Where in the work an error arose. */
export type ErrorPhase =
  'sdk' | 'list' | 'field' | 'token' | 'save' | 'remove' | 'default' | 'installments' | 'challenge';

/**
 * How the shopper pays: amounts in decimal units of the currency, and Mercado Pago's own sentence for it. An amount is `null`
 * where it is not known: the choice ended because `amount` is missing or cannot be read.
 */
export interface InstallmentsChoice extends Pick<InstallmentPlan, 'installments' | 'recommendedMessage'> {
  readonly installmentAmount: number | null;
  readonly totalAmount: number | null;
}

/** Which attempt an outcome is of: its token. Without it the latest attempt is meant. */
export interface OutcomeOptions {
  readonly token?: string | undefined;
}

/** Why a token that was handed out must not be used any more. */
export type InvalidationReason =
  'selection' | 'code' | 'amount' | 'installments' | 'expired' | 'rejected' | 'submitted';

/** An event of this package: it bubbles and crosses shadow roots. */
export abstract class MpEvent<Detail> extends CustomEvent<Detail> {
  constructor(type: string, detail: Detail, options: EventInit = {}) {
    super(type, { detail, bubbles: true, composed: true, ...options });
  }
}

/**
 * A token is about to be made, also for a submit of the form. `preventDefault()` stops it; `waitUntil(promise)` lets the
 * page do something first (such as check the stock) and stops it when the promise rejects.
 */
export class BeforeTokenizeEvent extends MpEvent<{ cardId: string | null }> {
  readonly #promises: Promise<unknown>[] = [];

  constructor(cardId: string | null) {
    super('before-tokenize', { cardId }, { cancelable: true });
  }

  waitUntil(promise: Promise<unknown>): void {
    this.#promises.push(promise);
  }

  /** True unless the page stops it; known at once unless it asked to wait. */
  get isAllowed(): boolean | Promise<boolean> {
    if (this.defaultPrevented || this.#promises.length === 0) return !this.defaultPrevented;
    return Promise.allSettled(this.#promises).then((answers) => answers.every(({ status }) => status === 'fulfilled'));
  }
}

/** A token was made and can be charged once. The only event that carries it. */
export class TokenReadyEvent extends MpEvent<TokenDetail> {
  constructor(detail: TokenDetail) {
    super('token-ready', detail);
  }
}

/** The shopper chose in how many parts to pay, or a choice ended: with its card, its amount or a reset. */
export class InstallmentsChangeEvent extends MpEvent<InstallmentsChoice> {
  constructor({ installments, installmentAmount, totalAmount, recommendedMessage }: InstallmentPlan) {
    super('installments-change', {
      installments,
      installmentAmount: installmentAmount || null,
      totalAmount: totalAmount || null,
      recommendedMessage,
    });
  }
}

/** A token that `token-ready` handed out must not be used any more. */
export class TokenInvalidatedEvent extends MpEvent<{ cardId: string | null; reason: InvalidationReason }> {
  constructor(cardId: string | null, reason: InvalidationReason) {
    super('token-invalidated', { cardId, reason });
  }
}

/** Something went wrong; the shopper sees it too, unless its code is `aborted`: then a form that was to be sent was not. */
export class CardErrorEvent extends MpEvent<{ error: MpError; phase: ErrorPhase }> {
  constructor(error: MpError, phase: ErrorPhase) {
    super('card-error', { error, phase });
  }
}

/** What the page needs to enable a Pay button and to show progress. */
export class StateChangeEvent<State extends string = string> extends MpEvent<{ state: State; complete: boolean }> {
  constructor(state: State, complete: boolean, options?: EventInit) {
    super('state-change', { state, complete }, options);
  }
}

declare global {
  interface HTMLElementEventMap extends MpSharedEventMap {}
  interface DocumentEventMap extends MpSharedEventMap {}
  interface WindowEventMap extends MpSharedEventMap {}
}

export interface MpSharedEventMap {
  'before-tokenize': BeforeTokenizeEvent;
  'token-ready': TokenReadyEvent;
  'token-invalidated': TokenInvalidatedEvent;
  'installments-change': InstallmentsChangeEvent;
  'card-error': CardErrorEvent;
  'state-change': StateChangeEvent;
}
