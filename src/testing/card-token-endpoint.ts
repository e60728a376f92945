import type { OfflineAnswer, TokenBody } from './protocol.js';
import type { CardToken } from './types.js';

/**
 * An imitation of `POST /v1/card_tokens` that works without a network and returns what `fetch` would. Its source text is also
 * inserted into the Secure Fields page, so it must not use anything from outside the function.
 */
export async function cardTokenEndpoint(publicKey: string, body: TokenBody, how: OfflineAnswer): Promise<Response> {
  const answer = (status: number, json: unknown) => new Response(JSON.stringify(json), { status });
  const refusal = (status: number, error: string, message: string, code: string, description: string) =>
    answer(status, { message, error, status, cause: [{ code, description }] });

  switch (how.outcome) {
    case 'server-error':
      return refusal(
        500,
        'internal_server_error',
        'Could not create card_token. Try again later...',
        'E601',
        'an error occurred doing POST card_token',
      );
    case 'public-key-unknown':
      return refusal(404, 'not_found', 'public_key not found', 'E501', 'not found public_key');
    case 'network-string':
      throw new TypeError('Failed to fetch');
    case 'timed-out':
      throw new Error('Request timed out');
    case 'no-value':
      return Promise.reject<Response>(undefined);
    case 'resolves-nothing':
      return new Response(null, { status: 204 });
    case 'never-answers':
      return new Promise<Response>(() => {});
  }
  const cardId = body.card_id;
  const unknownCard = cardId !== undefined && how.cardIds !== undefined && !how.cardIds.includes(cardId);
  if (how.outcome === 'card-unknown' || unknownCard) {
    return refusal(400, 'bad_request', 'invalid parameters', 'E201', 'invalid card_id');
  }

  const { now } = how;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const number = body.card_number;
  const token: CardToken = {
    id: how.token ?? [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    public_key: publicKey,
    status: 'active',
    date_created: new Date(now).toISOString(),
    date_last_updated: new Date(now).toISOString(),
    date_due: new Date(now + 7 * 24 * 60 * 60 * 1000).toISOString(),
    luhn_validation: true,
    live_mode: !publicKey.startsWith('TEST'),
    require_esc: false,
    security_code_length: body.security_code?.length ?? 0,
    ...(cardId !== undefined && { card_id: cardId }),
    ...(number !== undefined && {
      card_number_length: number.length,
      first_six_digits: number.slice(0, 6),
      last_four_digits: number.slice(-4),
      ...(body.expiration_month !== undefined && { expiration_month: body.expiration_month }),
      ...(body.expiration_year !== undefined && { expiration_year: body.expiration_year }),
      ...(body.cardholder && { cardholder: body.cardholder }),
    }),
  };
  return answer(201, token);
}
