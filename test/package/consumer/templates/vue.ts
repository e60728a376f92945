/** What Vue's compiler makes of a template, as its language tools check it: `@token-ready` is `onTokenReady`. */
import type { GlobalComponents } from 'vue';
import type {} from 'mp-saved-cards/vue';

type Props<Tag extends keyof GlobalComponents> = GlobalComponents[Tag] extends new () => { $props: infer P }
  ? P
  : never;

export const list: Props<'mp-saved-cards'> = {
  class: 'cards',
  ref: 'list',
  publicKey: 'APP_USR-1',
  'card-id': '1',
  amount: 129.9,
  required: true,
  onTokenReady: ({ detail }) => void detail.token,
};
export const form: Props<'mp-add-card'> = {
  slot: 'add-card',
  intent: 'pay',
  onCardAdded: ({ detail }) => void detail.card.id,
};
export const challenge: Props<'mp-payment-challenge'> = {
  returnUrl: '/thanks',
  onChallengeDone: ({ detail }) => void detail.status,
};

export const wrong: Props<'mp-saved-cards'>[] = [
  // @ts-expect-error there are two modes
  { mode: 'browse' },
  // @ts-expect-error no such property
  { pubicKey: 'APP_USR-1' },
  // @ts-expect-error no such detail
  { onTokenReady: ({ detail }) => void detail.number },
  // @ts-expect-error an event of the form
  { onCardAdded: () => undefined },
];
