import { CHALLENGE_STATES } from './challenge-states.js';
import { FORM_STATES } from './form-states.js';
import type { GalleryState } from './gallery-state.js';
import { LIST_STATES } from './list-states.js';
import { MANAGE_STATES } from './manage-states.js';

interface Group {
  readonly title: string;
  readonly states: readonly GalleryState[];
}

/** Every look of the elements: shown by the gallery, checked with axe and, the most important ones, against reference pictures. */
export const GROUPS: readonly Group[] = [
  { title: 'Paying with a saved card', states: LIST_STATES },
  { title: 'Managing cards', states: MANAGE_STATES },
  { title: 'A new card', states: FORM_STATES },
  { title: 'The bank’s question', states: CHALLENGE_STATES },
];

export const STATES: readonly GalleryState[] = GROUPS.flatMap(({ states }) => states);

/** The state of this name. */
export function stateOf(name: string): GalleryState {
  const state = STATES.find((candidate) => candidate.name === name);
  if (!state) throw new Error(`There is no state "${name}". There are: ${STATES.map((each) => each.name).join(', ')}`);
  return state;
}
