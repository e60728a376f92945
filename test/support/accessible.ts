import { expect } from '@open-wc/testing';
import { trees } from './trees.js';

/** Ends all animations, so that contrast is not measured during a fade. Endless ones, such as the skeleton's, go on. */
export async function animationsFinished(): Promise<void> {
  const finite = trees(document)
    .flatMap((root) => root.getAnimations())
    .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime ?? Infinity));
  await Promise.all(finite.map(({ finished }) => finished.catch(() => undefined)));
}

/** Checks the present content of the page with axe. */
export async function expectAccessible(element: Element): Promise<void> {
  await animationsFinished();
  await expect(element).to.be.accessible();
}
