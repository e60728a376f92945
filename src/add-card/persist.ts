import { asMpError } from '../errors.js';
import { RETRY_DELAYS } from '../timeouts.js';

/**
 * Works until it works, with longer and longer pauses, as long as somebody still wants it. `onFailure` hears of the first
 * failure. Nothing is given when it is not wanted any more, or cannot work.
 */
export async function persist<T>(
  work: () => Promise<T>,
  isWanted: () => boolean,
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
