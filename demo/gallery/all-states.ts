import { STATES } from './states.js';

const CHOICES = {
  theme: ['', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  density: ['', 'dense', 'roomy'],
  size: ['100', '200'],
  width: ['420', '320', '640'],
  locale: ['es-AR', 'es-MX', 'pt-BR', 'en-US'],
} as const;

/** All states side by side. The choices are kept in the address. */
export function showIndex(query: URLSearchParams): void {
  const states = document.createElement('ul');
  states.className = 'states';
  states.append(...STATES.map(({ name }) => frameOf(name, query)));
  const width = query.get('width');
  if (width) states.style.setProperty('--width', `${Number(width)}px`);
  document.body.append(header(query), states);
}

function frameOf(name: string, query: URLSearchParams): HTMLElement {
  const address = new URLSearchParams(query);
  address.set('state', name);
  const item = document.createElement('li');
  const link = Object.assign(document.createElement('a'), { href: `?${address}`, textContent: name });
  const frame = Object.assign(document.createElement('iframe'), { title: name, loading: 'lazy', src: `?${address}` });
  item.append(link, frame);
  return item;
}

function header(query: URLSearchParams): HTMLElement {
  const header = document.createElement('header');
  header.append(Object.assign(document.createElement('h1'), { textContent: 'All states' }));
  for (const [name, values] of Object.entries(CHOICES)) {
    const label = Object.assign(document.createElement('label'), { textContent: name });
    const select = document.createElement('select');
    select.append(...values.map((value) => new Option(value || 'the system’s', value)));
    select.value = query.get(name) ?? values[0];
    select.addEventListener('change', () => {
      query.set(name, select.value);
      location.search = query.toString();
    });
    label.append(select);
    header.append(label);
  }
  return header;
}
