import type { Diagnosis, DiagnosisCheck } from '../../../src/elements.js';
import { h } from '../dom.js';
import type { Widgets } from '../widgets.js';
import { copyButton } from './copy-button.js';

/** A button that asks the elements what is wrong with their integration, and where the answers are printed. */
export function diagnosis({ all }: Widgets): HTMLElement[] {
  let asked: Readonly<Record<string, Diagnosis>> = {};
  const answer = h('output', { className: 'diagnosis' });
  const button = h('button', { type: 'button' }, 'what is wrong?');
  const copy = copyButton('copy the answer', () => JSON.stringify(asked, null, 2));
  copy.hidden = true;
  button.addEventListener('click', () => {
    answer.textContent = 'Looking…';
    void diagnoses(all).then((found) => {
      asked = found;
      copy.hidden = false;
      answer.replaceChildren(...Object.entries(found).flatMap(([name, each]) => printed(name, each)));
    });
  });
  return [h('div', { className: 'actions' }, button, copy), answer];
}

/** What each element says is right and wrong, by its name. */
export async function diagnoses(elements: Widgets['all']): Promise<Readonly<Record<string, Diagnosis>>> {
  const found = elements.map(async (element) => [element.localName, await element.diagnose()] as const);
  return Object.fromEntries(await Promise.all(found));
}

const printed = (name: string, { ok, version, checks }: Diagnosis) => [
  h('strong', {}, `<${name}>: ${ok ? 'nothing is known to be wrong.' : 'something is wrong.'} Version ${version}.`),
  h('ul', { className: 'checks' }, ...checks.map(check)),
];

function check({ id, ok, message }: DiagnosisCheck): HTMLElement {
  const [mark, word] = ok === null ? ['–', 'not known'] : ok ? ['✓', 'right'] : ['✗', 'wrong'];
  const item = h('li', {}, h('span', { ariaHidden: 'true' }, mark), h('strong', {}, `${id}: ${word}`));
  item.dataset['ok'] = String(ok);
  if (message) item.append(h('span', { className: 'message' }, message));
  return item;
}
