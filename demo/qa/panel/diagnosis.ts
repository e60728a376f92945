import type { Diagnosis, DiagnosisCheck } from '../../../src/elements.js';
import { h } from '../dom.js';
import type { Widgets } from '../widgets.js';
import { copyButton } from './copy-button.js';

/** A button that asks the element what is wrong with its integration, and where the answer is printed. */
export function diagnosis({ outer }: Widgets): HTMLElement[] {
  let asked: Diagnosis | undefined;
  const answer = h('output', { className: 'diagnosis' });
  const button = h('button', { type: 'button' }, 'what is wrong?');
  const copy = copyButton('copy the answer', () => JSON.stringify(asked, null, 2));
  copy.hidden = true;
  button.addEventListener('click', () => {
    answer.textContent = 'Looking…';
    void outer.diagnose().then((found) => {
      asked = found;
      copy.hidden = false;
      answer.replaceChildren(summary(found), h('ul', { className: 'checks' }, ...found.checks.map(check)));
    });
  });
  return [h('div', { className: 'actions' }, button, copy), answer];
}

const summary = ({ ok, version }: Diagnosis) =>
  h('strong', {}, ok ? 'Nothing is known to be wrong.' : 'Something is wrong.', ` Version ${version}.`);

function check({ id, ok, message }: DiagnosisCheck): HTMLElement {
  const [mark, word] = ok === null ? ['–', 'not known'] : ok ? ['✓', 'right'] : ['✗', 'wrong'];
  const item = h('li', {}, h('span', { ariaHidden: 'true' }, mark), h('strong', {}, `${id}: ${word}`));
  item.dataset['ok'] = String(ok);
  if (message) item.append(h('span', { className: 'message' }, message));
  return item;
}
