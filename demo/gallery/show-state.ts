import { installMercadoPago, type StandInOptions } from '../../src/testing/index.js';
import { codeReady, type GalleryState } from './gallery-state.js';
import { Stage } from './stage.js';

/** How a state is looked at. */
export interface View {
  readonly theme?: 'light' | 'dark';
  readonly dir?: 'ltr' | 'rtl';
  readonly locale?: string;
}

let keys = 0;

/** Renders `state` into `place` and does what leads to it; resolves when it can be looked at. */
export async function showState(
  state: GalleryState,
  place: Element,
  { theme, dir, locale = 'es-AR' }: View = {},
): Promise<Stage> {
  const root = document.createElement('form');
  root.dir = dir ?? '';
  root.style.setProperty('color-scheme', theme ?? '');
  root.addEventListener('submit', (event) => event.preventDefault());
  const stage = new Stage(root, installMercadoPago({ timeout: 60_000, ...standInOptions(state) }));
  if (state.readiness) stage.standIn.readiness = state.readiness;
  // MercadoPago.js keeps one object for each key, and each state has a stand-in of its own.
  const key = `TEST-MLA-gallery-${++keys}`;
  root.append(...state.elements.map((element) => element(key, locale)));
  place.append(root);
  await (state.act ?? codeReady)(stage);
  return stage;
}

const standInOptions = ({ answers }: GalleryState): StandInOptions => (answers ? { answers } : {});
