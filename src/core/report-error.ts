import type { MpError } from '../errors.js';
import { CardErrorEvent, type ErrorPhase } from './events.js';

/** The number of the last report of each error, on the whole page. */
const reported = new WeakMap<MpError, number>();
let count = 0;

/** How many errors were reported, for `isReported`. */
export const reportCount = (): number => count;

/** True if the error was reported to the page after the first `since` reports. */
export const isReported = (error: MpError, since = 0): boolean => (reported.get(error) ?? 0) > since;

/** Dispatches `card-error` for what the shopper sees anyway; a mistake of the page is logged on the console too. */
export function reportError(element: HTMLElement, error: MpError, phase: ErrorPhase): void {
  if (error.code === 'aborted') return;
  reported.set(error, ++count);
  if (error.code === 'configuration') console.error(`mp-saved-cards: ${error.message}`);
  element.dispatchEvent(new CardErrorEvent(error, phase));
}
