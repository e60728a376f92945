import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiOf, paymentApiNames } from '../../../../demo/merchant/payment-apis/payment-api.js';
import { sites } from '../../../../demo/merchant/sites.js';
import { SandboxAccount, type Truth } from './account.js';
import { Dice } from './dice.js';
import { MortalShop } from './mortal-shop.js';
import { Shopper, type Knowledge, type Who } from './shopper.js';

const HOUR = 3_600_000;
/** How a request to Mercado Pago, or its answer, gets lost. */
const LOSSES = [
  'drop',
  'drop_answer',
  'drop_answer',
  'server_error',
  'bad_gateway',
  'malformed_json',
  'rate_limit',
] as const;
const OUTCOMES = [null, null, null, 'SECU', 'FUND', 'OTHE', 'CONT', 'CALL'] as const;
/** Open or paid: a second one of these is a second charge. */
const CHARGES = ['approved', 'authorized', 'in_process', 'pending', 'refunded'];

/** What went wrong in a run, and how much there was to go wrong. */
export interface RunResult {
  readonly problems: readonly string[];
  readonly payments: number;
  readonly losses: number;
  readonly crashes: number;
  /** Changes of the API. */
  readonly switches: number;
}

/** Where the sandbox is, and the shop that its webhooks go to. */
export interface World {
  readonly sandbox: string;
  readonly webhookUrl: string;
  /** From now on the requests to `webhookUrl` go to this shop. */
  open(shop: MortalShop): void;
}

/** A customer buys a few times while everything goes wrong that may; then everything that is late arrives. */
export async function run(world: World, seed: number): Promise<RunResult> {
  const folder = await mkdtemp(join(tmpdir(), 'random-run-'));
  try {
    return await new Run(world, new Dice(seed), folder).whole();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

class Run {
  readonly #dice: Dice;
  readonly #who: Who;
  readonly #account: SandboxAccount;
  readonly #shop: MortalShop;
  readonly #shopper: Shopper;
  readonly #world: World;
  readonly #isPlain: boolean;
  readonly #hasSearchOnly: boolean;
  readonly #problems: string[] = [];
  #losses = 0;
  #crashes = 0;
  #switches = 0;

  constructor(world: World, dice: Dice, folder: string) {
    this.#dice = dice;
    this.#world = world;
    const site = dice.of(sites);
    this.#who = { site, customer: dice.of(['ana', 'bruno', 'olga']), api: dice.of(paymentApiNames) };
    this.#isPlain = dice.chance(0.5);
    this.#hasSearchOnly = dice.chance(0.3);
    this.#account = new SandboxAccount(world.sandbox, site);
    this.#shop = new MortalShop(world.sandbox, folder);
    this.#shopper = new Shopper(this.#shop, this.#who);
    world.open(this.#shop);
  }

  async whole(): Promise<RunResult> {
    await this.#begin();
    for (let count = this.#dice.between(1, 3); count > 0; count -= 1) {
      await this.#buy();
      await this.#laterOn();
    }
    await this.#refundOne();
    await this.#everythingArrives();
    const payments = await this.#requireAllShown();
    await this.#shop.crash();
    return {
      problems: this.#problems,
      payments,
      losses: this.#losses,
      crashes: this.#crashes,
      switches: this.#switches,
    };
  }

  async #begin(): Promise<void> {
    const { of, chance, between } = bound(this.#dice);
    await this.#account.reset(`${this.#world.webhookUrl}?site=${this.#who.site}`);
    await this.#account.change({
      search_delay_ms: chance(0.5) ? HOUR : 0,
      orders: {
        same_request: of(['replayed', 'refused']),
        refusal: of(['402', '201']),
        unusable_token: of(['400', '402']),
      },
      webhooks: {
        hold: true,
        times: between(1, 3),
        reversed: chance(0.5),
        signature: this.#hasSearchOnly ? of(['wrong', 'missing']) : 'valid',
        signed_id: of(['as_sent', 'lower_case']),
        timestamp: of(['seconds', 'milliseconds']),
      },
    });
    await this.#shopper.signIn();
  }

  /**
   * The shopper wants to pay once, and follows what the page says until it is done or no longer clear. Where the page names its
   * cart, the shopper may do whatever comes to mind: fill it in again though it is not clear, or though the page that said "paid"
   * was lost, and in two tabs at once.
   */
  async #buy(): Promise<void> {
    const before = await this.#charges();
    const cart = this.#dice.chance(0.5) ? await this.#shopper.cart() : undefined;
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const isPatient = cart === undefined || this.#dice.chance(0.5);
      const tabs = cart !== undefined && this.#dice.chance(0.3) ? [cart, cart] : [cart];
      const [knowledge] = await Promise.all(tabs.map((each) => this.#attempt(each)));
      if (isPatient && knowledge !== 'refused') break;
    }
    const made = (await this.#charges()) - before;
    if (made > 1) this.#problems.push(`charged ${made} times for one purchase`);
  }

  /** One token, however often it has to be sent. */
  async #attempt(cart: string | undefined): Promise<Knowledge> {
    const card_id = await this.#shopper.cardId();
    // Without cards the page has nothing to pay with.
    if (card_id === undefined) return 'unknown';
    const attempt = {
      token: await this.#account.tokenOfCard(card_id),
      card_id,
      installments: '1',
      ...(cart && { cart_id: cart }),
    };
    let knowledge: Knowledge = 'unknown';
    // An impatient shopper fills the page in again, with another token, before that is known.
    const sendings = cart !== undefined && this.#dice.chance(0.5) ? 1 : 4;
    for (let sending = 0; sending < sendings && knowledge === 'unknown'; sending += 1) {
      if (this.#dice.chance(0.15)) await this.#changeApi();
      await this.#account.change({ faults: this.#faults(), next_payment: this.#dice.of(OUTCOMES) });
      knowledge = await this.#click(attempt);
      await this.#account.change({ faults: [], next_payment: null });
      if (this.#dice.chance(0.2)) await this.#laterOn();
    }
    return knowledge;
  }

  /** A click, or several before the page knows; the last answer is the one that is shown. The shop may die meanwhile. */
  async #click(attempt: Record<string, string>): Promise<Knowledge> {
    const clicks = Array.from({ length: this.#dice.chance(0.3) ? this.#dice.between(2, 3) : 1 }, () =>
      this.#shopper.pay(attempt, this.#isPlain),
    );
    const isCrash = this.#dice.chance(0.1);
    const crash = isCrash ? setTimeout(() => void this.#shop.crash(), this.#dice.between(0, 30)) : undefined;
    const answers = await Promise.all(clicks);
    clearTimeout(crash);
    if (isCrash) await this.#restart();
    const isHungUp = this.#dice.chance(0.1);
    return isHungUp ? 'unknown' : (answers.at(-1) ?? 'unknown');
  }

  #faults(): object[] {
    if (this.#dice.chance(0.4)) return [];
    return Array.from({ length: this.#dice.between(1, 2) }, () => {
      this.#losses += 1;
      const kind = this.#dice.of(LOSSES);
      return { kind, method: 'POST', path: `/v1/${this.#shopper.api}`, times: this.#dice.between(1, 2) };
    });
  }

  /** What happens between purchases: reviews end, some webhooks come, the shop reads them or dies before that. */
  async #laterOn(): Promise<void> {
    const { chance, of } = bound(this.#dice);
    const waiting = (await this.#truth()).filter(({ status }) => status === 'in_process');
    for (const { id } of waiting) if (chance(0.5)) await this.#account.decide(id, of(['APRO', 'FUND']));
    if (chance(0.3)) return;
    if (chance(0.5)) {
      const failure = of([{ kind: 'server_error' }, { kind: 'refusal', status: 404, code: 'not_yet' }]);
      await this.#account.change({
        faults: [{ ...failure, method: 'GET', path: `/v1/${this.#shopper.api}`, times: 2 }],
      });
    }
    const diesFirst = chance(0.2);
    if (diesFirst) this.#shop.stall();
    await this.#account.deliverWebhooks();
    await this.#shop.idle();
    await this.#account.change({ faults: [] });
    if (diesFirst || chance(0.1)) await this.#restart();
  }

  /** The shop's owner changes its setting, whatever is on its way. */
  async #changeApi(): Promise<void> {
    this.#switches += 1;
    await this.#shopper.changeApi();
  }

  /** One refund, asked for until it is known; then as much as was asked for must be refunded, and no more. */
  async #refundOne(): Promise<void> {
    const { chance, of } = bound(this.#dice);
    const paid = (await this.#shopper.payments())?.find(({ status }) => status === 'approved');
    if (!paid || chance(0.5)) return;
    const isPart = this.#who.site !== 'MPE' && chance(0.5);
    const amount = isPart ? Math.max(1, Math.floor(paid.transaction_amount / 3)) : null;
    const key = crypto.randomUUID();
    let answer: 'made' | 'refused' | 'unknown' = 'unknown';
    for (let sending = 0; sending < 4 && answer === 'unknown'; sending += 1) {
      const path = `/v1/${apiOf(paid.id)}/${paid.id}/refund`;
      const faults = chance(0.5) ? [{ kind: of(LOSSES), method: 'POST', path, times: 1 }] : [];
      await this.#account.change({ faults });
      answer = (
        await Promise.all([1, 2].slice(chance(0.7) ? 1 : 0).map(() => this.#shopper.refund(paid.id, amount, key)))
      ).at(-1)!;
      if (chance(0.1)) await this.#restart();
    }
    await this.#account.change({ faults: [] });
    const asked = amount ?? paid.transaction_amount;
    const { refunded } = (await this.#truth()).find(({ id }) => id === paid.id) ?? { refunded: 0 };
    if (refunded > asked) this.#problems.push(`refunded ${refunded} instead of ${asked}`);
    if (answer === 'made' && refunded !== asked) this.#problems.push(`claimed a refund of ${asked}, made ${refunded}`);
    if (answer === 'refused' && refunded !== 0) this.#problems.push(`refunded ${refunded} after a refusal`);
  }

  /** Webhooks, or the search when they cannot be trusted. The shop starts again, since it reads what failed later. */
  async #everythingArrives(): Promise<void> {
    await this.#account.change({ faults: [], ...(this.#hasSearchOnly && { search_delay_ms: 0 }) });
    for (let round = 0; round < 3; round += 1) await this.#account.deliverWebhooks();
    await this.#restart();
    await this.#shop.idle();
  }

  async #requireAllShown(): Promise<number> {
    const shown = await this.#shopper.payments();
    const truth = await this.#truth();
    if (!shown) this.#problems.push('no account page');
    for (const { id, status, refunded } of truth) {
      const row = shown?.find((each) => each.id === id);
      if (!row) this.#problems.push(`${id} (${status}) is not shown`);
      else if (row.status !== status || (row.transaction_amount_refunded ?? 0) !== refunded) {
        this.#problems.push(
          `${id} is ${status}/${refunded}, shown as ${row.status}/${row.transaction_amount_refunded}`,
        );
      }
    }
    return truth.length;
  }

  /** What the shop has made, with either API. */
  async #truth(): Promise<Truth[]> {
    const all = [...(await this.#account.payments()), ...(await this.#account.orders())];
    return all.filter(({ isBesideOrder }) => !isBesideOrder);
  }

  /** Of both APIs: an order also has a payment. */
  async #charges(): Promise<number> {
    return (await this.#account.payments()).filter(({ status }) => CHARGES.includes(status)).length;
  }

  async #restart(): Promise<void> {
    this.#crashes += 1;
    await this.#shop.restart();
    await this.#shopper.signIn();
  }
}

const bound = (dice: Dice) => ({
  of: dice.of.bind(dice),
  chance: dice.chance.bind(dice),
  between: dice.between.bind(dice),
});
