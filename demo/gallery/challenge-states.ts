import { CHALLENGE } from '../../src/timeouts.js';
import type { ChallengeState } from '../../src/elements.js';
import { type GalleryState, type MakeElement } from './gallery-state.js';
import { shopWith, type ShopAnswer } from './shop.js';
import type { Stage } from './stage.js';

const TAG = 'mp-payment-challenge';

const status = (status: string, status_detail = '') => ({ status, status_detail });
const WAITS = status('pending', 'pending_challenge');

/** A challenge at a shop that answers this about the payment. */
const challenge =
  (answer: ShopAnswer, url = '/demo/gallery/bank.html'): MakeElement =>
  (_, locale) =>
    Object.assign(document.createElement(TAG), { url, endpoint: '/payments/123', locale, fetch: shopWith(answer) });

const waiting = [challenge(WAITS)];

/** What a page looks like under a dialog: as high as the dialog wants to be. */
function makeRoom({ root }: Stage): void {
  root.style.minBlockSize = '640px';
}

async function reach(stage: Stage, state: ChallengeState): Promise<void> {
  // A notice without a colour of its own is read on that of the page; axe takes a page without one to be white.
  stage.root.style.background = 'Canvas';
  while (stage.get(TAG).state !== state) await new Promise(requestAnimationFrame);
  await stage.get(TAG).updateComplete;
}

const reached = (state: ChallengeState) => async (stage: Stage) => {
  makeRoom(stage);
  await reach(stage, state);
};

const ends = (answer: ShopAnswer) => ({ elements: [challenge(answer)], act: (stage: Stage) => reach(stage, 'done') });

/** The element is inserted again, and one of its waits takes another time. */
async function begin(stage: Stage, wait: number, time: number): Promise<void> {
  const element = stage.get(TAG);
  await element.updateComplete;
  const { setTimeout } = globalThis;
  globalThis.setTimeout = ((run: () => void, delay?: number) =>
    setTimeout(run, delay === wait ? time : delay)) as typeof globalThis.setTimeout;
  try {
    stage.root.append(element);
  } finally {
    globalThis.setTimeout = setTimeout;
  }
}

const NEVER = 2 ** 31 - 1;

/** The bank's page does not come. */
const withoutPage = (time: number, state: ChallengeState) => async (stage: Stage) => {
  makeRoom(stage);
  await begin(stage, CHALLENGE.page, time);
  (await stage.find<HTMLIFrameElement>(TAG, 'iframe')).src = 'about:blank';
  await reach(stage, state);
};

/** The looks of `<mp-payment-challenge>`. */
export const CHALLENGE_STATES: readonly GalleryState[] = [
  { name: 'challenge-loading', elements: waiting, act: withoutPage(NEVER, 'loading') },
  { name: 'challenge-missing', elements: waiting, act: withoutPage(0, 'waiting') },
  { name: 'challenge-waiting', elements: waiting, act: reached('waiting') },
  {
    name: 'challenge-closed',
    elements: waiting,
    act: async (stage) => {
      await reach(stage, 'waiting');
      await stage.click(TAG, '.head button');
      await reach(stage, 'closed');
    },
  },
  {
    name: 'challenge-checking',
    elements: [challenge(WAITS, '/demo/gallery/bank.html?finished')],
    act: reached('checking'),
  },
  {
    name: 'challenge-signed-out',
    elements: [challenge(401)],
    act: async (stage) => {
      await reached('waiting')(stage);
      await stage.find(TAG, '.news:not(:empty)');
    },
  },
  {
    name: 'challenge-shop-failed',
    elements: [challenge(500)],
    act: async (stage) => {
      await reached('waiting')(stage);
      // Asks at once: a single failure is not shown.
      dispatchEvent(new Event('online'));
      await stage.find(TAG, '.news:not(:empty)');
    },
  },
  {
    name: 'challenge-unfinished',
    elements: waiting,
    act: async (stage) => {
      await begin(stage, CHALLENGE.limit, 0);
      await reach(stage, 'unfinished');
    },
  },
  { name: 'challenge-approved', ...ends(status('approved', 'accredited')) },
  { name: 'challenge-refused', ...ends(status('rejected', 'cc_rejected_3ds_challenge')) },
  { name: 'challenge-ended', ...ends(status('cancelled', 'expired')) },
  { name: 'challenge-pending', ...ends(status('in_process', 'pending_contingency')) },
  { name: 'challenge-unknown', ...ends(status('other')) },
  {
    name: 'challenge-misconfigured',
    elements: [challenge('never', 'javascript:0')],
    act: (stage) => reach(stage, 'error'),
  },
];
