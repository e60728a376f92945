/** A change that the seller's server is notified of. */
export interface WebhookEvent {
  readonly topic: 'payment' | 'order';
  /** `payment.updated`, `order.processed` … */
  readonly action: string;
  /** Id of the payment or of the order. */
  readonly id: string;
  /** Whose it is, as the API of the topic shows it. */
  readonly seller: { readonly user_id: string | number; readonly application_id?: string };
  /** What an order's webhook says about the order; a payment's says the id alone. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** `notification_url` of the payment, which comes before the one of the panel. Orders have none. */
  readonly url?: string | null;
}
