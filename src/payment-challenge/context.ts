import type { LitElement } from 'lit';
import type { ErrorPhase } from '../core/events.js';
import type { Store } from '../core/store.js';
import type { MpError } from '../errors.js';
import type { MerchantEndpoint } from '../merchant/client.js';
import type { Action, State } from './state.js';

/** What a feature may know of its element. */
export interface ChallengeContext {
  readonly host: LitElement;
  readonly internals: ElementInternals;
  readonly store: Store<State, Action>;
  /** The shop, as the page has set it up now. */
  endpoint(): MerchantEndpoint;
  /** As the page has written it. */
  returnUrl(): string;
  /** The frame of the bank's page, once it is rendered. */
  frame(): HTMLIFrameElement | null;
  /** As `dispatchEvent`: false when a listener prevented it. */
  emit(event: Event): boolean;
  /** Reports an error to the page, once. */
  report(error: MpError, phase: ErrorPhase): void;
}
