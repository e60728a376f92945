import { HTTPException } from 'hono/http-exception';

/** An earlier payment may still be approved, so that there is no other one now. */
export class EarlierPaymentWaits extends HTTPException {
  /** When it counts as not made, in ms; `null` when the bank decides that. */
  readonly until: number | null;

  constructor(until: number | null) {
    super(409, { message: 'An earlier payment still waits' });
    this.until = until;
  }
}
