import { HTTPException } from 'hono/http-exception';

/** The shop's own refusal, before anything was sent to Mercado Pago: nothing was charged. */
export class NotSent extends HTTPException {
  constructor(message: string) {
    super(400, { message });
  }
}
