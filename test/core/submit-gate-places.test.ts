import { expect } from '@open-wc/testing';
import type { SubmitGate } from '../../src/core/submit-gate.js';
import { Checkout, settled, watchSubmits } from './checkout.js';

describe('the submit gate in other places', () => {
  let place: HTMLElement;
  const gates: SubmitGate[] = [];

  const checkoutIn = (root: HTMLElement | ShadowRoot) => {
    const checkout = new Checkout(root);
    gates.push(checkout.gate);
    return checkout;
  };

  beforeEach(() => {
    place = document.createElement('div');
    document.body.append(place);
  });

  afterEach(() => {
    for (const gate of gates.splice(0)) gate.disconnect();
    place.remove();
  });

  for (const mode of ['open', 'closed'] as const) {
    it(`works for a form in a shadow root that is ${mode}`, async () => {
      const checkout = checkoutIn(place.attachShadow({ mode }));
      const capturing = watchSubmits(checkout.form(), { capture: true });
      const bubbling = watchSubmits(checkout.root, { prevent: true });
      checkout.pay.click();
      await settled();
      expect([capturing, bubbling].map((seen) => seen.map(({ token }) => token))).to.deep.equal([
        ['token-1'],
        ['token-1'],
      ]);
    });
  }

  it('follows its element to another tree', async () => {
    const checkout = checkoutIn(place);
    checkout.gate.disconnect();
    place.attachShadow({ mode: 'open' }).append(checkout.form());
    checkout.gate.connect();
    const seen = watchSubmits(checkout.form(), { prevent: true });
    checkout.pay.click();
    await settled();
    expect(seen.map(({ token }) => token)).to.deep.equal(['token-1']);
  });
});
