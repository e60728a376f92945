// Tests replace the clock.
const { setTimeout: startTimer, clearTimeout: stopTimer } = window;

/** Shorter than the limit of a test, which ends it without saying what it waited for. */
const LIMIT = 15_000;

function focus(): string {
  const active = document.activeElement;
  const inner = active?.shadowRoot?.activeElement;
  return `${active?.localName}${inner ? ` #${inner.id}` : ''} of ${document.hasFocus() ? 'an active' : 'an inactive'} page`;
}

/** Rejects with `problem`, and where the focus was, if `work` takes too long. `signal`: its result is no longer needed. */
export async function withinLimit<Result>(
  work: Promise<Result>,
  problem: () => string,
  signal?: AbortSignal,
): Promise<Result> {
  let timer: number | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = startTimer(() => reject(new Error(`${problem()}; focus on ${focus()}`)), LIMIT);
    signal?.addEventListener('abort', () => stopTimer(timer));
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    stopTimer(timer);
  }
}
