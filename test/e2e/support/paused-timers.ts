import type { Page } from 'puppeteer-core';

/** Timers of this length and longer are time-outs. */
const SHORTEST = 9_000;

/** The long timers of a page, which run when the test says so: no test waits for a time-out. */
export class PausedTimers {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Call it before the page is opened. */
  static async install(page: Page): Promise<PausedTimers> {
    await page.evaluateOnNewDocument(hold, SHORTEST);
    return new PausedTimers(page);
  }

  /** Runs the timers of this length, also those that are set meanwhile, until an element reports an error. */
  async passUntilError(milliseconds: number): Promise<void> {
    await this.#page.evaluate(() => void (window.hasReported = false));
    await this.#page.waitForFunction(
      (wanted) => {
        window.runPausedTimers(wanted);
        return window.hasReported;
      },
      {},
      milliseconds,
    );
  }
}

declare global {
  interface Window {
    runPausedTimers(milliseconds: number): void;
    hasReported: boolean;
  }
}

/** The frames of others keep their time. */
function hold(shortest: number): void {
  if (window !== window.top) return;
  const paused = new Map<number, { milliseconds: number; run: () => void }>();
  const { setTimeout: setNow, clearTimeout: clearNow } = window;
  let last = 0;
  const set = (handler: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]): number => {
    if (milliseconds < shortest) return setNow(handler, milliseconds, ...given);
    const id = --last;
    paused.set(id, { milliseconds, run: () => handler(...given) });
    return id;
  };
  window.hasReported = false;
  addEventListener('card-error', () => (window.hasReported = true));
  window.setTimeout = set as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    if (!paused.delete(Number(id))) clearNow(id);
  };
  window.runPausedTimers = (milliseconds) => {
    const due = [...paused].filter(([, timer]) => timer.milliseconds === milliseconds);
    for (const [id, { run }] of due) {
      paused.delete(id);
      run();
    }
  };
}
