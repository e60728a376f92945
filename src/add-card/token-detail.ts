import type { TokenDetail } from '../card/token-detail.js';
import { MpError } from '../errors.js';
import type { CardToken } from '../mercadopago/payment-sdk.js';
import { installmentsOf } from '../installments/installments-state.js';
import { issuerId, methodOf } from './fields.js';
import type { State } from './state.js';

/**
 * What a payment needs to know of a token of the typed card.
 *
 * @throws MpError `aborted` when the form was closed while the token was made
 */
export function tokenDetail(state: State, { id, expiresAt, lastFourDigits }: CardToken): TokenDetail {
  if (state.status !== 'open') throw new MpError('aborted', 'The form was closed while the token was made.');
  const method = methodOf(state);
  return {
    token: id,
    cardId: null,
    paymentMethodId: method?.id ?? '',
    paymentTypeId: method?.paymentTypeId ?? '',
    issuerId: issuerId(state),
    installments: installmentsOf(state.installments),
    lastFourDigits,
    expiresAt,
    saveCard: state.typed.saveCard,
  };
}
