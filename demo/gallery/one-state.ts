import { showState } from './show-state.js';
import { stateOf } from './states.js';

/** Fills the page with one state, and fits the gallery's frame to its height. `settled`: it can be looked at. */
export async function showPageOf(name: string, query: URLSearchParams): Promise<void> {
  document.title = `${name}: mp-saved-cards gallery`;
  const main = document.createElement('main');
  main.className = 'state';
  document.body.append(main);
  const frame = window.frameElement as HTMLIFrameElement | null;
  const dir = query.get('dir') === 'rtl' ? 'rtl' : 'ltr';
  const width = Number(query.get('width'));
  // In the gallery the frame has this width.
  if (!frame && width > 0) main.style.setProperty('max-inline-size', `${width}px`);
  if (frame) new ResizeObserver(() => frame.style.setProperty('block-size', `${main.offsetHeight}px`)).observe(main);
  try {
    await showState(stateOf(name), main, { dir, locale: query.get('locale') ?? 'es-AR' });
    main.classList.add('settled');
  } catch (error) {
    main.append(String(error));
    throw error;
  } finally {
    frame?.dispatchEvent(new Event('settled'));
  }
}
