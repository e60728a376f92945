import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { afterTest } from './saved-cards-harness.js';

/** Timers and dates that a test drives, until it is over. Messages between frames go on by themselves. */
export function driveTime(now?: number): Clock {
  const clock = FakeTimers.install({
    shouldClearNativeTimers: true,
    toFake: ['setTimeout', 'clearTimeout', ...(now === undefined ? [] : (['Date'] as const))],
    ...(now !== undefined && { now }),
  });
  afterTest(async () => {
    await clock.tickAsync(0); // the element was taken off the page before, and gives its field back a turn later
    clock.uninstall();
  });
  return clock;
}
