import { h } from '../dom.js';
import type { Widgets } from '../widgets.js';

/** A button that asks the list what is wrong with its integration, and where the answer is printed. */
export function diagnosis({ list }: Widgets): HTMLElement[] {
  if (!list) return [h('p', { className: 'hint' }, 'Only the list can tell.')];
  const answer = h('output', { className: 'diagnosis' });
  const button = h('button', { type: 'button' }, 'what is wrong?');
  button.addEventListener('click', () => void ask());

  async function ask(): Promise<void> {
    answer.textContent = 'Looking…';
    try {
      answer.replaceChildren(h('pre', {}, h('code', {}, JSON.stringify(await list?.diagnose?.(), null, 2))));
    } catch (error) {
      answer.textContent = String(error);
    }
  }
  return [button, answer];
}
