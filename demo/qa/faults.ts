import { changeFaults, saveFaults } from './faults/change-faults.js';
import { listFaults } from './faults/list-faults.js';
import { pageFaults } from './faults/page-faults.js';
import type { Recipe } from './faults/recipe.js';
import { lookupFaults, sdkFaults } from './faults/sdk-faults.js';
import { setupFaults } from './faults/setup-faults.js';
import { paymentFaults, tokenFaults } from './faults/token-faults.js';

const recipes = {
  none: { label: 'none', expect: '' },
  ...listFaults,
  ...sdkFaults,
  ...lookupFaults,
  ...tokenFaults,
  ...saveFaults,
  ...changeFaults,
  ...pageFaults,
  ...paymentFaults,
  ...setupFaults,
} as const satisfies Record<string, Recipe>;

/** Name of a fault, as in the address of the page. */
export type FaultName = keyof typeof recipes;

export const faultRecipe = (name: FaultName): Recipe => recipes[name];

export const faultLabels = Object.fromEntries(
  Object.entries(recipes).map(([name, { label }]) => [name, label]),
) as Readonly<Record<FaultName, string>>;

/** True for a fault that only the sandbox can provoke. */
export function needsSandbox(name: FaultName): boolean {
  const { sandbox, cardLimit, isSignedOut } = faultRecipe(name);
  return sandbox !== undefined || cardLimit !== undefined || isSignedOut === true;
}
