/** What Enter in a native field does: presses the form's first submit button, or submits a form that has none. */
export function submitImplicitly(form: HTMLFormElement | null): void {
  const button = [...(form?.elements ?? [])].find((control) => (control as HTMLButtonElement).type === 'submit');
  if (button) (button as HTMLButtonElement).click();
  else form?.requestSubmit();
}
