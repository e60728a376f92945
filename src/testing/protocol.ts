import type { TokenOutcome } from './options.js';
import type { FieldOptions, FieldType, FieldUpdate } from './types.js';

/** The messages between the page and the frames of the Secure Fields. */
export type MessageToFrame =
  | { message: 'initialize'; field: FieldType; options: FieldOptions; createdFields: string[] }
  | { message: 'update'; options: FieldUpdate }
  | { message: 'focus' }
  | { message: 'blur' }
  | TokenRequestMessage;

/** Goes to the primary frame with a port for the answer: the token, nothing, or `{ error }`. */
export interface TokenRequestMessage {
  message: 'createCardToken' | 'updateCardToken';
  /** Frame names of all fields that belong together. */
  createdFields: string[];
  nonPCIData: TokenBody;
  /** The token to change. */
  token?: string;
  query: Record<string, string>;
  isMobile: boolean;
  /** Only without an API: how `cardTokenEndpoint` in the frame answers. */
  offline?: OfflineAnswer;
}

export interface OfflineAnswer {
  outcome?: TokenOutcome | undefined;
  cardIds?: readonly string[] | undefined;
  /** The token to change; without it a new one is made. */
  token?: string | undefined;
  /** The time of the page, so that a test with a fake clock controls the dates of the token. */
  now: number;
}

/** Body of `POST /v1/card_tokens`. */
export interface TokenBody {
  card_id?: string;
  card_number?: string;
  security_code?: string;
  expiration_month?: number;
  expiration_year?: number;
  cardholder?: { name: string; identification: { type?: string; number?: string } };
}

/** Content that a field refuses, in the shape in which `createCardToken` rejects. */
export interface FieldProblem {
  field: FieldType;
  cause: 'invalid_type' | 'invalid_length' | 'invalid_value';
  message: string;
  details: { reason: string };
}
