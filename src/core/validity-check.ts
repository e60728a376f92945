/**
 * Notices when the shopper tried to send the form and it is not complete: then what is missing is said, in place of the browser's
 * bubble, which would cover it. (WebKitGTK also aborts when the anchor of a bubble is gone before its element.) A page that only
 * asks (`form.checkValidity()`, to enable its button) makes the browser say `invalid` just the same, and the shopper has done
 * nothing wrong yet.
 */
export class ValidityCheck {
  #isUnderWay = false;
  #isInvalid = false;

  constructor(element: HTMLElement, refused: () => void, focus: () => void) {
    element.addEventListener('invalid', (event) => {
      this.#isInvalid = true;
      setTimeout(() => (this.#isInvalid = false));
      if (!this.#isUnderWay) return;
      event.preventDefault();
      refused();
      focus();
    });
    // A check that was not announced: the browser moves the focus only when a form is being sent, or is to report.
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
