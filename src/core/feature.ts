import type { LitElement, ReactiveController } from 'lit';
import type { MpError } from '../errors.js';
import type { Locale } from '../i18n/locale.js';
import type { SharedMessages } from '../i18n/messages.js';
import type { ErrorPhase } from './events.js';
import type { Change, Store } from './store.js';

/** One concern of an element: the effects that follow from its state. */
export interface Feature<State, Action> extends ReactiveController {
  /**
   * Effects that follow from a change of the state; methods that a press or the page calls may start work, too. Called before
   * the element renders: it may send requests, dispatch events and read the old DOM. What needs the new DOM goes through
   * `FeatureContext.afterUpdate`.
   */
  changed?(change: Change<State, Action>): void;
  /** The element came into view, went out of it, or has another size. */
  resized?(): void;
  /** The element has left the page: it was not only moved within it. */
  removed?(): void;
}

export interface FocusOptions {
  /** Only if the focus is inside the element, on something that the update takes away. */
  readonly ifLost?: boolean;
}

/** What a feature may know of its element. No feature imports an element or another feature. */
export interface FeatureContext<State, Action, FocusTarget, Words = SharedMessages> {
  readonly host: LitElement;
  readonly internals: ElementInternals;
  readonly store: Store<State, Action>;
  /** The current words, and the locale of MercadoPago.js. */
  locale(): Locale<Words>;
  /** False while the element is in a hidden part of the page. */
  hasBox(): boolean;
  /** False also where the element has a box that cannot be seen or used, as in a tab hidden by `visibility`. */
  isReachable(): boolean;
  /** It could be used, if its part of the page were not inert. */
  isInert(): boolean;
  /** Disabled, by itself or by a fieldset. */
  isDisabled(): boolean;
  /** Is aborted when the element has left the page: it was not only moved within it. */
  presence(): AbortSignal;
  /** Runs once the element has rendered; not at all when it has left the page by then. */
  afterUpdate(run: () => void): void;
  /** As `dispatchEvent`: false when a listener prevented it. */
  emit(event: Event): boolean;
  /** Reports an error to the page, once. */
  report(error: MpError, phase: ErrorPhase): void;
  /** Moves the focus once the element has rendered; the last request wins. */
  focus(target: FocusTarget, options?: FocusOptions): void;
}
