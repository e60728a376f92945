import { expect } from '@open-wc/testing';
import { trees } from './trees.js';

/** Contrast is measured as it will stay, not in the middle of a fade. Endless animations, the skeleton's, go on. */
export async function animationsFinished(): Promise<void> {
  const finite = trees(document)
    .flatMap((root) => root.getAnimations())
    .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime ?? Infinity));
  await Promise.all(finite.map(({ finished }) => finished.catch(() => undefined)));
}

/** Holds what stands in the page now against axe. */
export async function expectAccessible(element: Element): Promise<void> {
  await animationsFinished();
  await expect(element).to.be.accessible();
}
