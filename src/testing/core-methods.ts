import { cardTokenEndpoint } from './card-token-endpoint.js';
import { defaultAnswers } from './core-answers.js';
import type { Identity } from './fields.js';
import { parameterProblems } from './parameter-rules.js';
import type { OfflineAnswer, TokenBody } from './protocol.js';
import { Rest } from './rest.js';
import { currentSdk, type Sdk } from './sdk.js';
import { checkTokenRequest, deliver, nonPciBody } from './token-request.js';
import type {
  CardToken,
  CoreQueries,
  IdentificationType,
  InstallmentOffer,
  InstallmentQuery,
  Issuer,
  IssuerQuery,
  PaymentMethodPage,
  PaymentMethodQuery,
  RawCardData,
} from './types.js';

type Query = Record<string, string | undefined>;

/** The methods of a `MercadoPago` object that need no field: lookups, and tokens from data in the page. */
export class CoreMethods implements CoreQueries {
  readonly #sdk: Sdk;
  readonly #identity: Identity;
  readonly #rest: Rest | undefined;

  constructor(sdk: Sdk, identity: Identity) {
    this.#sdk = sdk;
    this.#identity = identity;
    const { apiBase, oldBuild } = sdk.options;
    this.#rest = apiBase === undefined ? undefined : new Rest(apiBase, Boolean(oldBuild));
  }

  get #current(): Sdk {
    return currentSdk(this.#sdk);
  }

  async getIdentificationTypes(): Promise<IdentificationType[]> {
    const { answers } = this.#current.controls;
    const answer = answers.getIdentificationTypes ?? defaultAnswers.getIdentificationTypes;
    return this.#ask('getIdentificationTypes', {}, [], '/v1/identification_types', {}, () => answer());
  }

  async getPaymentMethods(query: PaymentMethodQuery): Promise<PaymentMethodPage> {
    const { answers } = this.#current.controls;
    const answer = answers.getPaymentMethods ?? defaultAnswers.getPaymentMethods;
    const { bin, processingMode = 'aggregator', ...extra } = query;
    const params = {
      ...extra,
      marketplace: 'NONE',
      status: 'active',
      bins: this.#firstDigits(bin),
      processing_mode: processingMode,
    };
    const path = '/v1/payment_methods/search';
    return this.#ask('getPaymentMethods', query, ['bin'], path, params, () => answer(query));
  }

  async getIssuers(query: IssuerQuery): Promise<Issuer[]> {
    const { answers } = this.#current.controls;
    const answer = answers.getIssuers ?? defaultAnswers.getIssuers;
    const params = { bin: this.#firstDigits(query.bin), payment_method_id: query.paymentMethodId };
    const path = '/v1/payment_methods/card_issuers';
    return this.#ask('getIssuers', query, ['paymentMethodId', 'bin'], path, params, () => answer(query));
  }

  async getInstallments(query: InstallmentQuery): Promise<InstallmentOffer[]> {
    const { answers } = this.#current.controls;
    const answer = answers.getInstallments ?? defaultAnswers.getInstallments;
    const params = {
      amount: query.amount,
      bin: this.#firstDigits(query.bin),
      processing_mode: query.processingMode ?? 'aggregator',
      payment_type_id: query.paymentTypeId,
      payment_method_id: query.paymentMethodId,
      locale: query.locale,
    };
    const path = '/v1/payment_methods/installments';
    return this.#ask('getInstallments', query, ['amount', 'bin'], path, params, () => answer(query));
  }

  async createCardToken(data: RawCardData): Promise<CardToken | undefined> {
    this.#current.controls.record('createCardToken', data);
    const required =
      data.cardId === undefined
        ? ['cardNumber', 'cardholderName', 'cardExpirationMonth', 'cardExpirationYear', 'securityCode']
        : ['securityCode'];
    const offline = await checkTokenRequest(this.#current, this.#identity.publicKey, data, required);
    return deliver(this.#current, this.#token(rawBody(data), offline));
  }

  async #ask<Result>(
    method: keyof CoreQueries,
    parameters: object,
    required: readonly string[],
    path: string,
    query: Query,
    offlineAnswer: () => Result | Promise<Result>,
  ): Promise<Result> {
    this.#current.controls.record(method, parameters);
    const problems = parameterProblems(parameters, required);
    if (problems.length > 0) return Promise.reject(problems);
    if (!this.#rest) return offlineAnswer();
    const identity = this.#identity.query();
    return this.#rest.get(path, identity, query) as Promise<Result>;
  }

  async #token(body: TokenBody, offline: OfflineAnswer): Promise<CardToken | undefined> {
    const query = this.#identity.query();
    if (this.#rest) return this.#rest.post('/v1/card_tokens', query, body) as Promise<CardToken>;
    const response = await cardTokenEndpoint(this.#identity.publicKey, body, offline);
    if (response.status === 204) return undefined;
    const json = (await response.json()) as CardToken;
    return response.ok ? json : Promise.reject(json);
  }

  /** Old builds send the first six digits of a card number, newer ones up to eight. */
  #firstDigits(bin: string): string {
    return String(bin).slice(0, this.#current.options.oldBuild ? 6 : 8);
  }
}

function rawBody(data: RawCardData): TokenBody {
  const { cardId, cardNumber, securityCode, cardExpirationMonth, cardExpirationYear } = data;
  const code = securityCode === undefined ? {} : { security_code: securityCode };
  if (cardId !== undefined) return { card_id: cardId, ...code };
  const year = cardExpirationYear?.length === 2 ? `20${cardExpirationYear}` : cardExpirationYear;
  return {
    ...nonPciBody(data),
    ...code,
    ...(cardNumber !== undefined && { card_number: cardNumber }),
    expiration_month: Number(cardExpirationMonth),
    expiration_year: Number(year),
  };
}
