import { reduce } from '../../src/add-card/reducer.js';
import { initialState, type Action, type MethodState, type Open, type State } from '../../src/add-card/state.js';
import type { IdentificationType } from '../../src/card/identification-type.js';
import type { PaymentMethod } from '../../src/card/payment-method.js';
import { CARD_FIELDS } from '../../src/mercadopago/card-fields.js';

export const dni: IdentificationType = { id: 'DNI', name: 'DNI', type: 'number', minLength: 7, maxLength: 8 };
export const ci: IdentificationType = { id: 'CI', name: 'Cédula', type: 'number', minLength: 1, maxLength: 9 };

export const visa: PaymentMethod = {
  id: 'visa',
  name: 'Visa',
  paymentTypeId: 'credit_card',
  issuer: { id: '25', name: 'Visa' },
  needsIssuer: false,
  needsIdentification: true,
  cardNumber: { length: 16, validation: 'standard' },
  securityCode: { length: 3, location: 'back', mode: 'mandatory' },
};

/** A recognised card, with these banks. */
export const known = (changes: Partial<PaymentMethod>, issuers: string[] = []): MethodState => ({
  status: 'known',
  bin: '45099535',
  method: { ...visa, ...changes },
  issuers: issuers.map((id) => ({ id, name: `Bank ${id}` })),
});

/** The state after all these actions. */
export const after = (state: State, ...actions: Action[]): State => actions.reduce(reduce, state);

/** The same of an open form. */
export function open(state: State, ...actions: Action[]): Open {
  const next = after(state, ...actions);
  if (next.status !== 'open') throw new Error('The form is closed');
  return next;
}

const frame = (field: (typeof CARD_FIELDS)[number], type: 'ready'): Action => ({
  type: 'frames',
  event: { type },
  field,
});

/** An open form in Argentina, its frames ready, nothing typed. */
export const opened = open(
  initialState,
  { type: 'documents', documents: [dni, ci] },
  { type: 'open' },
  ...CARD_FIELDS.map((field) => frame(field, 'ready')),
);

/** The same with everything typed; the card is not recognised. */
export const typedWell = open(
  opened,
  ...CARD_FIELDS.flatMap((field): Action[] => [
    { type: 'frames', event: { type: 'change', byShopper: true }, field },
    { type: 'frames', event: { type: 'validity', valid: true, causes: [] }, field },
  ]),
  { type: 'type', typed: { cardholderName: 'APRO', identificationNumber: '12.345.678' } },
);
