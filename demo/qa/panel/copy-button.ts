import { h } from '../dom.js';

/** Copies a text and says so. `refused` is called where the browser does not let it. */
export function copyButton(
  label: string,
  text: () => string | Promise<string>,
  refused: () => void = () => {},
): HTMLButtonElement {
  const button = h('button', { type: 'button' }, label);
  button.addEventListener('click', () => {
    copy(Promise.resolve(text())).then(
      () => (button.textContent = 'copied'),
      () => {
        button.textContent = 'the browser refused; select and copy';
        refused();
      },
    );
  });
  button.addEventListener('blur', () => (button.textContent = label));
  return button;
}

/** With the promise itself: a text that is written only once it is there no longer counts as asked for by the press. */
async function copy(text: Promise<string>): Promise<void> {
  const type = 'text/plain';
  const blob = text.then((written) => new Blob([written], { type }));
  await navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
}
