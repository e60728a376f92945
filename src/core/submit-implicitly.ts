import { requestSubmit } from './native-form.js';

/** What Enter in a native field does: presses the form's first submit button, or submits a form that has none. */
export function submitImplicitly(form: HTMLFormElement | null): void {
  // Not `form.elements`: that leaves out pictures to press.
  const root = form && (Node.prototype.getRootNode.call(form) as ParentNode);
  const controls = root?.querySelectorAll<HTMLButtonElement>('button, input');
  const button = [...(controls ?? [])].find(
    (control) => control.form === form && /^(submit|image)$/.test(control.type),
  );
  if (button) button.click();
  else if (form) requestSubmit(form, null);
}
