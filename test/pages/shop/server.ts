import type { IncomingMessage } from 'node:http';
import type { TestRunnerConfig } from '@web/test-runner';
import { mastercard, visa } from '../../support/cards.js';
import { script } from './files.js';
import { Ledger, type Order, type Payment, type Post } from './ledger.js';
import { fromQuery, type PageOptions } from './options.js';
import { checkoutPage, paymentSection, plainPage } from './page.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];
type Context = Parameters<Middleware>[0];

/** Commands and questions of a test to its shop, over the test runner's own connection: the browser's may all be waiting. */
export type ShopCommand =
  { do: 'plan'; outcomes: readonly string[] } | { do: 'close' } | { do: 'open'; order: Order } | { do: 'log' };

/** One shop: its books, and the page that was asked for last. */
interface Shop {
  readonly ledger: Ledger;
  page?: PageOptions;
}

const shops = new Map<string, Shop>();

function shopOf(run: string): Shop {
  const shop = shops.get(run) ?? { ledger: new Ledger() };
  shops.set(run, shop);
  return shop;
}

/** Obeys one command of a test; the answer is the shop's log. */
export async function command(run: string, order: ShopCommand) {
  const { ledger } = shopOf(run);
  if (order.do === 'plan') ledger.plan(order.outcomes);
  if (order.do === 'close') ledger.close();
  if (order.do === 'open') await ledger.open(order.order);
  return ledger.log;
}

/** Everything under `/shop/`: scripts at `/shop/script/<name>`, the rest at `/shop/<run>/<what>`. */
export const shopMiddleware: Middleware = async (context, next) => {
  const [, shop, run = '', what = ''] = context.path.split('/');
  if (shop !== 'shop') {
    await next();
    return;
  }
  if (run === 'script') {
    context.set('Cache-Control', 'max-age=3600');
    context.type = 'text/javascript';
    context.body = await script(what);
    return;
  }
  context.set('Cache-Control', 'no-store');
  await ROUTES[what]?.(context, run, shopOf(run));
};

const ROUTES: Record<string, (context: Context, run: string, shop: Shop) => void | Promise<void>> = {
  checkout(context, run, shop) {
    shop.page = fromQuery(new URLSearchParams(context.querystring));
    html(context, 200, checkoutPage(run, shop.page));
  },
  section(context, run, { page }) {
    if (page) html(context, 200, paymentSection(run, page));
  },
  cards(context) {
    context.body = [visa, mastercard];
  },
  paid(context) {
    html(context, 200, plainPage('paid', 'Paid'));
  },
  away(context) {
    html(context, 200, plainPage('away', 'Another page'));
  },
  /** What the page asks after everything else; the rule of `remote` asks it too. */
  marker(context) {
    context.type = 'application/json';
    context.body = 'true';
  },
  async pay(context, run, { ledger, page }) {
    const payment = await ledger.take(await readEntries(context.req), context.res);
    // The first answer to `approved:lost` does not come.
    const isLost = payment?.status_detail === 'lost' && ledger.log.posts.length === 1;
    if (page) answer(context, run, page, payment, isLost);
  },
};

function html(context: Context, status: number, body: string): void {
  context.status = status;
  context.type = 'text/html';
  context.body = body;
}

/** The answer to a post, as shops of this kind give it. */
function answer(context: Context, run: string, page: PageOptions, payment: Payment | undefined, isLost: boolean): void {
  const isPaid = payment?.status === 'approved';
  switch (page.mechanism.answer) {
    case 'page':
    case 'redirect':
      if (!payment) return html(context, 400, plainPage('no-token', 'There is no token'));
      if (!isPaid) return html(context, 422, checkoutPage(run, page, payment));
      if (page.mechanism.answer === 'page') return html(context, 200, plainPage('paid', 'Paid'));
      context.status = 303;
      context.set('Location', `/shop/${run}/paid`);
      return;
    case 'json':
      context.status = payment ? 201 : 400;
      context.body = payment ?? { message: 'There is no token' };
      return;
    case 'fragment':
      if (payment) context.set('HX-Trigger', JSON.stringify({ payment }));
      return html(context, payment ? 200 : 400, payment?.status_detail ?? 'There is no token');
    case 'woocommerce':
      if (isLost) return html(context, 504, 'Gateway timeout');
      context.body = isPaid
        ? { result: 'success', redirect: `/shop/${run}/paid`, payment }
        : {
            result: 'failure',
            messages: `<ul class="woocommerce-error" role="alert"><li>${payment?.status_detail ?? 'No token'}</li></ul>`,
            refresh: page.replaced,
            reload: false,
            payment,
          };
  }
}

/** Reads a body of any of the three kinds that pages send. */
async function readEntries(request: IncomingMessage): Promise<Post['entries']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.includes('json')) return Object.entries(JSON.parse(body.toString()) as Record<string, string>);
  const data = await new Response(body, { headers: { 'Content-Type': type } }).formData();
  return [...data].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
}
