/** A kind of identity document that Mercado Pago takes in a country (source: `getIdentificationTypes` of MercadoPago.js). */
export interface IdentificationType {
  /** Mercado Pago's id, sent with the token: `DNI`, `CPF`, `C.E` … */
  readonly id: string;
  /** As people call it, never empty. */
  readonly name: string;
  /** Digits only, or letters too. */
  readonly type: 'number' | 'string';
  readonly minLength: number;
  readonly maxLength: number;
}
