import type { CardMethod, OfflineMethod, Site } from '../sites/site.js';

/** Addresses of a payment method's picture; `thumbnail` is plain http, as in the live API. */
export function thumbnails(methodId: string): { thumbnail: string; secure_thumbnail: string } {
  return {
    thumbnail: `http://img.mlstatic.com/org-img/MP3/API/logos/${methodId}.gif`,
    secure_thumbnail: `https://www.mercadopago.com/org-img/MP3/API/logos/${methodId}.gif`,
  };
}

/** `^(450995|400276)`; nothing matches where no number is known. */
function binPattern({ bins }: CardMethod): string {
  return `^(${bins.join('|')})`;
}

function cardSettings(method: CardMethod) {
  if (method.bins.length === 0) return [];
  const pattern = binPattern(method);
  return [
    {
      card_number: { length: method.numberLength, validation: 'standard' },
      security_code: { ...method.securityCode },
      bin: {
        pattern,
        installments_pattern: method.paymentTypeId === 'credit_card' ? pattern : null,
        exclusion_pattern: null,
      },
    },
  ];
}

/** An entry of `GET /v1/payment_methods`. */
export function cardMethodView(site: Site, method: CardMethod) {
  return {
    id: method.id,
    name: method.name,
    payment_type_id: method.paymentTypeId,
    status: 'active',
    ...thumbnails(method.id),
    deferred_capture: method.paymentTypeId === 'credit_card' ? 'supported' : 'unsupported',
    settings: cardSettings(method),
    additional_info_needed: method.additionalInfoNeeded,
    min_allowed_amount: site.minAmount,
    max_allowed_amount: site.maxAmount,
    accreditation_time: 2880,
    financial_institutions: [],
    processing_modes: ['aggregator'],
  };
}

export function offlineMethodView(site: Site, method: OfflineMethod) {
  return {
    id: method.id,
    name: method.name,
    payment_type_id: method.paymentTypeId,
    status: 'active',
    ...thumbnails(method.id),
    deferred_capture: 'does_not_apply',
    settings: [],
    additional_info_needed: [],
    min_allowed_amount: site.minAmount,
    max_allowed_amount: site.maxAmount,
    accreditation_time: method.paymentTypeId === 'bank_transfer' ? 0 : 4320,
    financial_institutions: [],
    processing_modes: ['aggregator'],
  };
}

/** A result of the search by BIN, which MercadoPago.js hands on as it is. */
export function searchResultView(site: Site, method: CardMethod) {
  const [issuer] = method.issuers;
  return {
    ...cardMethodView(site, method),
    site_id: site.id,
    processing_mode: 'aggregator',
    marketplace: 'NONE',
    merchant_account_id: null,
    min_accreditation_days: 0,
    max_accreditation_days: 2,
    labels: [],
    payer_costs: [],
    bins: [],
    agreements: [],
    issuer: { id: issuer.id, name: issuer.name, default: issuer.default },
  };
}
