/** Test DOMs (jsdom, happy-dom) and servers lack what paying needs: there the elements show their list and do nothing else. */

const ignore = (): void => undefined;
const accept = (): boolean => true;

const INERT_INTERNALS = {
  form: null,
  states: new Set<string>(),
  setFormValue: ignore,
  setValidity: ignore,
  checkValidity: accept,
  reportValidity: accept,
};

interface Observer {
  observe(target: Node): void;
  disconnect(): void;
}

const INERT_OBSERVER: Observer = { observe: ignore, disconnect: ignore };

/** The element's internals; a stand-in where the platform has none, or none that take part in a form. */
export function internalsOf(element: HTMLElement): ElementInternals {
  const internals = element.attachInternals?.() as Partial<ElementInternals> | undefined;
  return (internals?.setFormValue ? internals : INERT_INTERNALS) as ElementInternals;
}

/** An observer, or one that never sees anything. */
export const observerOf = <Kind extends Observer, Rest extends unknown[]>(
  Kind: (new (callback: () => void, ...rest: Rest) => Kind) | undefined,
  callback: () => void,
  ...rest: Rest
): Kind => (Kind ? new Kind(callback, ...rest) : (INERT_OBSERVER as Kind));

/** Whether the platform has all that a payment needs. */
export const canPay = (internals: ElementInternals): boolean =>
  internals !== (INERT_INTERNALS as unknown) && 'ResizeObserver' in globalThis;

/** Rendered by `@lit-labs/ssr`: what an element shows before it knows anything. Nothing is asked, and there is no DOM to read. */
export const isOnServer = (): boolean => !globalThis.document;
