import type { PaymentMethod } from '../card/payment-method.js';
import type { SecurityCodeRule } from '../card/saved-card.js';
import { securityCodeRule } from '../card/security-code.js';
import { identificationProblem, nameProblem, type Problem } from '../card/input-problems.js';
import { CARD_FIELDS, type CardFieldType } from '../mercadopago/card-fields.js';
import type { FieldName, MethodState, Open, State } from './state.js';

/** Installments can be chosen, or asked for again. */
export const hasInstallments = (state: State): boolean =>
  state.status === 'open' && state.installments.offer.status !== 'none';

/** What is asked for this card, from top to bottom. */
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

/** What the card is by its first digits, once that is known. */
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

/** The rule of the code; of a card that is not known whether its first digits are of American Express. */
export function codeRule({ method }: Open): SecurityCodeRule {
  if (method.status === 'known') return method.method.securityCode;
  const isAmex = method.status !== 'none' && /^3[47]/.test(method.bin);
  return securityCodeRule(undefined, isAmex ? 'amex' : '');
}

/** The fields that are known to be wrong, in order. */
export const wrongFields = (state: Open): FieldName[] => fieldsShown(state).filter((field) => problemOf(state, field));

/** All three frames are there and have reported that they work. */
export const areFramesReady = ({ frames }: Open): boolean =>
  frames.status === 'shown' && !frames.error && !Object.values(frames.content).includes('opening');

/** Something was typed into this frame. */
export const hasContent = ({ frames }: Open, field: CardFieldType): boolean =>
  frames.status === 'shown' && !['opening', 'empty'].includes(frames.content[field]);

/** A card is typed into the frames. Those of the date and the code do not report when they are emptied again. */
export function hasCard({ frames }: Open): boolean {
  if (frames.status !== 'shown') return false;
  const { cardNumber, expirationDate, securityCode } = frames.content;
  const hasNumber = cardNumber !== 'opening' && cardNumber !== 'empty';
  return hasNumber || [expirationDate, securityCode].some((content) => content === 'typed' || content === 'valid');
}

/** The fields are shown: they are gone once the payment is made, unless the card is still to be saved. */
export const isFormShown = ({ isPaid, saving, saveError }: Open): boolean =>
  !isPaid || saving !== null || saveError !== null;
