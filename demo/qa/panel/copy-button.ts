import { h } from '../dom.js';

/** Copies a text and says so. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const button = h('button', { type: 'button' }, label);
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text()).then(
      () => (button.textContent = 'copied'),
      () => (button.textContent = 'the browser refused; select and copy'),
    );
  });
  button.addEventListener('blur', () => (button.textContent = label));
  return button;
}
