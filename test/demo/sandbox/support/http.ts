/** One call without the official SDK: for what it has no method for, and for requests that it would not make. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

export async function call(
  url: string,
  {
    method = 'GET',
    token,
    body,
    headers = {},
  }: { method?: string; token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) };
}

/** A card as the shopper types it, for `POST /v1/card_tokens`. */
export function typedCard(number: string, name = 'APRO', changes: Record<string, unknown> = {}) {
  return {
    card_number: number,
    security_code: number.length === 15 ? '1234' : '123',
    expiration_month: 11,
    expiration_year: 2030,
    cardholder: { name, identification: { type: 'DNI', number: '12345678' } },
    ...changes,
  };
}
