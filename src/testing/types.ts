/** The surface of MercadoPago.js V2 that the stand-in offers: names and shapes are Mercado Pago's. */

export type FieldType = 'cardNumber' | 'securityCode' | 'expirationMonth' | 'expirationYear' | 'expirationDate';

export type FieldEventName = 'ready' | 'focus' | 'blur' | 'change' | 'paste' | 'validityChange' | 'error' | 'binChange';

/** What a listener is called with. Which optional part is there depends on the event; a value never is. */
export interface FieldEvent {
  field: FieldType;
  errorMessages?: { message: string; cause: string; details: { reason: string } }[];
  error?: string;
  bin?: string | null;
}

export type FieldListener = (event: FieldEvent) => void;

export interface FieldSettings {
  /** Digits expected: 3 or 4 for a security code, 8 to 19 for a card number. */
  length?: number;
  /** `securityCode` only. */
  mode?: 'mandatory' | 'optional';
  /** `cardNumber` only; Luhn's check runs for `standard`. */
  validation?: 'standard' | 'none';
  /** Anything else (`card_location` …) is tolerated, since everyone passes the raw API object. */
  [other: string]: unknown;
}

export interface FieldOptions {
  placeholder?: string;
  style?: Record<string, string>;
  customFonts?: { src: string }[];
  mode?: 'short' | 'full';
  enableLuhnValidation?: boolean;
  srLabel?: string;
  ariaRequired?: boolean;
  group?: string;
}

export interface FieldUpdate {
  /** An empty one is ignored. */
  placeholder?: string;
  /** Ignored: a style counts only when the field is created. */
  style?: Record<string, string>;
  /** What is typed already is not validated again, until it is edited or a token is requested. */
  settings?: FieldSettings;
  invalid?: boolean;
}

export interface Field {
  mount(containerId: string): Field;
  unmount(): void;
  on(event: FieldEventName, listener: FieldListener): Field;
  /** Missing in old builds, like `focus` and `blur`. */
  update?(update: FieldUpdate): Field;
  focus?(): void;
  blur?(): void;
}

export interface NonPciData {
  cardId?: string;
  cardholderName?: string;
  identificationType?: string;
  identificationNumber?: string;
}

export interface CardToken {
  id: string;
  public_key: string;
  status: 'active';
  date_created: string;
  date_last_updated: string;
  date_due: string;
  luhn_validation: boolean;
  live_mode: boolean;
  require_esc: boolean;
  security_code_length: number;
  /** Only for a saved card; then everything below is missing. */
  card_id?: string;
  card_number_length?: number;
  first_six_digits?: string;
  last_four_digits?: string;
  expiration_month?: number;
  expiration_year?: number;
  cardholder?: { name: string; identification: { type?: string; number?: string } };
}

export interface TokenScope {
  group?: string;
}

export interface Fields {
  create(type: FieldType, options?: FieldOptions): Field;
  createCardToken(data?: NonPciData, scope?: string | TokenScope): Promise<CardToken | undefined>;
  updateCardToken(token: string, scope?: string | TokenScope): Promise<CardToken | undefined>;
  focus?(): void;
  blur?(): void;
}

/** Card data that the page itself reads. It brings the page into the scope of PCI; the stand-in has it because the SDK has. */
export interface RawCardData extends NonPciData {
  cardNumber?: string;
  cardExpirationMonth?: string;
  cardExpirationYear?: string;
  securityCode?: string;
}

export interface IdentificationType {
  id: string;
  name: string;
  type: 'number' | 'string';
  min_length: number;
  max_length: number;
}

export interface Issuer {
  id: number;
  name: string;
  default?: boolean;
}

export interface PaymentMethod {
  id: string;
  name: string;
  payment_type_id: string;
  [other: string]: unknown;
}

export interface InstallmentOffer {
  payment_method_id: string;
  payment_type_id: string;
  issuer: Issuer;
  payer_costs: { installments: number; installment_amount: number; total_amount: number; [other: string]: unknown }[];
  [other: string]: unknown;
}

export interface PaymentMethodQuery {
  bin: string;
  processingMode?: string;
}

export interface IssuerQuery {
  paymentMethodId: string;
  bin: string;
}

export interface InstallmentQuery {
  amount: string;
  bin: string;
  locale?: string;
  processingMode?: string;
  paymentTypeId?: string;
  paymentMethodId?: string;
}

export interface PaymentMethodPage {
  paging: { total: number; limit: number; offset: number };
  results: PaymentMethod[];
}

/** The methods that read from Mercado Pago's REST API. */
export interface CoreQueries {
  getIdentificationTypes(): Promise<IdentificationType[]>;
  getPaymentMethods(query: PaymentMethodQuery): Promise<PaymentMethodPage>;
  getIssuers(query: IssuerQuery): Promise<Issuer[]>;
  getInstallments(query: InstallmentQuery): Promise<InstallmentOffer[]>;
}

export interface MercadoPagoInstance extends CoreQueries {
  readonly fields: Fields;
  createCardToken(data: RawCardData): Promise<CardToken | undefined>;
}

export interface MercadoPagoOptions {
  locale?: string;
  advancedFraudPrevention?: boolean;
  trackingDisabled?: boolean;
  frontEndStack?: string;
  siteId?: string;
}

export type MercadoPagoConstructor = new (publicKey: string, options?: MercadoPagoOptions) => MercadoPagoInstance;
