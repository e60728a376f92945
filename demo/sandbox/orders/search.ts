import type { Account } from '../engine/account.js';
import { orderError } from './errors.js';
import type { OrderRecord } from './record.js';
import { shownStateOfOrder } from './shown-state.js';
import type { OrderSwitches } from './switches.js';
import { lastUpdate } from './view.js';

type Query = Readonly<Record<string, string>>;

const DEFAULT_LIMIT = 30;
const MAX_LIMIT = 100;

const FILTERS: Readonly<Record<string, (order: OrderRecord, switches: OrderSwitches) => string | undefined>> = {
  external_reference: ({ sent }) => sent.external_reference,
  type: ({ sent }) => sent.type,
  status: (order, switches) => shownStateOfOrder(switches, order).status,
  status_detail: (order, switches) => shownStateOfOrder(switches, order).status_detail,
  payment_method_id: ({ payments }) => payments[0]?.method.id,
  payment_method_type: ({ payments }) => payments[0]?.method.type,
};

/** Which names the docs have for the two dates is not known; these are those of the answers. */
const DATES: Readonly<Record<string, (order: OrderRecord) => Date>> = {
  created_date: ({ dateCreated }) => dateCreated,
  last_updated_date: lastUpdate,
};

/** `GET /v1/orders`: the orders made between two dates, the newest first unless the query says otherwise. */
export function searchOrders(account: Account, query: Query): readonly OrderRecord[] {
  const [begin, end] = [dateOf(query, 'begin_date'), dateOf(query, 'end_date')];
  const dateFor = DATES[query['sort_by'] ?? 'created_date'];
  if (!dateFor) throw orderError('property_value', ["value 'sort_by' is not valid"]);
  const switches = account.orderSwitches;
  const direction = query['sort_order']?.toLowerCase() === 'asc' ? 1 : -1;
  return [...account.orders.values()]
    .map((order, position) => ({ order, position, time: dateFor(order).getTime() }))
    .filter(({ order }) => order.dateCreated >= begin && order.dateCreated <= end && matches(switches, order, query))
    .sort((a, b) => direction * (a.time - b.time || a.position - b.position))
    .map(({ order }) => order);
}

const matches = (switches: OrderSwitches, order: OrderRecord, query: Query): boolean =>
  Object.entries(FILTERS).every(
    ([name, read]) => query[name] === undefined || spelled(read(order, switches)) === spelled(query[name]),
  );

/** Answers may have either spelling. */
const spelled = (word: string | undefined) => word?.replace(/^cancelled/, 'canceled');

/** One page, by number and size as in the SDKs, or by limit and offset as in the OpenAPI description. */
export function orderPage<Result>(
  all: readonly OrderRecord[],
  query: Query,
  switches: OrderSwitches,
  render: (order: OrderRecord) => Result,
) {
  const limit = Math.min(wholeNumber(query['page_size'] ?? query['limit'], DEFAULT_LIMIT) || DEFAULT_LIMIT, MAX_LIMIT);
  const page = wholeNumber(query['page'], 0);
  const offset = page > 0 ? (page - 1) * limit : wholeNumber(query['offset'], 0);
  const paging = { total: all.length, total_pages: Math.ceil(all.length / limit), offset, limit };
  const asText = (value: number) => (switches.paging === 'text' ? String(value) : value);
  return {
    data: all.slice(offset, offset + limit).map(render),
    paging: Object.fromEntries(Object.entries(paging).map(([name, value]) => [name, asText(value)])),
  };
}

const wholeNumber = (text: string | undefined, fallback: number): number =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : fallback;

function dateOf(query: Query, name: string): Date {
  const text = query[name];
  if (!text) throw orderError('required_properties', [`required '${name}'`]);
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw orderError('property_value', [`value '${name}' is not valid`]);
  return date;
}
