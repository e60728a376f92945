/**
 * Tells when the shopper tried to send the form and it is not complete: then what is missing is said. A page that only asks
 * (`form.checkValidity()`, to enable its button) makes the browser say `invalid` just the same, and the shopper has done
 * nothing wrong yet.
 */
export class SubmitAttempt {
  #isUnderWay = false;
  #isInvalid = false;

  constructor(element: HTMLElement, refused: () => void) {
    element.addEventListener('invalid', () => {
      if (this.#isUnderWay) refused();
      this.#isInvalid = true;
      setTimeout(() => (this.#isInvalid = false));
    });
    // The browser moves the focus to the first invalid control only when a form is being sent, or is to report.
    const handleFocus = () => {
      if (this.#isInvalid) refused();
    };
    element.addEventListener('focus', handleFocus, { capture: true });
  }

  /** The shopper pressed the form's button, or the page wants it reported: the browser's check follows in this turn. */
  begin(): void {
    this.#isUnderWay = true;
    setTimeout(() => (this.#isUnderWay = false));
  }
}
