/**
 * Loads the package in a test DOM, as tests of an app do, and prints what becomes of each element as JSON. Run in a process of its
 * own: `test-dom.ts jsdom|happy-dom module|script`; with `recipe` it runs the smoke test of the README instead, and with `import <names>` it
 * only imports these. Whatever the package or the DOM logs is in the output too.
 */
import { readFileSync } from 'node:fs';

/** The compiler looks for neither: the one has no types, of the other there may be no build yet. */
const JSDOM_PACKAGE: string = 'jsdom';
const ENTRY: string = 'mp-saved-cards';
const RECIPE: string = '../recipes/smoke.js';

type TestWindow = Window & typeof globalThis & { eval(code: string): void };

/** What a test runner makes global besides the window's own properties. */
const INHERITED = [
  'addEventListener',
  'removeEventListener',
  'dispatchEvent',
  'matchMedia',
  'getComputedStyle',
] as const;
const REPLACED = [
  'Event',
  'CustomEvent',
  'EventTarget',
  'FormData',
  'AbortController',
  'AbortSignal',
  'navigator',
] as const;

async function open(name: string | undefined): Promise<TestWindow> {
  if (name === 'jsdom') {
    const { JSDOM } = (await import(JSDOM_PACKAGE)) as {
      JSDOM: new (html: string, options: object) => { window: TestWindow };
    };
    return new JSDOM('<!doctype html>', { url: 'http://localhost/', runScripts: 'outside-only' }).window;
  }
  const { Window } = await import('happy-dom');
  return new Window({ url: 'http://localhost/' }) as unknown as TestWindow;
}

function makeGlobal(window: TestWindow): void {
  const globals = globalThis as unknown as Record<string, unknown>;
  const properties = window as unknown as Record<string, unknown>;
  const set = (name: string, value: unknown) =>
    Object.defineProperty(globals, name, { value, configurable: true, writable: true });
  for (const name of Object.getOwnPropertyNames(window)) if (!(name in globals)) set(name, properties[name]);
  for (const name of REPLACED) set(name, properties[name]);
  for (const name of INHERITED) set(name, (properties[name] as (() => void) | undefined)?.bind(window));
  set('window', window);
}

const CARD = {
  id: '1',
  first_six_digits: '450995',
  last_four_digits: '3704',
  expiration_month: 11,
  expiration_year: 2099,
  payment_method: { id: 'visa', name: 'Visa', payment_type_id: 'credit_card' },
  issuer: { id: 1, name: 'Bank' },
};

const [, , dom, how, ...names] = process.argv;
const window = await open(dom);
const { document } = window;
if (how === 'module') {
  makeGlobal(window);
  await import(ENTRY);
} else if (how === 'import') {
  makeGlobal(window);
  for (const name of names) {
    await import(name);
    console.log(name);
  }
  process.exit(0);
} else if (how === 'recipe') {
  makeGlobal(window);
  const { theListIsShownAndCannotPay } = (await import(RECIPE)) as Record<string, () => Promise<void>>;
  await theListIsShownAndCannotPay?.();
  console.log('passed');
  process.exit(0);
} else window.eval(readFileSync('dist/mp-saved-cards.min.js', 'utf8'));

const found: Record<string, unknown> = {};
for (const tag of ['mp-saved-cards', 'mp-add-card', 'mp-payment-challenge'] as const) {
  const element = document.createElement(tag);
  element.setAttribute('public-key', 'TEST-1');
  element.setAttribute('locale', 'en');
  if (tag === 'mp-saved-cards') element.setAttribute('cards', JSON.stringify([CARD]));
  if (tag === 'mp-add-card') element.setAttribute('open', '');
  document.body.append(element);
  await element.updateComplete;
  await element.updateComplete;
  const shown = element.renderRoot.textContent.includes(tag === 'mp-saved-cards' ? '3704' : 'Card number');
  let rejected: unknown = false;
  if ('tokenize' in element)
    rejected = await element
      .tokenize()
      .then(String, ({ code, message }: Record<string, unknown>) => ({ code, message }));
  found[tag] = { shown, rejected, isValid: 'checkValidity' in element && element.checkValidity() };
  element.remove();
}
found['scripts'] = document.querySelectorAll('script').length;
console.log(JSON.stringify(found));
process.exit(0);
