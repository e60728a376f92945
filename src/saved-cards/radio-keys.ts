const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * The radio that a key moves to, or nothing when the key is not for the group. Like a native group it wraps around, and
 * in a right-to-left page left is onwards; Home and End are ours.
 */
export function radioForKey(event: KeyboardEvent, radios: readonly HTMLInputElement[]): HTMLInputElement | undefined {
  const index = radios.indexOf(event.target as HTMLInputElement);
  if (index < 0 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return undefined;
  if (event.key === 'Home') return radios[0];
  if (event.key === 'End') return radios.at(-1);
  const step = STEPS[event.key];
  if (!step) return undefined;
  const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
  const isMirrored = isSideways && getComputedStyle(radios[index]!).direction === 'rtl';
  return radios.at((index + (isMirrored ? -step : step)) % radios.length);
}
