/*
 * Members of a form as its prototype has them: `<input name="submit">`, or a control of any other name, hides the form's own
 * property of that name.
 */

const member = (form: HTMLFormElement, name: keyof HTMLFormElement): unknown =>
  Reflect.get(HTMLFormElement.prototype, name, form);

/** The listed controls of the form, elements of ours among them. */
export const controlsOf = (form: HTMLFormElement): Iterable<Element> => member(form, 'elements') as Iterable<Element>;

/** The browser's own, whatever a library puts in its place later: that one may wait for us. */
let native: HTMLFormElement['requestSubmit'] | undefined;

export function keepRequestSubmit(): void {
  native ??= HTMLFormElement.prototype.requestSubmit;
}

export function requestSubmit(form: HTMLFormElement, submitter: HTMLElement | null): void {
  (native ?? HTMLFormElement.prototype.requestSubmit).call(form, submitter);
}

/** How the form is sent by this button, or by none: `get`, `post` or `dialog`. */
export function methodOf(form: HTMLFormElement, submitter: Element | null): string {
  const button = submitter as HTMLButtonElement | null;
  return (button?.hasAttribute('formmethod') && button.formMethod) || (member(form, 'method') as string);
}

/** Where the form's events end: `submit` and `formdata` do not leave a shadow root. */
export function eventRootOf(node: Node): EventTarget {
  const root = Node.prototype.getRootNode.call(node);
  return root instanceof ShadowRoot ? root : window;
}
