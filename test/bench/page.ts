import '../../src/index.js';
import { visa, type RawCard } from '../../demo/gallery/cards.js';
import { installMercadoPago } from '../../src/testing/index.js';
import { FramelessMercadoPago } from './frameless.js';
import { LitList } from './lit-list.js';
import { nodesOfRow, outlineOf, rowMarkupOf, type RowMarkup } from './markup.js';
import { ReferenceList } from './reference.js';

/** Runs in the browser: what the benchmark measures. Times are milliseconds, medians of their rounds. */

const PUBLIC_KEY = 'TEST-MLA-bench';

/** The three lists that are measured beside each other. */
export const LISTS = ['ours', 'reference', 'lit'] as const;

export type ListName = (typeof LISTS)[number];

/** Of the lists that were measured. */
export type Times = Partial<Record<ListName, number>>;

/** One of the lists, as the measurements use it. */
interface Subject {
  readonly root: HTMLElement;
  /** Settles once every row is rendered. */
  shown(): Promise<void> | void;
  choose(index: number): Promise<void> | void;
}

type Maker = (cards: readonly RawCard[]) => Subject;

const cardsOf = (count: number): RawCard[] =>
  Array.from({ length: count }, (_, index) => ({ ...visa, id: String(index), last_four_digits: String(1000 + index) }));

const laidOut = (element: Element) => element.getBoundingClientRect().height;
const turn = () => new Promise((resolve) => setTimeout(resolve));
const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;

const makeList = (cards: readonly RawCard[]) =>
  Object.assign(document.createElement('mp-saved-cards'), { publicKey: PUBLIC_KEY, cards, locale: 'es-AR' });

type List = ReturnType<typeof makeList>;

/** What follows from an update in the same turn counts too, such as a second render. */
async function settled(list: List): Promise<void> {
  do {
    await list.updateComplete;
    for (let microtask = 0; microtask < 10; microtask++) await Promise.resolve();
  } while (list.isUpdatePending);
}

const ours: Maker = (cards) => {
  const root = makeList(cards);
  return {
    root,
    async shown() {
      await root.updateComplete;
      const showAll = root.shadowRoot?.querySelector<HTMLElement>('.more button');
      showAll?.click();
      if (showAll) await root.updateComplete;
    },
    choose(index) {
      root.cardId = String(index);
      return settled(root);
    },
  };
};

const reference =
  (markup: RowMarkup): Maker =>
  (cards) => {
    const list = new ReferenceList(markup, cards);
    return { root: list.root, shown: () => {}, choose: (index) => list.choose(index) };
  };

const lit: Maker = (cards) => {
  const root = Object.assign(new LitList(), { cards });
  return {
    root,
    shown: async () => void (await root.updateComplete),
    async choose(index) {
      root.chosen = index;
      await root.updateComplete;
    },
  };
};

let makers: Record<ListName, Maker>;

/** Takes our markup, and stops where the three lists differ in it. Returns the nodes of one of our rows. */
export async function prepare(): Promise<{ elements: number; comments: number }> {
  Object.assign(window, { MercadoPago: FramelessMercadoPago });
  const list = ours(cardsOf(3)).root as List;
  document.body.append(list);
  while (list.shadowRoot?.querySelector('.frame')?.ariaBusy !== 'false') await turn();
  makers = { ours, reference: reference(rowMarkupOf(list)), lit };
  const outline = outlineOf(list);
  const nodes = nodesOfRow(list);
  for (const name of ['reference', 'lit'] as const) {
    const { root, shown } = makers[name](cardsOf(3));
    document.body.append(root);
    await shown();
    const other = outlineOf(root);
    if (other !== outline) throw new Error(`The rows differ.\nours: ${outline}\n${name}: ${other}`);
    root.remove();
  }
  await remove(list);
  return nodes;
}

async function remove(element: Element): Promise<void> {
  element.remove();
  await turn();
  await turn();
}

/** How often to measure: each run is a median of its rounds. */
export interface Plan {
  readonly count: number;
  readonly runs: number;
  readonly rounds: number;
  /** Those to measure. */
  readonly lists: readonly ListName[];
}

/** All by turns, so that what the machine does meanwhile hits all. The first round, in which code is compiled, does not count. */
async function compare({ runs, rounds, lists }: Plan, measure: (name: ListName) => Promise<number>): Promise<Times[]> {
  for (const name of lists) await measure(name);
  const results: Times[] = [];
  for (let run = 0; run < runs; run++) {
    const times: Record<ListName, number[]> = { ours: [], reference: [], lit: [] };
    for (let round = 0; round < rounds; round++) {
      for (const name of lists) times[name].push(await measure(name));
    }
    results.push(Object.fromEntries(lists.map((name) => [name, median(times[name])])));
  }
  return results;
}

/** From nothing to rows that are laid out; all of them, also in a long list. */
function firstRender(plan: Plan): Promise<Times[]> {
  const cards = cardsOf(plan.count);
  return compare(plan, async (name) => {
    const start = performance.now();
    const subject = makers[name](cards);
    document.body.append(subject.root);
    await subject.shown();
    laidOut(subject.root);
    const time = performance.now() - start;
    await remove(subject.root);
    return time;
  });
}

/** Measures with one of each list on the page, in turns. */
async function withLists(plan: Plan, measure: (subject: Subject) => Promise<void>): Promise<Times[]> {
  const cards = cardsOf(plan.count);
  const subjects = new Map<ListName, Subject>();
  for (const name of plan.lists) {
    const subject = makers[name](cards);
    // The layout of one is no matter of the others.
    subject.root.style.contain = 'layout style';
    document.body.append(subject.root);
    await subject.shown();
    subjects.set(name, subject);
  }
  await turn();
  return compare(plan, async (name) => {
    const subject = subjects.get(name)!;
    subject.root.shadowRoot?.querySelector<HTMLInputElement>('input:checked')?.focus();
    laidOut(subject.root);
    await turn();
    const start = performance.now();
    await measure(subject);
    laidOut(subject.root);
    return performance.now() - start;
  });
}

/** Another card is chosen by the page. */
function choice(plan: Plan): Promise<Times[]> {
  const places = new Map<Subject, number>();
  return withLists(plan, async (subject) => {
    const next = ((places.get(subject) ?? 0) + 1) % plan.count;
    places.set(subject, next);
    await subject.choose(next);
  });
}

/** From the key to the next row, chosen and opened. */
function arrowKey(plan: Plan): Promise<Times[]> {
  return withLists(plan, async ({ root }) => {
    const key = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true, cancelable: true });
    root.shadowRoot?.querySelector('input:checked')?.dispatchEvent(key);
    if (root instanceof LitList) await root.updateComplete;
    else if ('updateComplete' in root) await settled(root as List);
  });
}

export const measurements = { firstRender, choice, arrowKey };

/** Comes and goes, its code field included, with a frame as MercadoPago.js has it. */
export async function mountAndUnmount(times: number): Promise<void> {
  standIn ??= installMercadoPago();
  for (let time = 0; time < times; time++) {
    const list = makeList(cardsOf(3));
    const ready = new Promise((resolve) => list.addEventListener('cards-ready', resolve, { once: true }));
    document.body.append(list);
    await ready;
    await turn();
    await remove(list);
  }
  // The record of the stand-in, some 800 bytes a mount, is not the list's.
  (standIn.calls as unknown[]).length = 0;
}

let standIn: ReturnType<typeof installMercadoPago> | undefined;
