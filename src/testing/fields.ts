import { CurrentSecureField, SecureField } from './field.js';
import type { TokenBody, TokenRequestMessage } from './protocol.js';
import { currentSdk, isInSameSet, type Sdk } from './sdk.js';
import { checkTokenRequest, deliver, nonPciBody } from './token-request.js';
import type { CardToken, Field, FieldOptions, FieldType, Fields, NonPciData, TokenScope } from './types.js';

const TYPES: readonly FieldType[] = [
  'cardNumber',
  'securityCode',
  'expirationMonth',
  'expirationYear',
  'expirationDate',
];

const NO_PRIMARY =
  "No primary field found. Please create and mount one before calling 'createCardToken'. Ignoring call...";
const NO_WINDOW = 'Error trying to create cardToken: The iFrame does not have a window';

/** The public key and query parameters of the `MercadoPago` object that owns these fields. */
export interface Identity {
  readonly publicKey: string;
  query(): Record<string, string>;
}

/** `mp.fields` as every build has it: one set of fields, which other `MercadoPago` objects do not see. */
export class SecureFields implements Fields {
  readonly #sdk: Sdk;
  readonly #identity: Identity;

  constructor(sdk: Sdk, identity: Identity) {
    this.#sdk = sdk;
    this.#identity = identity;
  }

  protected get sdk(): Sdk {
    return currentSdk(this.#sdk);
  }

  create(type: FieldType, options: FieldOptions = {}): Field {
    this.sdk.controls.record('fields.create', type, options);
    if (!TYPES.includes(type)) throw new Error(`[Fields] The field ${String(type)} does not exist`);
    const field = this.newField(type, options);
    const sameSet = this.sdk.mounted.filter((other) => isInSameSet(field, other)).map((other) => other.type);
    if (sameSet.includes(type)) throw new Error(`[Fields] The field ${type} has already been created`);
    const conflicting: FieldType[] =
      type === 'expirationDate'
        ? ['expirationMonth', 'expirationYear']
        : type.startsWith('exp')
          ? ['expirationDate']
          : [];
    const conflict = conflicting.find((other) => sameSet.includes(other));
    if (conflict) throw new Error(`[Fields] The field ${type} can not be used together with ${conflict}`);
    return field;
  }

  async createCardToken(data: NonPciData = {}, scope?: string | TokenScope): Promise<CardToken | undefined> {
    this.sdk.controls.record('fields.createCardToken', data, scope);
    const required = data.cardId === undefined ? ['cardholderName'] : [];
    return this.#request('createCardToken', nonPciBody(data), scope, data, required);
  }

  async updateCardToken(token: string, scope?: string | TokenScope): Promise<CardToken | undefined> {
    this.sdk.controls.record('fields.updateCardToken', { token }, scope);
    return this.#request('updateCardToken', {}, scope, { token }, ['token']);
  }

  protected newField(type: FieldType, options: FieldOptions): SecureField {
    return new SecureField(this.sdk, this, type, options);
  }

  async #request(
    message: TokenRequestMessage['message'],
    nonPCIData: TokenBody,
    scope: string | TokenScope | undefined,
    parameters: NonPciData & { token?: string },
    required: readonly string[],
  ): Promise<CardToken | undefined> {
    const offline = await checkTokenRequest(this.sdk, this.#identity.publicKey, parameters, required);
    const asked = typeof scope === 'string' ? scope : scope?.group;
    const group = this.sdk.options.groups ? asked : undefined;
    const fields = this.sdk.mounted.filter((field) => isInSameSet({ owner: this, group }, field));
    const [primary] = fields;
    if (!primary) return Promise.reject({ message: NO_PRIMARY });
    if (!primary.iframe?.contentWindow) return Promise.reject({ message: NO_WINDOW });
    const request: TokenRequestMessage = {
      message,
      createdFields: fields.map((field) => field.frameName),
      nonPCIData,
      ...(parameters.token !== undefined && { token: parameters.token }),
      query: this.#identity.query(),
      isMobile: false,
      ...(this.sdk.options.apiBase === undefined && { offline: { ...offline, token: parameters.token } }),
    };
    return deliver(this.sdk, primary.requestToken(request));
  }
}

/** `mp.fields` of the current build. */
export class CurrentSecureFields extends SecureFields {
  focus(): void {
    this.sdk.mounted.find(({ owner }) => owner === this)?.focus?.();
  }

  blur(): void {
    this.sdk.mounted.find(({ owner }) => owner === this)?.blur?.();
  }

  protected override newField(type: FieldType, options: FieldOptions): SecureField & Field {
    return new CurrentSecureField(this.sdk, this, type, options);
  }
}
