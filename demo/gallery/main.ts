import { showIndex } from './all-states.js';
import { showPageOf } from './one-state.js';

/**
 * `/demo/gallery/` shows all states, each in a frame of its own: a page can have only one Secure Field of each type.
 * `?state=ready` shows one. `theme`, `dir`, `density`, `size`, `width` and `locale` apply to both.
 */
const query = new URLSearchParams(location.search);
for (const name of ['theme', 'density', 'size'] as const) {
  const value = query.get(name);
  if (value) document.documentElement.dataset[name] = value;
}

const name = query.get('state');
if (name === null) showIndex(query);
else await showPageOf(name, query);
