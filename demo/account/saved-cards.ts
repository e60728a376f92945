import { configureSdk } from '../../src/index.js';
import { h } from '../qa/dom.js';
import type { CheckoutSettings } from '../qa/shop-server.js';

/** The customer's cards: remove one, make one the default, add one. It takes the two elements and no more. */
export function savedCards({ publicKey, sandbox }: CheckoutSettings): HTMLElement {
  if (sandbox) configureSdk({ url: `${sandbox.origin}/js/v2` });
  const list = h('mp-saved-cards', { mode: 'manage', publicKey, endpoint: '/api/cards' });
  const addCard = h('mp-add-card');
  addCard.slot = 'add-card';
  list.append(addCard);
  return list;
}
