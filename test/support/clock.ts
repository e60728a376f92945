import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { afterTest } from './saved-cards-harness.js';

/** Timers and dates that a test drives, until it is over. Messages between frames go on by themselves. */
export function driveTime(now?: number): Clock {
  const clock = FakeTimers.install({
    toFake: ['setTimeout', 'clearTimeout', ...(now === undefined ? [] : (['Date'] as const))],
    ...(now !== undefined && { now }),
  });
  afterTest(() => clock.uninstall());
  return clock;
}
