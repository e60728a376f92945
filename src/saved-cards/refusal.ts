import { declineGuidance, type DeclineGuidance } from '../card/decline.js';
import type { Session } from './session.js';

/** What `paymentRejected` takes: a `status_detail`, the code of an error, or Mercado Pago's answer to the payment. */
export type Refusal = string | { readonly status_detail?: unknown; readonly cause?: unknown };

/** A payment that the shop made and that was refused: says why, and brings the shopper to what mends it. */
export class RefusalGuide {
  readonly #session: Session;
  /** Told before the list was there. */
  #waiting: Refusal | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  tell(refusal: Refusal): void {
    const guidance = declineGuidance(refusal);
    if (!guidance) return;
    const { store, form, payment, other, element } = this.#session;
    if (store.state.status !== 'shown') {
      this.#waiting = refusal;
      return;
    }
    form.gate.reopen();
    if (this.#session.isOther) other.form?.dropToken('rejected');
    store.dispatch({ type: 'rejected', guidance });
    payment.clear();
    void element.updateComplete.then(async () => {
      await payment.show(true);
      await this.#focus(guidance);
    });
  }

  /** The list is there: `status-detail` of the page, or what was told meanwhile. */
  listShown(statusDetail: string): void {
    const refusal = this.#waiting ?? statusDetail;
    this.#waiting = undefined;
    if (refusal) this.tell(refusal);
  }

  /** There is another token: what was said of the one before is over. */
  forget(): void {
    const { element } = this.#session;
    element.removeAttribute('status-detail');
    element.statusDetail = '';
  }

  async #focus(guidance: DeclineGuidance): Promise<void> {
    const { store, element, isOther, other } = this.#session;
    const isAwaited = () => store.state.status === 'shown' && store.state.notice === guidance;
    const isForCode = guidance.mend === 'code';
    if (isForCode && isOther && other.form) return other.form.askCode();
    if (isForCode && !isOther)
      await store.until((state) => state.status !== 'shown' || state.field.status !== 'opening');
    await element.updateComplete;
    if (!isAwaited()) return;
    if (isForCode ? !isOther : isOther && guidance.mend === 'card') element.focus();
    else this.#placeFor(guidance)?.focus();
  }

  /** Another row for a card that is of no use, the instalments, otherwise what there is to read. */
  #placeFor({ mend }: DeclineGuidance): HTMLElement | null {
    const { renderRoot } = this.#session.element;
    const radio = 'input[type=radio][aria-disabled=false]:not(:checked)';
    const place = mend === 'card' ? radio : mend === 'installments' ? 'select' : null;
    return (place && renderRoot.querySelector<HTMLElement>(place)) || renderRoot.querySelector('#notice');
  }
}
