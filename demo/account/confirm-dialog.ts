import { byId } from '../qa/dom.js';

/** The text of the dialog, and the label of the button that confirms. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
}

/** Asks before something is done that cannot be undone. The browser restores the focus. */
export function confirm({ title, text, yes }: Question): Promise<boolean> {
  const dialog = byId('confirm', HTMLDialogElement);
  byId('confirm-title', HTMLElement).textContent = title;
  byId('confirm-text', HTMLElement).textContent = text;
  byId('confirm-yes', HTMLButtonElement).textContent = yes;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
