import type { Account } from '../engine/account.js';
import { roundToUnits } from '../payments/amounts.js';
import { refundedAmount, type PaymentRecord } from '../payments/record.js';
import type { SiteId } from '../sites/site.js';
import { shownState, shownStateOfOrder } from './shown-state.js';
import { stateOfPayment } from './outcomes.js';
import type { OrderPayment, OrderRecord } from './record.js';
import type { OrderSwitches } from './switches.js';

const ISO3: Readonly<Record<SiteId, string>> = {
  MLA: 'ARG',
  MLB: 'BRA',
  MLC: 'CHL',
  MCO: 'COL',
  MLM: 'MEX',
  MLU: 'URY',
  MPE: 'PER',
};

/** What answers are rendered for. */
export interface Viewer {
  readonly account: Account;
  readonly switches: OrderSwitches;
  /** Links in answers lead back to the address that was called. */
  readonly origin: string;
}

/** An order as the API shows it. Absent values are left out; the token of a transaction is shown, as it is live. */
export function orderView(viewer: Viewer, order: OrderRecord) {
  const { account, switches } = viewer;
  const { sent } = order;
  return {
    id: order.id,
    type: sent.type,
    processing_mode: order.mode,
    // Measured: an order without one is shown with this one.
    capture_mode: sent.capture_mode ?? 'automatic_async',
    ...shownStateOfOrder(switches, order),
    external_reference: sent.external_reference,
    description: sent.description,
    marketplace: sent.marketplace,
    marketplace_fee: sent.marketplace_fee,
    country_code: switches.country_code === 'iso3' ? ISO3[account.site.id] : account.site.id,
    user_id: switches.user_id === 'text' ? String(account.userId) : account.userId,
    currency: account.site.currency,
    total_amount: sent.total_amount,
    total_paid_amount: paidAmount(account, order),
    created_date: order.dateCreated.toISOString(),
    last_updated_date: lastUpdate(order).toISOString(),
    expiration_time: sent.expiration_time ?? 'P1D',
    checkout_available_at: sent.checkout_available_at,
    integration_data: { application_id: String(account.userId), ...sent.integration_data },
    payer: switches.payer === 'shown' ? sent.payer : undefined,
    items: sent.items,
    config: sent.config,
    transactions: {
      payments: order.payments.map((transaction) => transactionView(viewer, order, transaction)),
      ...refundsView(account, order),
      ...chargebacksView(order),
    },
  };
}

/** What was paid, with the interest of the installments; nothing before that. */
export function paidAmount(account: Account, { payments }: Pick<OrderRecord, 'payments'>): string | undefined {
  const paid = payments.flatMap(({ payment }) => (payment && isPaid(payment) ? [payment.totalPaidAmount] : []));
  return paid.length > 0 ? money(account, sum(paid)) : undefined;
}

/** The answer to a capture, where it is not the whole order. */
export function shortView(viewer: Viewer, order: OrderRecord) {
  const { id, status, status_detail, transactions } = orderView(viewer, order);
  return { id, status, status_detail, transactions };
}

export function transactionView(viewer: Viewer, order: OrderRecord, transaction: OrderPayment) {
  const { account, switches } = viewer;
  const { payment, sent } = transaction;
  const refunded = payment ? refundedAmount(payment) : 0;
  return {
    id: transaction.id,
    reference_id: transaction.referenceId,
    ...shownState(switches, stateOfPayment(order, transaction)),
    ...sent,
    paid_amount: paidAmount(account, { payments: [transaction] }),
    refunded_amount: refunded > 0 ? money(account, refunded) : undefined,
    date_of_expiration: payment?.dateOfExpiration?.toISOString() ?? sent.date_of_expiration,
    payment_method: methodView(viewer, order, transaction),
  };
}

export function methodView(
  { account, origin, switches }: Viewer,
  order: OrderRecord,
  { method, payment }: OrderPayment,
) {
  const isCard = method.token !== undefined;
  const perInstallment = payment && roundToUnits(account.site, payment.totalPaidAmount / payment.installments);
  const security = method.transaction_security ?? order.sent.config?.online?.transaction_security;
  return {
    ...method,
    card_id: payment?.card?.id ?? undefined,
    installment_amount: isCard && perInstallment ? money(account, perInstallment) : undefined,
    transaction_security: isCard
      ? {
          validation: 'never' as const,
          ...security,
          ...(payment?.statusDetail === 'pending_challenge' && {
            [switches.challenge_address]: challengeUrl(account, payment, origin),
          }),
        }
      : undefined,
    ticket_url: payment && !payment.card ? `${origin}/tickets/${payment.id}` : undefined,
  };
}

/** Goes straight into a frame: this API has no `creq` to be posted. */
function challengeUrl(account: Account, payment: PaymentRecord, origin: string): string {
  const request = JSON.stringify({ account: account.publicKey, payment: payment.id });
  return `${origin}/3ds?creq=${Buffer.from(request).toString('base64url')}`;
}

function refundsView(account: Account, { payments }: OrderRecord) {
  const refunds = payments.flatMap((transaction) =>
    (transaction.payment?.refunds ?? []).map((refund) => ({
      id: refundIdOf(account, transaction, refund.id),
      transaction_id: transaction.id,
      reference_id: transaction.referenceId,
      amount: money(account, refund.amount),
      status: 'processed',
    })),
  );
  return refunds.length > 0 ? { refunds } : {};
}

/** The form of the ids is guessed; so is that there are no references. */
function chargebacksView({ payments }: OrderRecord) {
  const chargebacks = payments.flatMap(({ id, payment }) =>
    payment?.status === 'charged_back'
      ? {
          id: id.replace('PAY', 'CHB'),
          transaction_id: id,
          case_id: String(payment.id),
          status: payment.statusDetail,
          references: [],
        }
      : [],
  );
  return chargebacks.length > 0 ? { chargebacks } : {};
}

/** A refund that was made with the Payments API gets its id here when it is first shown. */
function refundIdOf(account: Account, { refundIds }: OrderPayment, id: number): string {
  const known = refundIds.get(id) ?? account.ids.ulid('REF', 'order_refund');
  refundIds.set(id, known);
  return known;
}

const isPaid = ({ dateApproved }: PaymentRecord): boolean => dateApproved !== null;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const money = ({ site }: Account, amount: number): string => amount.toFixed(site.fractionDigits);

export function lastUpdate({ dateLastUpdated, payments }: OrderRecord): Date {
  const dates = payments.flatMap(({ payment }) => payment?.dateLastUpdated ?? []);
  return [dateLastUpdated, ...dates].reduce((latest, date) => (date > latest ? date : latest));
}
