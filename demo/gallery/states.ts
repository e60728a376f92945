import type { CoreAnswers, Readiness } from '../../src/testing/index.js';
import {
  allBrands,
  amex,
  debit,
  elo,
  expired,
  many,
  master,
  optionalCode,
  soon,
  thisMonth,
  visa,
  withoutCode,
} from './cards.js';
import { shopWith } from './shop.js';
import { codeReady, type Stage } from './stage.js';

/** One look of the elements: what stands on the page, and what a shopper does until it looks so. */
export interface GalleryState {
  /** As it is called in addresses, file names and tests. */
  readonly name: string;
  readonly elements: readonly ((key: string, locale: string) => HTMLElement)[];
  readonly answers?: CoreAnswers;
  readonly readiness?: Readiness;
  /** Left out, it is shown once the security code's frame is ready. */
  readonly act?: (stage: Stage) => Promise<void> | void;
}

type Settings = Readonly<Record<string, unknown>>;

/** A list with these properties. */
const list =
  (settings: Settings) =>
  (publicKey: string, locale: string): HTMLElement =>
    Object.assign(document.createElement('mp-saved-cards'), { publicKey, locale, ...settings });

const cards = (...cards: unknown[]) => [list({ cards })];

const nothing = () => {};
const code = '737';

async function fails({ root }: Stage): Promise<void> {
  await new Promise((resolve) => root.addEventListener('card-error', resolve, { once: true }));
}

export const STATES: readonly GalleryState[] = [
  { name: 'loading', elements: [list({ endpoint: '/cards', fetch: shopWith('never') })], act: nothing },
  { name: 'empty', elements: cards(), act: nothing },
  { name: 'failed', elements: [list({ endpoint: '/cards', fetch: shopWith(500) })], act: fails },
  { name: 'signed-out', elements: [list({ endpoint: '/cards', fetch: shopWith(401) })], act: fails },
  { name: 'ready', elements: [list({ cards: { cards: [visa, master, amex], default_card: visa.id } })] },
  { name: 'brands', elements: cards(...allBrands), act: (stage) => showAll(stage) },
  {
    name: 'code-focus',
    elements: [list({ cards: { cards: [visa, thisMonth, amex, expired], default_card: visa.id } })],
    act: async (stage) => {
      await codeReady(stage);
      stage.standIn.emit('securityCode', 'focus');
    },
  },
  {
    name: 'code-typed',
    elements: cards(visa, master),
    act: async ({ standIn }) => {
      await standIn.type('securityCode', code);
      await standIn.blur('securityCode');
    },
  },
  {
    name: 'code-missing',
    elements: cards(visa, master),
    act: async (stage) => {
      await codeReady(stage);
      stage.get('mp-saved-cards').checkValidity();
    },
  },
  { name: 'code-opening', elements: cards(visa, master), readiness: 'silent', act: nothing },
  { name: 'code-optional', elements: cards(optionalCode, master) },
  { name: 'code-none', elements: cards(withoutCode, master) },
  { name: 'code-front', elements: cards(amex, visa) },
  {
    name: 'code-blocked',
    elements: cards(visa, master),
    readiness: 'load-error',
    act: fails,
  },
  { name: 'nothing-chosen', elements: [list({ cards: [visa, master, expired], noPreselect: true })], act: nothing },
  { name: 'expiring', elements: cards(visa, soon, thisMonth, expired, debit, elo) },
  { name: 'expired-only', elements: cards(expired), act: nothing },
  { name: 'long', elements: cards(...many) },
  { name: 'long-whole', elements: cards(...many), act: (stage) => showAll(stage) },
  { name: 'disabled', elements: [list({ cards: [visa, master], disabled: true })] },
  {
    name: 'tokenizing',
    elements: cards(visa, master),
    act: async (stage) => {
      stage.standIn.nextToken = 'never-answers';
      await stage.standIn.type('securityCode', code);
      stage.get('mp-saved-cards').tokenize().catch(nothing);
    },
  },
  {
    name: 'token-refused',
    elements: cards(visa, master),
    act: async (stage) => {
      stage.standIn.nextToken = 'server-error';
      await stage.standIn.type('securityCode', code);
      await stage.get('mp-saved-cards').tokenize().catch(nothing);
    },
  },
  {
    name: 'away',
    elements: [list({ cards: [visa] }), list({ cards: [master] })],
    act: async (stage) => {
      await codeReady(stage);
    },
  },
];

async function showAll(stage: Stage): Promise<void> {
  await codeReady(stage);
  await stage.click('mp-saved-cards', '.more button');
}

/** The state of this name. */
export function stateOf(name: string): GalleryState {
  const state = STATES.find((candidate) => candidate.name === name);
  if (!state) throw new Error(`There is no state "${name}". There are: ${STATES.map((each) => each.name).join(', ')}`);
  return state;
}
