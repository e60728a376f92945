import '../../src/index.js';
import { visa, type RawCard } from '../../demo/gallery/cards.js';
import { installMercadoPago } from '../../src/testing/index.js';
import { ReferenceList } from './reference.js';

/** Runs in the browser: what the benchmark measures. Times are milliseconds, medians of their runs. */

installMercadoPago();

const PUBLIC_KEY = 'TEST-MLA-bench';

const cardsOf = (count: number): RawCard[] =>
  Array.from({ length: count }, (_, index) => ({ ...visa, id: String(index), last_four_digits: String(1000 + index) }));

export interface Pair {
  readonly ours: number;
  readonly reference: number;
}

const laidOut = (element: Element) => element.getBoundingClientRect().height;
const turn = () => new Promise((resolve) => setTimeout(resolve));

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;

/** Both by turns, so that what the machine does meanwhile hits both. The first runs, in which code is compiled, do not count. */
async function compare(
  runs: number,
  ours: () => Promise<number>,
  reference: () => number | Promise<number>,
): Promise<Pair> {
  const times = { ours: [] as number[], reference: [] as number[] };
  for (let run = -3; run < runs; run++) {
    const pair = { ours: await ours(), reference: await reference() };
    if (run < 0) continue;
    times.ours.push(pair.ours);
    times.reference.push(pair.reference);
  }
  return { ours: median(times.ours), reference: median(times.reference) };
}

const makeList = (cards: readonly RawCard[]) =>
  Object.assign(document.createElement('mp-saved-cards'), { publicKey: PUBLIC_KEY, cards });

type List = ReturnType<typeof makeList>;

/** Shows all rows of a long list. */
async function showAll(list: List): Promise<void> {
  list.shadowRoot?.querySelector<HTMLElement>('.more button')?.click();
  await list.updateComplete;
}

async function remove(element: Element): Promise<void> {
  element.remove();
  await turn();
  await turn();
}

/** From nothing to rows that are laid out; all of them, also in a long list. */
export async function firstRender(count: number, runs: number): Promise<Pair> {
  const cards = cardsOf(count);
  return compare(
    runs,
    async () => {
      const start = performance.now();
      const list = makeList(cards);
      document.body.append(list);
      await list.updateComplete;
      await showAll(list);
      laidOut(list);
      const time = performance.now() - start;
      await remove(list);
      return time;
    },
    async () => {
      const start = performance.now();
      const { root } = new ReferenceList(cards);
      document.body.append(root);
      laidOut(root);
      const time = performance.now() - start;
      await remove(root);
      return time;
    },
  );
}

/** Another card is chosen by the page. */
export async function choice(count: number, runs: number): Promise<Pair> {
  const cards = cardsOf(count);
  const list = makeList(cards);
  const reference = new ReferenceList(cards);
  document.body.append(list, reference.root);
  await list.updateComplete;
  await showAll(list);
  let next = 0;
  const pair = await compare(
    runs,
    async () => {
      next = (next + 1) % count;
      const start = performance.now();
      list.cardId = String(next);
      await list.updateComplete;
      laidOut(list);
      return performance.now() - start;
    },
    () => {
      const start = performance.now();
      reference.choose(next);
      laidOut(reference.root);
      return performance.now() - start;
    },
  );
  await remove(list);
  await remove(reference.root);
  return pair;
}

/** From the key to the next row, chosen, opened and laid out. */
export async function arrowKey(count: number, runs: number): Promise<Pair> {
  const cards = cardsOf(count);
  const list = makeList(cards);
  const reference = new ReferenceList(cards);
  document.body.append(list, reference.root);
  await list.updateComplete;
  await showAll(list);
  /** Both lists are on the page: each takes the focus before its turn, which is not measured. */
  const focused = (root: ShadowRoot | null) => {
    const radio = root?.querySelector<HTMLInputElement>('input:checked');
    radio?.focus();
    return radio;
  };
  const press = (radio: HTMLInputElement | null | undefined) =>
    radio?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true, cancelable: true }),
    );
  const pair = await compare(
    runs,
    async () => {
      const radio = focused(list.shadowRoot);
      const start = performance.now();
      press(radio);
      await list.updateComplete;
      laidOut(list);
      return performance.now() - start;
    },
    () => {
      const radio = focused(reference.root.shadowRoot);
      const start = performance.now();
      press(radio);
      laidOut(reference.root);
      return performance.now() - start;
    },
  );
  await remove(list);
  await remove(reference.root);
  return pair;
}

/** Comes and goes, its code field included. */
export async function mountAndUnmount(times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    const list = makeList(cardsOf(3));
    const ready = new Promise((resolve) => list.addEventListener('cards-ready', resolve, { once: true }));
    document.body.append(list);
    await ready;
    await turn();
    await remove(list);
  }
}
