import { CHALLENGE_STATES } from './challenge-states.js';
import { FORM_STATES } from './form-states.js';
import type { GalleryState } from './gallery-state.js';
import { LIST_STATES } from './list-states.js';
import { MANAGE_STATES } from './manage-states.js';

/** Every look of the elements: shown by the gallery, checked with axe and, the most important ones, against reference pictures. */
export const STATES: readonly GalleryState[] = [...LIST_STATES, ...MANAGE_STATES, ...FORM_STATES, ...CHALLENGE_STATES];

/** The state of this name. */
export function stateOf(name: string): GalleryState {
  const state = STATES.find((candidate) => candidate.name === name);
  if (!state) throw new Error(`There is no state "${name}". There are: ${STATES.map((each) => each.name).join(', ')}`);
  return state;
}
