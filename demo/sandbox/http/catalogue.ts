import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ApiError, type Cause } from './api-error.js';

/** Documented error codes of one group of resources, with the sentence that goes with each. */
export interface Catalogue<Code extends string> {
  /** An error with one cause; the message is the cause's sentence unless the API is known to say something else. */
  error(status: ContentfulStatusCode, code: Code, message?: string): ApiError;
  /** Several causes under one message. */
  errors(status: ContentfulStatusCode, message: string, codes: readonly Code[]): ApiError;
  /** Whether a text, such as a schema's message, is one of the codes. */
  has(code: string): code is Code;
}

function catalogue<Code extends string>(
  descriptions: Readonly<Record<Code, string>>,
  printCode: (code: Code) => string | number,
): Catalogue<Code> {
  const causeOf = (code: Code): Cause => ({ code: printCode(code), description: descriptions[code], data: null });
  return {
    error: (status, code, message = descriptions[code]) => new ApiError(status, message, [causeOf(code)]),
    errors: (status, message, codes) => new ApiError(status, message, codes.map(causeOf)),
    has: (code): code is Code => Object.hasOwn(descriptions, code),
  };
}

/** Customers and their cards share one list. */
export const customerErrors = catalogue(
  {
    '100': 'the credentials are required',
    '101': 'the customer already exist',
    '102': 'missing customer id',
    '103': 'the parameter must be an object',
    '104': 'the parameter is too large',
    '105': 'the customer id is invalid',
    '106': 'the email format is invalid',
    '107': 'the first_name is invalid',
    '108': 'the last_name is invalid',
    '109': 'the phone.area_code is invalid',
    '110': 'the phone.number is invalid',
    '111': 'the identification.type is invalid',
    '112': 'the identification.number is invalid',
    '113': 'the address.zip_code is invalid',
    '114': 'the address.street_name is invalid',
    '115': 'the date_registered format is invalid',
    '116': 'the description is invalid',
    '117': 'the metadata is invalid',
    '118': 'the body must be a json object',
    '119': 'the card is required',
    '120': 'card not found',
    '121': 'the card is invalid',
    '122': 'the card data is invalid',
    '123': 'the payment_method_id is required',
    '124': 'the issuer_id is required',
    '125': 'invalid parameters',
    '126': 'the email cannot be updated',
    '127': 'cannot resolve the payment method of card, check the payment_method_id and issuer_id',
    '129': 'the customer has reached the maximum number of cards',
    '140': 'invalid card owner',
  },
  (code) => code,
);

/** Creating and updating card tokens. */
export const tokenErrors = catalogue(
  {
    '205': 'parameter cardNumber can not be null/empty',
    '208': 'parameter cardExpirationMonth can not be null/empty',
    '209': 'parameter cardExpirationYear can not be null/empty',
    '221': 'parameter cardholderName can not be null/empty',
    '316': 'invalid parameter cardholderName',
    '322': 'invalid parameter identificationType',
    '324': 'invalid parameter identificationNumber',
    '325': 'invalid parameter cardExpirationMonth',
    '326': 'invalid parameter cardExpirationYear',
    E201: 'invalid card_id',
    E203: 'invalid security_code',
    E301: 'invalid card_number',
    E501: 'not found public_key',
    E601: 'an error occurred doing POST card_token',
    '2006': 'card token not found',
    '3005': 'the action requested is not valid for the current card token state',
    '1': 'params error',
  },
  (code) => code,
);

/** Payments and refunds: numeric codes. */
export const paymentErrors = catalogue(
  {
    '1': 'params error',
    '4': 'the caller is not authorized to access this resource',
    '8': 'the name of the following parameters is wrong',
    '23': 'the following parameters must be valid date and format yyyy-MM-ddTHH:mm:ssz',
    '109': 'invalid number of installments for this payment_method_id',
    '140': 'invalid card owner',
    '1000': 'the number of rows exceeded the limit',
    '2000': 'payment not found',
    '2001': 'already posted the same request in the last minute',
    '2002': 'customer not found',
    '2006': 'card token not found',
    '2062': 'invalid card token',
    '2072': 'invalid value for transaction_amount',
    '2077': 'deferred capture not supported',
    '2131': 'cannot infer payment method',
    '3001': 'missing cardissuer_id',
    '3003': 'invalid card_token_id',
    '3005': 'invalid action, the payment is in a state that does not allow this operation',
    '3012': 'invalid parameter security_code_length',
    '3024': 'partial refund unsupported for this transaction',
    '3026': 'invalid card_id for this payment_method_id',
    '3028': 'invalid payment_method_id',
    '3031': "security_code_id can't be null",
    '4000': "card attribute can't be null",
    '4001': "payment_method_id attribute can't be null",
    '4002': "transaction_amount attribute can't be null",
    '4003': 'transaction_amount attribute must be numeric',
    '4004': "installments attribute can't be null",
    '4005': 'installments attribute must be numeric',
    '4006': 'payer attribute is malformed',
    '4012': "payer.id attribute can't be null",
    '4020': 'notification_url attribute must be url valid',
    '4022': 'metadata attribute must be a valid json',
    '4024': 'amount attribute must be numeric',
    '4025': "refund_id attribute can't be null",
    '4029': 'invalid payer type',
    '4037': 'invalid transaction_amount',
    '4050': 'payer.email must be a valid email',
    '4051': 'payer.email must be shorter than 254 characters',
  },
  (code) => Number(code),
);

/** Identification types and payment methods. */
export const lookupErrors = catalogue(
  {
    '1000': 'credentials are required',
    '1001': 'not found public_key',
    '1002': 'invalid parameters',
    '1004': 'not found identification types',
  },
  (code) => code,
);
