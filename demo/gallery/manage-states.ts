import { amex, expired, master, visa } from './cards.js';
import { codeReady, fails, list, nothing, together, type GalleryState } from './gallery-state.js';
import { shopWith, type ShopAnswer } from './shop.js';
import type { Stage } from './stage.js';

const customer = { cards: [visa, master, amex, expired], default_card: visa.id };

/** A list whose cards can be managed, at a shop that answers every change with `change`. */
const settings = (change: ShopAnswer) => ({
  mode: 'manage',
  endpoint: '/cards',
  fetch: shopWith([], change),
  cards: customer,
});

const managed = (change: ShopAnswer) => [list(settings(change))];

/** Presses a button of one row: the first makes it the default card, the last removes it. */
const press = (which: 'first' | 'last') => (stage: Stage) =>
  stage.click('mp-saved-cards', `[data-card="${master.id}"] .quiet:${which}-child`);

const ofMaster = async (stage: Stage, selector: string) => {
  await stage.find('mp-saved-cards', `[data-card="${master.id}"] ${selector}`);
};

/** The looks of `mode="manage"` and `removable`. */
export const MANAGE_STATES: readonly GalleryState[] = [
  { name: 'manage', elements: managed(204), act: (stage) => ofMaster(stage, '.quiet') },
  { name: 'manage-with-form', elements: [together(settings(204))], act: (stage) => ofMaster(stage, '.quiet') },
  { name: 'manage-empty', elements: [list({ ...settings(204), cards: [] })], act: nothing },
  {
    name: 'manage-removed',
    elements: managed(204),
    act: async (stage) => {
      await press('last')(stage);
      await ofMaster(stage, '.link');
    },
  },
  {
    name: 'manage-refused',
    elements: managed(500),
    act: async (stage) => {
      const failed = fails(stage);
      await press('first')(stage);
      await failed;
      await ofMaster(stage, '.notice');
    },
  },
  { name: 'manage-busy', elements: managed('never'), act: press('first') },
  {
    name: 'removable',
    elements: [list({ removable: true, endpoint: '/cards', fetch: shopWith([], 204), cards: customer })],
    act: codeReady,
  },
];
