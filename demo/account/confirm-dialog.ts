import { byId } from '../qa/dom.js';

/** What is asked, and what the button says that does it. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
}

/** Asks before something is done that cannot be undone. The browser gives the focus back to where it was. */
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
