import type { MpError } from '../errors.js';
import { CardErrorEvent, type ErrorPhase } from './events.js';

const reported = new WeakSet<MpError>();

/** The page has heard of this error. */
export const isReported = (error: MpError): boolean => reported.has(error);

/** Dispatches `card-error` for what the shopper sees anyway; a mistake of the page is logged on the console too. */
export function reportError(element: HTMLElement, error: MpError, phase: ErrorPhase): void {
  if (error.code === 'aborted') return;
  reported.add(error);
  if (error.code === 'configuration') console.error(`mp-saved-cards: ${error.message}`);
  element.dispatchEvent(new CardErrorEvent(error, phase));
}
