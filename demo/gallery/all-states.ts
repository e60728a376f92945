import { h } from '../qa/dom.js';
import { fill } from './frames.js';
import { GROUPS } from './states.js';

const CHOICES = {
  theme: ['', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  density: ['', 'dense', 'roomy'],
  size: ['100', '200'],
  width: ['420', '320', '640'],
  locale: ['es-AR', 'es', 'es-MX', 'pt-BR', 'en-US'],
} as const;

const CHECKS = ['light', 'dark'];

/**
 * All states side by side, those whose name has the text of the filter. The choices and the filter are in the address.
 * `?check=dark` shows all of them in that theme and nothing else, to be looked at as one picture.
 */
export function showIndex(query: URLSearchParams): void {
  const check = query.get('check');
  if (check) query.set('theme', CHECKS.includes(check) ? check : 'light');
  const frames: HTMLIFrameElement[] = [];
  const sections = GROUPS.map(({ title, states }) => {
    const items = states.map(({ name }) => {
      const { item, frame } = itemOf(name, query);
      frames.push(frame);
      return item;
    });
    return h('section', {}, h('h2', {}, title), h('ul', { className: 'states' }, ...items));
  });
  const width = Number(query.get('width'));
  if (width > 0) document.documentElement.style.setProperty('--width', `${width}px`);
  const main = h('main', {}, ...sections);
  const applyFilter = () => filter(sections, query);
  applyFilter();
  if (check) document.documentElement.dataset['theme'] = query.get('theme') ?? '';
  else document.body.append(header(query, applyFilter));
  document.body.append(main);
  // A picture has only what is asked for; a filter can be changed.
  void fill(check ? frames.filter((frame) => !frame.closest('[hidden]')) : frames);
}

function itemOf(name: string, query: URLSearchParams): { item: HTMLElement; frame: HTMLIFrameElement } {
  const address = new URLSearchParams(query);
  for (const own of ['check', 'q']) address.delete(own);
  address.set('state', name);
  const frame = h('iframe', { title: name });
  // Loaded later, when it is its turn: `src` would begin at once.
  frame.dataset['address'] = `?${address}`;
  const link = h('a', { href: `?${address}` }, name);
  const item = h('li', {}, h('h3', {}, link), frame);
  item.dataset['name'] = name;
  return { item, frame };
}

/** Hides what has not all words of the filter in its name. */
function filter(sections: readonly HTMLElement[], query: URLSearchParams): void {
  const words = (query.get('q') ?? '').toLowerCase().split(/\s+/);
  for (const section of sections) {
    const items = [...section.querySelectorAll<HTMLElement>('li')];
    for (const item of items) item.hidden = !words.every((word) => item.dataset['name']?.includes(word));
    section.hidden = items.every(({ hidden }) => hidden);
  }
}

function header(query: URLSearchParams, filtered: () => void): HTMLElement {
  const search = h('input', { type: 'search', value: query.get('q') ?? '', placeholder: 'such as declined' });
  search.addEventListener('input', () => {
    if (search.value) query.set('q', search.value);
    else query.delete('q');
    history.replaceState(null, '', `?${query}`);
    filtered();
  });
  const selects = Object.entries(CHOICES).map(([name, values]) => {
    const chosen = query.get(name) ?? values[0];
    const offered: string[] = [...values];
    // Any width can be in the address.
    if (!offered.includes(chosen)) offered.push(chosen);
    const options = offered.map((value) => h('option', { value }, value || 'the system’s'));
    const select = h('select', { autocomplete: 'off' }, ...options);
    select.value = chosen;
    select.addEventListener('change', () => {
      query.set(name, select.value);
      location.search = query.toString();
    });
    return h('label', {}, name, select);
  });
  const pictures = CHECKS.flatMap((check) => {
    const address = new URLSearchParams(query);
    address.set('check', check);
    return [' ', h('a', { href: `?${address}` }, check)];
  });
  return h(
    'header',
    {},
    h('h1', {}, 'All states'),
    h('label', {}, 'filter', search),
    ...selects,
    h('p', { className: 'links' }, 'All in one picture:', ...pictures, ' · ', h('a', { href: '/' }, 'QA page')),
  );
}
