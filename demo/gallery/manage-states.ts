import { amex, expired, master, visa } from './cards.js';
import { codeReady, fails, list, together, type GalleryState } from './gallery-state.js';
import { shopWith, type ShopAnswer } from './shop.js';
import type { Stage } from './stage.js';

/** A list whose cards can be managed, at a shop that answers every change with `change`. */
const settings = (cards: object, change: ShopAnswer = 204) => ({
  mode: 'manage',
  endpoint: '/cards',
  fetch: shopWith(cards, change),
});

const managed = (cards: object, change?: ShopAnswer) => [list(settings(cards, change))];

const see = (selector: string) => async (stage: Stage) => {
  await stage.find('mp-saved-cards', selector);
};

/** Removes the card of this row. */
const remove = (row: string) => (stage: Stage) =>
  stage.click('mp-saved-cards', `.row:${row} .actions button:last-child`);

const makeDefault = (stage: Stage) => stage.click('mp-saved-cards', `[data-card="${master.id}"] .quiet:first-child`);

/** The looks of `mode="manage"` and `removable`. */
export const MANAGE_STATES: readonly GalleryState[] = [
  {
    name: 'manage',
    elements: managed({ cards: [visa, master, expired], default_card: visa.id }),
    act: see('.actions'),
  },
  {
    name: 'manage-with-form',
    elements: [together(settings([visa, master]))],
    act: async (stage) => {
      await see('.actions')(stage);
      await stage.find('mp-add-card', '.opener');
    },
  },
  { name: 'manage-empty', elements: managed([]), act: see('.message') },
  {
    name: 'undo',
    elements: managed([visa, master, amex]),
    act: async (stage) => {
      await remove('nth-child(2)')(stage);
      await see('.removed')(stage);
    },
  },
  {
    name: 'removal-failed',
    elements: managed([visa, master], 500),
    act: async (stage) => {
      await remove('nth-child(2)')(stage);
      await see('.removed')(stage);
      await remove('first-child')(stage);
      await see('.notice')(stage);
    },
  },
  {
    name: 'default-failed',
    elements: managed({ cards: [visa, master], default_card: visa.id }, 500),
    act: async (stage) => {
      const failed = fails(stage);
      await makeDefault(stage);
      await failed;
      await see(`[data-card="${master.id}"] .notice`)(stage);
    },
  },
  {
    name: 'default-busy',
    elements: managed({ cards: [visa, master], default_card: visa.id }, 'never'),
    act: makeDefault,
  },
  {
    name: 'removable',
    elements: [list({ removable: true, endpoint: '/cards', fetch: shopWith([visa, master, expired]) })],
    act: codeReady,
  },
];
