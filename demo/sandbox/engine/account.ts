import { SITES } from '../sites/index.js';
import type { Site, SiteId } from '../sites/site.js';
import type { KeptAnswer, OrderRecord } from '../orders/record.js';
import { type OrderSwitches, switchesOf } from '../orders/switches.js';
import type { PaymentRecord } from '../payments/record.js';
import { Alarm } from './alarm.js';
import type { Clock } from './clock.js';
import { IdSource } from './ids.js';
import type { CardRecord, CardTokenRecord, CustomerRecord } from './records.js';
import type { WebhookEvent } from './webhook-event.js';

/** How many objects an account has. */
export interface StoreCounts {
  readonly customers: number;
  readonly cards: number;
  readonly card_tokens: number;
  readonly payments: number;
  /** How often a card was saved since the last reset, one that was there already included. */
  readonly card_saves: number;
}

/** Called with the changes that webhooks are sent for. */
export type Announce = (account: Account, event: WebhookEvent) => void;

/** What an account asks of the sandbox around it. */
export interface Surroundings {
  readonly announce?: Announce | undefined;
  /** How the Orders API behaves for the account of this name at the moment. */
  readonly orderSwitches?: ((account: string) => OrderSwitches) | undefined;
}

/** The store of one seller's account: everything its credentials can see. */
export class Account {
  /** `MLB-1`: the site, then what the credentials say after it. */
  readonly name: string;
  readonly site: Site;
  readonly ids: IdSource;
  readonly customers = new Map<string, CustomerRecord>();
  readonly customerIdByEmail = new Map<string, string>();
  readonly cards = new Map<string, CardRecord>();
  readonly tokens = new Map<string, CardTokenRecord>();
  readonly payments = new Map<number, PaymentRecord>();
  /** Those that end by themselves unless something happens before: a 3DS challenge, a ticket, a transfer. */
  readonly waiting = new Set<PaymentRecord>();
  /** Rings when the first of them ends by itself. Closed when the account is forgotten. */
  readonly nextEnd = new Alarm();
  readonly orders = new Map<string, OrderRecord>();
  /** Ids of the objects that an idempotency key has made, for replays. */
  readonly idempotentPayments = new Map<string, number>();
  readonly idempotentRefunds = new Map<string, number>();
  readonly idempotentCards = new Map<string, string>();
  readonly orderAnswers = new Map<string, KeptAnswer>();
  cardSaves = 0;
  readonly #clock: Clock;
  readonly #surroundings: Surroundings;

  constructor(siteId: SiteId, name: string, clock: Clock, surroundings: Surroundings = {}) {
    this.name = name;
    this.site = SITES[siteId];
    this.ids = new IdSource(name);
    this.#clock = clock;
    this.#surroundings = surroundings;
  }

  get publicKey(): string {
    return `TEST-${this.name}`;
  }

  get userId(): number {
    return this.ids.userId;
  }

  get orderSwitches(): OrderSwitches {
    return this.#surroundings.orderSwitches?.(this.name) ?? switchesOf();
  }

  now(): Date {
    return this.#clock();
  }

  /** Payments and orders say here that they were made or have changed. */
  announce(event: WebhookEvent): void {
    this.#surroundings.announce?.(this, event);
  }

  counts(): StoreCounts {
    return {
      customers: this.customers.size,
      cards: this.cards.size,
      card_tokens: this.tokens.size,
      payments: this.payments.size,
      card_saves: this.cardSaves,
    };
  }
}
