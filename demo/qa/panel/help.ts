import { h } from '../dom.js';

/** What a tester has to know to pay in the sandbox. */
export const help = (): HTMLElement[] => [
  h('p', {}, 'Security codes: any 3 digits; any 4 for American Express, on the front of the card.'),
  h('p', {}, 'Amounts and customers are decided by the shop’s server; nothing typed here changes them.'),
  h('p', {}, 'carla’s cards: 1 no reason, 2 wrong code, 3 no money, 4 call the bank, 5 approved.'),
];
