/** How many states are built at a time: they share one thread, and one that waits for another looks broken. */
const AT_A_TIME = 3;

/** Loads the frames in their order, those in sight and those that are not, and marks the page once all can be looked at. */
export async function fill(frames: readonly HTMLIFrameElement[]): Promise<void> {
  // The page itself is loaded by then, and does not wait for them.
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  const waiting = [...frames];
  const next = async (): Promise<void> => {
    // What the filter hides is loaded last: it may be looked for later.
    const shown = waiting.findIndex((frame) => frame.checkVisibility());
    const [frame] = waiting.splice(Math.max(shown, 0), 1);
    if (!frame) return;
    await load(frame);
    return next();
  };
  const letGo = keepPlace();
  await Promise.all(Array.from({ length: AT_A_TIME }, next));
  letGo();
  document.body.classList.add('settled');
}

/** States move the focus, and the browser scrolls to it, also from within their frames: the page stays where the reader has it. */
function keepPlace(): () => void {
  const listening = new AbortController();
  const options = { signal: listening.signal, passive: true };
  const [left, top] = [scrollX, scrollY];
  const end = (): void => listening.abort();
  addEventListener('scroll', () => scrollTo(left, top), options);
  // From now on it is the reader who scrolls, with the bar beside the page too.
  for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown']) addEventListener(type, end, options);
  document.documentElement.addEventListener('mouseleave', end, options);
  return () => {
    // The event of the last scroll may still be on its way.
    if (!listening.signal.aborted) scrollTo(left, top);
    end();
  };
}

/** Resolves when the state can be looked at, or cannot be shown. */
function load(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener('settled', () => resolve(), { once: true });
    frame.src = frame.dataset['address'] ?? '';
  });
}
