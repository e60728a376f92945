/** The longest that a timer of Node.js waits: a longer one would fire at once. */
const MAX_DELAY = 2 ** 31 - 1;

/** One timer that does not keep the process running. Once it is closed it never rings again, even if it is set. */
export class Alarm {
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** Replaces what was set before. */
  set(delay: number, ring: () => void): void {
    this.clear();
    if (this.#isClosed) return;
    const due = () => {
      this.#timer = undefined;
      ring();
    };
    this.#timer = setTimeout(due, Math.min(delay, MAX_DELAY)).unref();
  }

  clear(): void {
    clearTimeout(this.#timer);
  }

  close(): void {
    this.#isClosed = true;
    this.clear();
  }
}
