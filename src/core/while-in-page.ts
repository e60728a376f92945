import { MpError } from '../errors.js';
import { canPay } from './platform.js';
import type { FeatureContext } from './feature.js';

export const leftPage = (): MpError => new MpError('aborted', 'The element left the page meanwhile.');

/** What the page waits for ends with the element: nothing answers in one that is not in the page. */
export function whileInPage<T>(
  { host, internals, presence }: Pick<FeatureContext<never, never, never>, 'host' | 'internals' | 'presence'>,
  start: () => Promise<T>,
): Promise<T> {
  if (!canPay(internals))
    return Promise.reject(
      new MpError('configuration', 'No payment here: this DOM lacks ElementInternals or ResizeObserver.'),
    );
  if (!host.isConnected)
    return Promise.reject(new MpError('field-lost', 'The element is not in the page: add it, then make the token.'));
  const signal = presence();
  const leaving = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(leftPage())));
  const work = start().catch((error: unknown) => {
    throw signal.aborted || !host.isConnected ? leftPage() : error;
  });
  return Promise.race([work, leaving]);
}

/** Work that is done once at a time: every caller meanwhile gets the same promise. */
export class PendingWork<T> {
  #promise: Promise<T> | undefined;

  get promise(): Promise<T> | undefined {
    return this.#promise;
  }

  run(context: Parameters<typeof whileInPage>[0], start: () => Promise<T>): Promise<T> {
    if (this.#promise) return this.#promise;
    const end = () => {
      if (this.#promise === promise) this.forget();
    };
    // Ends with the work itself, before its outcome is handled, so that a press that follows begins the next one.
    let begin!: (work: Promise<T>) => void;
    // There before it begins: a listener of what it dispatches may ask for it.
    const promise = (this.#promise = new Promise<T>((resolve) => (begin = resolve)));
    begin(whileInPage(context, () => start().finally(end)).finally(end));
    return promise;
  }

  /** What is under way continues; the next one does not wait for it. */
  forget(): void {
    this.#promise = undefined;
  }
}
