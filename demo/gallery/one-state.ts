import { showState } from './show-state.js';
import { stateOf } from './states.js';

/** Fills the page with one state, and fits the gallery's frame to its height. `settled`: it can be looked at. */
export async function showPageOf(name: string, query: URLSearchParams): Promise<void> {
  document.title = `${name}: mp-saved-cards gallery`;
  const main = document.createElement('main');
  main.className = 'state';
  document.body.append(main);
  const dir = query.get('dir') === 'rtl' ? 'rtl' : 'ltr';
  if (window.frameElement) new ResizeObserver(() => fitFrame(main)).observe(main);
  await showState(stateOf(name), main, { dir, locale: query.get('locale') ?? 'es-AR' });
  main.classList.add('settled');
}

function fitFrame(main: HTMLElement): void {
  (window.frameElement as HTMLIFrameElement).style.setProperty('block-size', `${main.offsetHeight}px`);
}
