import { asMpError } from '../errors.js';
import { RETRY_DELAYS } from '../timeouts.js';

/**
 * Does the work again, with longer and longer delays, until it succeeds, as long as `isWanted`. `onFailure` is called for the
 * first failure. `undefined` when the work is not wanted any more, or cannot succeed.
 */
export async function retryWhile<T>(
  isWanted: () => boolean,
  work: () => Promise<T>,
  onFailure?: () => void,
): Promise<T | undefined> {
  for (let attempt = 0; isWanted(); attempt++) {
    try {
      const result = await work();
      return isWanted() ? result : undefined;
    } catch (error) {
      if (attempt === 0 && isWanted()) onFailure?.();
      if (asMpError(error)?.retryable === false || attempt === RETRY_DELAYS.length) return undefined;
      await new Promise((resolve) => setTimeout(resolve, RETRY_DELAYS[attempt]));
    }
  }
  return undefined;
}
