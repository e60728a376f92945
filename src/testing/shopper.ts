import type { FieldType } from './types.js';

/** Resolves when `target` has received all messages posted to it so far. Messages arrive in the order in which they were posted. */
export function messagesDelivered(target: Window): Promise<void> {
  return new Promise((resolve) => {
    const mark = crypto.getRandomValues(new Uint32Array(2)).join('-');
    const onMessage = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== window || data !== mark) return;
      target.removeEventListener('message', onMessage);
      resolve();
    };
    target.addEventListener('message', onMessage);
    target.postMessage(mark, location.origin);
  });
}

/** The real input inside a field's frame. Only the offline page can be accessed, which has the same origin. */
export function inputOf(iframe: HTMLIFrameElement, type: FieldType): HTMLInputElement {
  const input = iframe.contentDocument?.querySelector('input');
  if (!input) throw new Error(`The frame of ${type} is of another origin: type into it with your browser driver`);
  return input;
}

/** Moves focus. A browser window in the background fires no event for it, so one is dispatched here. */
function moveFocus(input: HTMLInputElement, name: 'focus' | 'blur'): void {
  let seen = false;
  input.addEventListener(name, () => (seen = true), { once: true });
  input[name]();
  if (!seen) input.dispatchEvent(new FocusEvent(name));
}

export function focusInput(iframe: HTMLIFrameElement, input: HTMLInputElement): void {
  iframe.focus();
  if (input.ownerDocument.activeElement !== input || !input.ownerDocument.hasFocus()) moveFocus(input, 'focus');
}

export function blurInput(input: HTMLInputElement): void {
  if (input.ownerDocument.activeElement === input) moveFocus(input, 'blur');
}

/** Puts text where the caret is, as far as `maxlength` lets it, with the event that a keyboard or a clipboard causes. */
export function insertText(input: HTMLInputElement, text: string, inputType: 'insertText' | 'insertFromPaste'): void {
  const { selectionStart, selectionEnd, value, maxLength } = input;
  const start = selectionStart ?? value.length;
  const end = selectionEnd ?? value.length;
  const room = maxLength < 0 ? Infinity : maxLength - value.length + (end - start);
  const fitting = text.slice(0, Math.max(0, room));
  if (fitting === '') return;
  input.setRangeText(fitting, start, end, 'end');
  input.dispatchEvent(new InputEvent('input', { inputType, data: fitting, bubbles: true }));
}

export function clearInput(input: HTMLInputElement): void {
  if (input.value === '') return;
  input.value = '';
  input.dispatchEvent(new InputEvent('input', { inputType: 'deleteContentBackward', bubbles: true }));
}
