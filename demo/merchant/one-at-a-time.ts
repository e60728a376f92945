const running = new Map<string, Promise<unknown>>();

/**
 * Does one thing after the other for each key: two tabs of one customer that pay at the same moment. One process; a shop with
 * several locks the row of its order.
 */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const done = (running.get(key) ?? Promise.resolve()).then(work, work);
  running.set(key, done);
  try {
    return await done;
  } finally {
    if (running.get(key) === done) running.delete(key);
  }
}
