import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { afterTest } from './saved-cards-harness.js';

/** Fake timers and dates until the test is over. Messages between frames are not faked. */
export function driveTime(now?: number): Clock {
  const clock = FakeTimers.install({
    shouldClearNativeTimers: true,
    toFake: ['setTimeout', 'clearTimeout', ...(now === undefined ? [] : (['Date'] as const))],
    ...(now !== undefined && { now }),
  });
  afterTest(async () => {
    await clock.tickAsync(0); // the element was removed before, and releases its field in a task of its own
    clock.uninstall();
  });
  return clock;
}
