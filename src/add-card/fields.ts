import type { PaymentMethod } from '../card/payment-method.js';
import type { SecurityCodeRule } from '../card/saved-card.js';
import { securityCodeRule } from '../card/security-code.js';
import { identificationProblem, nameProblem, type Problem } from '../card/input-problems.js';
import { CARD_FIELDS } from '../mercadopago/card-fields.js';
import type { TokenField } from '../mercadopago/sdk-errors.js';
import type { NewCardState } from '../core/card-list-link.js';
import type { FieldsStatus } from '../diagnose/diagnose.js';
import type { MethodState, Open, State } from './state.js';

/** What is asked, by the names of MercadoPago.js. */
export type FieldName = TokenField;

/** What is asked for this card, in the order in which it stands. */
export function fieldsShown(state: Open): FieldName[] {
  return [
    ...CARD_FIELDS,
    'cardholderName',
    ...(asksDocument(state) ? (['identificationType', 'identificationNumber'] as const) : []),
    ...(asksIssuer(state) ? (['issuerId'] as const) : []),
  ];
}

/** Only where the country has documents. A card that is not recognised may need one. */
export const asksDocument = ({ documents, method }: Open): boolean =>
  documents.length > 0 && (method.status !== 'known' || method.method.needsIdentification);

/** Only where there is something to choose. */
export const asksIssuer = ({ method }: Open): boolean => method.status === 'known' && method.issuers.length > 1;

/** What the first digits told, once they did. */
export const methodOf = (state: State): PaymentMethod | undefined =>
  state.status === 'open' && state.method.status === 'known' ? state.method.method : undefined;

/** The bank that is sent: the chosen one, or the only one. */
export function issuerId({ method, typed }: Open): string | null {
  if (method.status !== 'known') return null;
  const { issuers } = method;
  return (issuers.length > 1 ? typed.issuerId : issuers[0]?.id) || null;
}

/**
 * What is known to be wrong with a field. Only what is known counts: frames that report nothing must not block a payment,
 * since `createCardToken` is the judge.
 */
export function problemOf(state: Open, field: FieldName): Problem | undefined {
  const { typed, documents, frames, method } = state;
  const refused = state.refused[field];
  if (refused) return refused;
  switch (field) {
    case 'cardholderName':
      return nameProblem(typed.cardholderName);
    case 'identificationType':
      return undefined; // one is always chosen
    case 'identificationNumber': {
      const type = documents.find(({ id }) => id === typed.identificationType);
      return type && identificationProblem(typed.identificationNumber, type);
    }
    case 'issuerId':
      return issuerId(state) ? undefined : 'missing';
    default: {
      const content = frames.status === 'shown' ? frames.content[field] : 'opening';
      if (content === 'empty') return field === 'securityCode' && isCodeOptional(method) ? undefined : 'missing';
      return content === 'incomplete' || content === 'invalid' ? content : undefined;
    }
  }
}

const isCodeOptional = (method: MethodState): boolean =>
  method.status === 'known' && method.method.securityCode.mode !== 'mandatory';

/** The rule of the code; of a card that is not known what its first digits tell by themselves: American Express or not. */
export function codeRule({ method }: Open): SecurityCodeRule {
  if (method.status === 'known') return method.method.securityCode;
  const isAmex = method.status !== 'none' && /^3[47]/.test(method.bin);
  return securityCodeRule(undefined, isAmex ? 'amex' : '');
}

/** The fields that are known to be wrong, in order. */
export const wrongFields = (state: Open): FieldName[] => fieldsShown(state).filter((field) => problemOf(state, field));

/** True when the frames stand and are said to work. */
export const areFramesReady = ({ frames }: Open): boolean =>
  frames.status === 'shown' && !frames.error && !Object.values(frames.content).includes('opening');

/** True when something stands in the frames. Those of the date and the code do not tell when they are emptied again. */
export function holdsCard({ frames }: Open): boolean {
  if (frames.status !== 'shown') return false;
  const { cardNumber, expirationDate, securityCode } = frames.content;
  const hasNumber = cardNumber !== 'opening' && cardNumber !== 'empty';
  return hasNumber || [expirationDate, securityCode].some((content) => content === 'typed' || content === 'valid');
}

/** True when, as far as known, nothing is missing. */
export function isComplete(state: State): boolean {
  if (state.status !== 'open' || state.isPaid || !areFramesReady(state) || wrongFields(state).length > 0) return false;
  const { frames } = state;
  // The judgement on the first digit follows at once, when there is one at all.
  return !(frames.status === 'shown' && frames.focus && frames.content[frames.focus] === 'typed');
}

/** The public state of the element: derived, never stored. */
export function publicState(state: State): NewCardState {
  if (state.status === 'closed') return state.isPaid ? 'paid' : 'closed';
  const { token, saving, frames } = state;
  if (saving) return 'saving';
  if (state.isPaid) return 'paid';
  if (token.status === 'making') return 'tokenizing';
  if (token.status === 'held') return 'tokenized';
  if (frames.status === 'away') return 'ready';
  if (frames.error) return 'error';
  return areFramesReady(state) ? 'ready' : 'loading';
}

/** The frames are on their way, and nothing has kept them from coming. */
export const isOpening = (state: State): boolean =>
  state.status === 'open' && state.frames.status === 'shown' && !state.frames.error && !areFramesReady(state);

/** Another element of the page has the Secure Fields. */
export const isAway = (state: State): boolean => state.status === 'open' && state.frames.status === 'away';

export function fieldsStanding(state: State): FieldsStatus {
  if (state.status === 'closed') return 'unused';
  const { frames } = state;
  if (frames.status === 'away') return 'away';
  return frames.error ?? (areFramesReady(state) ? 'ready' : 'opening');
}
