import type { CardMethod, Issuer, SecurityCode } from './site.js';

interface Brand {
  readonly name: string;
  readonly issuerId: number;
  readonly numberLength: number;
  readonly securityCode: SecurityCode;
}

const BACK: SecurityCode = { mode: 'mandatory', length: 3, card_location: 'back' };
const FRONT: SecurityCode = { mode: 'mandatory', length: 4, card_location: 'front' };

const brand = (name: string, issuerId: number, numberLength = 16, securityCode = BACK): Brand => ({
  name,
  issuerId,
  numberLength,
  securityCode,
});

/** By payment method id. Issuer ids 24 and 25 are published; the others only need to be unlike. */
const BRANDS: Readonly<Record<string, Brand>> = {
  visa: brand('Visa', 25),
  master: brand('Mastercard', 24),
  amex: brand('American Express', 1041, 15, FRONT),
  elo: brand('Elo', 1042),
  hipercard: brand('Hipercard', 1043),
  diners: brand('Diners Club', 1044, 14),
  naranja: brand('Naranja X', 1045),
  nativa: brand('Nativa', 1046),
  tarshop: brand('Tarjeta Shopping', 1047, 13),
  cencosud: brand('Cencosud', 1048),
  cabal: brand('Cabal', 1049),
  cordobesa: brand('Cordobesa', 1050),
  cordial: brand('Cordial', 1051),
  argencard: brand('Argencard', 1052),
  cmr: brand('CMR', 1053),
  magna: brand('Magna', 1054),
  presto: brand('Presto', 1055),
  codensa: brand('Codensa', 1056),
  oca: brand('OCA', 1057),
  lider: brand('Lider', 1058),
};

const DEBIT_BRANDS: Readonly<Record<string, Brand>> = {
  debvisa: brand('Visa Débito', 2025),
  debmaster: brand('Mastercard Débito', 2024),
  debelo: brand('Elo Débito', 2042),
  debcabal: brand('Cabal Débito', 2049),
  maestro: brand('Maestro', 2050, 18),
  redcompra: brand('RedCompra', 2051),
};

interface MethodOptions {
  /** Banks that the shopper chooses from, besides the generic issuer; makes `issuer_id` a needed answer. */
  readonly banks?: readonly { readonly id: number; readonly name: string }[];
  /** Mexico asks for no document. */
  readonly needsDocument?: boolean;
}

function method(
  source: Readonly<Record<string, Brand>>,
  paymentTypeId: CardMethod['paymentTypeId'],
  id: string,
  bins: readonly string[],
  { banks = [], needsDocument = true }: MethodOptions,
): CardMethod {
  const found = source[id];
  if (!found) throw new Error(`unknown brand: ${id}`);
  const generic: Issuer = { id: found.issuerId, name: found.name, default: true };
  return {
    id,
    name: found.name,
    paymentTypeId,
    bins,
    numberLength: found.numberLength,
    securityCode: found.securityCode,
    issuers: [generic, ...banks.map((bank) => ({ ...bank, default: false }))],
    additionalInfoNeeded: [
      'cardholder_name',
      ...(needsDocument ? ['cardholder_identification_type', 'cardholder_identification_number'] : []),
      ...(banks.length > 0 ? ['issuer_id'] : []),
    ],
  };
}

/** A credit card method of a site; `bins` are those of the published test cards. */
export function credit(id: string, bins: readonly string[] = [], options: MethodOptions = {}): CardMethod {
  return method(BRANDS, 'credit_card', id, bins, options);
}

/** A debit card method of a site. */
export function debit(id: string, bins: readonly string[] = [], options: MethodOptions = {}): CardMethod {
  return method(DEBIT_BRANDS, 'debit_card', id, bins, options);
}

/** BINs of the 3DS test cards (challenge passed, failed, passed when mandatory): Mastercard credit in every site. */
export const THREE_DS_BINS = ['548392', '536195', '503175'] as const;
