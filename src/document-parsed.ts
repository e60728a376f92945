/**
 * The page is there as a whole: scripts that follow ours have run, and what is inside our elements has come. Nothing to wait
 * for once it is, so that cards which are given show with the first render.
 */
export const documentParsed = (): Promise<unknown> | undefined =>
  document.readyState === 'loading'
    ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
    : undefined;
