import { expect } from '@open-wc/testing';
import { Checkout, settled, watchSubmits } from './checkout.js';

/** A form that has just been submitted into its hidden frame, and what its listeners saw so far. */
async function paid(place: HTMLElement, attributes?: string) {
  document.body.append(place);
  const checkout = new Checkout(place, attributes);
  const seen = watchSubmits(checkout.form());
  checkout.pay.click();
  await settled();
  expect(seen).to.have.length(1);
  return {
    checkout,
    /** How many submits were seen after one more click. */
    async payAgain(): Promise<number> {
      checkout.pay.click();
      await settled();
      return seen.length;
    },
  };
}

const input = (target: Element) => target.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));

describe('a form that was submitted and is on its way', () => {
  let place: HTMLElement;
  let checkout: Checkout | undefined;

  beforeEach(() => {
    place = document.createElement('div');
  });

  afterEach(() => {
    checkout?.gate.disconnect();
    place.remove();
  });

  const setUp = async (attributes?: string) => {
    const result = await paid(place, attributes);
    checkout = result.checkout;
    return result;
  };

  it('is not submitted twice', async () => {
    const { payAgain } = await setUp();
    expect(await payAgain()).to.equal(1);
    expect(await payAgain()).to.equal(1);
  });

  it('has no token in it any more, and says so when it is pressed again', async () => {
    const { checkout, payAgain } = await setUp();
    expect([checkout.submits, checkout.withheld, checkout.blocks]).to.deep.equal([1, true, 0]);
    await payAgain();
    expect(checkout.blocks).to.equal(1);
  });

  it('may be submitted again when the shopper comes back to it', async () => {
    const { payAgain } = await setUp();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(await payAgain()).to.equal(2);
  });

  it('may not when the page, still loading, is shown for the first time', async () => {
    const { checkout, payAgain } = await setUp();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(await payAgain()).to.equal(1);
    expect(checkout.restorations).to.equal(0);
  });

  for (const [what, selector] of [
    ['a field in it', '[name=email]'],
    ['a field that belongs to it by id', '[name=note]'],
    ['a field elsewhere', '[name=search]'],
  ] as const) {
    it(`may not after a change of ${what}: that ends no attempt`, async () => {
      const { checkout, payAgain } = await setUp();
      input(checkout.find(selector));
      expect(await payAgain()).to.equal(1);
    });
  }

  it('may be submitted again when the element says so', async () => {
    const { checkout, payAgain } = await setUp();
    checkout.gate.reopen();
    expect(await payAgain()).to.equal(2);
  });
});

describe('a form that stays on the page', () => {
  let place: HTMLElement;
  let checkout: Checkout;

  const setUp = (attributes?: string) => {
    place = document.createElement('dialog');
    document.body.append(place);
    (place as HTMLDialogElement).show();
    checkout = new Checkout(place, attributes);
    return checkout;
  };

  afterEach(() => {
    checkout.gate.disconnect();
    place.remove();
  });

  it('is submitted each time with the same token when a listener prevents it', async () => {
    const { pay } = setUp();
    const seen = watchSubmits(checkout.form(), { prevent: true });
    for (let times = 0; times < 2; times++) {
      pay.click();
      await settled();
    }
    expect(seen.map(({ token }) => token)).to.deep.equal(['token-1', 'token-1']);
  });

  it('is submitted each time when it only closes its dialog', async () => {
    const { pay } = setUp('method="dialog"');
    const seen = watchSubmits(checkout.form());
    for (let times = 0; times < 2; times++) {
      pay.click();
      await settled();
    }
    expect(seen).to.have.length(2);
  });

  it('is submitted each time when the button closes its dialog', async () => {
    const { pay } = setUp();
    pay.formMethod = 'dialog';
    const seen = watchSubmits(checkout.form());
    for (let times = 0; times < 2; times++) {
      pay.click();
      await settled();
    }
    expect(seen).to.have.length(2);
  });
});
