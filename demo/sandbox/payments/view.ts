import { cardholderView } from '../cards/view.js';
import type { ChallengeSwitches } from '../challenges/settings.js';
import type { Account } from '../engine/account.js';
import { plusDays, timestamp } from '../engine/clock.js';
import { roundToUnits } from './amounts.js';
import { type PaymentRecord, refundedAmount } from './record.js';
import { refundView } from './refund-view.js';

const FEE_RATE = 0.05;
const RELEASE_DAYS = 14;

const optionalDate = (date: Date | null) => date && timestamp(date);

/** A payment as the API shows it. Absent values are `null`, as they are live. */
export function paymentView(
  account: Account,
  payment: PaymentRecord,
  origin: string,
  challengeInfo: ChallengeSwitches['info'] = 'three_ds_info',
) {
  const { notes } = payment;
  const paid = payment.dateApproved !== null;
  const fee = paid ? roundToUnits(account.site, payment.amount * FEE_RATE) : 0;
  return {
    id: payment.id,
    date_created: timestamp(payment.dateCreated),
    date_approved: optionalDate(payment.dateApproved),
    date_last_updated: timestamp(payment.dateLastUpdated),
    date_of_expiration: optionalDate(payment.dateOfExpiration),
    money_release_date: payment.dateApproved && timestamp(plusDays(payment.dateApproved, RELEASE_DAYS)),
    money_release_status: paid ? 'pending' : null,
    money_release_schema: null,
    operation_type: 'regular_payment',
    issuer_id: payment.issuerId,
    payment_method_id: payment.methodId,
    payment_type_id: payment.paymentTypeId,
    payment_method: { id: payment.methodId, type: payment.paymentTypeId, issuer_id: payment.issuerId },
    status: payment.status,
    status_detail: payment.statusDetail,
    currency_id: account.site.currency,
    description: notes.description,
    live_mode: false,
    sponsor_id: null,
    authorization_code: paid || payment.status === 'authorized' ? payment.authorizationCode : null,
    integrator_id: null,
    taxes_amount: 0,
    counter_currency: null,
    shipping_amount: 0,
    build_version: 'sandbox',
    pos_id: null,
    store_id: null,
    platform_id: null,
    corporation_id: null,
    payer: payerView(payment),
    collector_id: account.userId,
    metadata: notes.metadata,
    additional_info: additionalInfoView(notes.additionalInfo),
    order: {},
    external_reference: notes.externalReference,
    transaction_amount: payment.amount,
    transaction_amount_refunded: refundedAmount(payment),
    coupon_amount: 0,
    differential_pricing_id: null,
    deduction_schema: null,
    installments: payment.installments,
    transaction_details: {
      payment_method_reference_id: null,
      acquirer_reference: null,
      net_received_amount: paid ? roundToUnits(account.site, payment.amount - fee) : 0,
      total_paid_amount: payment.totalPaidAmount,
      overpaid_amount: 0,
      external_resource_url: payment.card ? null : ticketUrl(payment, origin),
      installment_amount: payment.card ? roundToUnits(account.site, payment.totalPaidAmount / payment.installments) : 0,
      financial_institution: null,
      payable_deferral_period: null,
    },
    fee_details: paid ? [{ type: 'mercadopago_fee', amount: fee, fee_payer: 'collector' }] : [],
    charges_details: paid ? [chargeView(account, payment, fee)] : [],
    captured: payment.captured,
    binary_mode: payment.binaryMode,
    call_for_authorize_id: null,
    statement_descriptor: notes.statementDescriptor,
    card: payment.card ? cardView(payment, payment.card) : {},
    notification_url: notes.notificationUrl,
    callback_url: notes.callbackUrl,
    refunds: payment.refunds.map((refund) => refundView(account, refund)),
    processing_mode: 'aggregator',
    merchant_account_id: null,
    merchant_number: null,
    acquirer_reconciliation: [],
    point_of_interaction: pointOfInteraction(payment, origin),
    ...(payment.statusDetail === 'pending_challenge' && {
      [challengeInfo]: { external_resource_url: `${origin}/3ds`, creq: challengeRequest(account, payment) },
    }),
  };
}

/** As it was sent, but for the figures of the items, which come back as text. */
function additionalInfoView({ items, ...others }: PaymentRecord['notes']['additionalInfo']) {
  if (!Array.isArray(items)) return items === undefined ? others : { ...others, items };
  return { ...others, items: items.map((item: unknown) => (isObject(item) ? withTextFigures(item) : item)) };
}

const withTextFigures = (item: object) =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]: [string, unknown]) =>
      ['quantity', 'unit_price'].includes(name) && typeof value === 'number' ? [name, String(value)] : [name, value],
    ),
  );

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What the shop posts to the challenge page: enough to find the payment again. */
function challengeRequest(account: Account, payment: PaymentRecord): string {
  return Buffer.from(JSON.stringify({ account: account.publicKey, payment: payment.id })).toString('base64url');
}

function payerView({ payer }: PaymentRecord) {
  return {
    type: payer.type,
    id: payer.id,
    operator_id: null,
    email: payer.email,
    first_name: payer.firstName,
    last_name: payer.lastName,
    identification: { number: payer.identification.number ?? null, type: payer.identification.type ?? null },
    phone: { area_code: null, number: null, extension: null },
    entity_type: null,
  };
}

function cardView(payment: PaymentRecord, { id, face }: NonNullable<PaymentRecord['card']>) {
  return {
    id,
    first_six_digits: face.firstSixDigits,
    last_four_digits: face.lastFourDigits,
    bin: face.firstSixDigits,
    expiration_month: face.expirationMonth,
    expiration_year: face.expirationYear,
    date_created: timestamp(payment.dateCreated),
    date_last_updated: timestamp(payment.dateCreated),
    cardholder: cardholderView(face.cardholder),
  };
}

function chargeView(account: Account, payment: PaymentRecord, fee: number) {
  return {
    id: `${payment.id}-001`,
    name: 'mercadopago_fee',
    type: 'fee',
    accounts: { from: 'collector', to: 'mp' },
    client_id: 0,
    date_created: timestamp(payment.dateCreated),
    last_updated: timestamp(payment.dateLastUpdated),
    amounts: { original: fee, refunded: 0 },
    metadata: {},
    reserve_id: null,
    refund_charges: [],
    user_id: account.userId,
  };
}

const ticketUrl = (payment: PaymentRecord, origin: string) => `${origin}/tickets/${payment.id}`;

function pointOfInteraction(payment: PaymentRecord, origin: string) {
  const businessInfo = { unit: 'online_payments', sub_unit: 'default' };
  if (payment.paymentTypeId !== 'bank_transfer') return { type: 'UNSPECIFIED', business_info: businessInfo };
  const code = `00020126580014br.gov.bcb.pix0136sandbox-${payment.id}`;
  return {
    type: 'OPENPLATFORM',
    sub_type: null,
    application_data: { name: null, version: null },
    business_info: businessInfo,
    transaction_data: {
      qr_code: code,
      qr_code_base64: Buffer.from(code).toString('base64'),
      ticket_url: ticketUrl(payment, origin),
      transaction_id: null,
      bank_transfer_id: null,
      financial_institution: null,
    },
  };
}
