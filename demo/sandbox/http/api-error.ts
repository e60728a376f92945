import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** One entry of an error's `cause`. Codes are numbers for payments and strings elsewhere, as in the live API. */
export interface Cause {
  readonly code: string | number;
  readonly description: string;
  readonly data: string | null;
}

/** The envelope of every refusal. */
export interface ErrorBody {
  readonly message: string;
  readonly error: string;
  readonly status: number;
  readonly cause: readonly Cause[] | readonly (readonly Cause[])[];
}

const ERROR_WORDS: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  429: 'too_many_requests',
  500: 'internal_server_error',
};

/** A refusal that a resource throws and the app turns into an answer. */
export class ApiError extends Error {
  readonly status: ContentfulStatusCode;
  readonly causes: readonly Cause[];

  constructor(status: ContentfulStatusCode, message: string, causes: readonly Cause[] = []) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.causes = causes;
  }

  /** `nested` wraps the causes in another array, as was seen when a card could not be saved. */
  body(nested = false): ErrorBody {
    return {
      message: this.message,
      error: ERROR_WORDS[this.status] ?? 'error',
      status: this.status,
      cause: nested ? [this.causes] : this.causes,
    };
  }
}
