import { MpError } from '../errors.js';
import type { FeatureContext } from './feature.js';

/** What the page waits for ends with the element: nothing answers in one that is not in the page. */
export function whileInPage<T>(
  { host, presence }: Pick<FeatureContext<never, never, never>, 'host' | 'presence'>,
  start: () => Promise<T>,
): Promise<T> {
  if (!host.isConnected)
    return Promise.reject(new MpError('field-lost', 'The element is not in the page: add it, then make the token.'));
  const left = () => new MpError('aborted', 'The element left the page meanwhile.');
  const signal = presence();
  const leaving = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(left())));
  const work = start().catch((error: unknown) => {
    throw signal.aborted || !host.isConnected ? left() : error;
  });
  return Promise.race([work, leaving]);
}
