/** The page is there as a whole: scripts that follow ours have run, and what is inside our elements has come. */
export async function documentParsed(): Promise<void> {
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}
