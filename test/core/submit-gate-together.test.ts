import { expect } from '@open-wc/testing';
import { SubmitGate } from '../../src/core/submit-gate.js';
import { Checkout, Gated, held, settled, watchSubmits } from './checkout.js';

/** Another of our elements in the form of a checkout, or outside it until it moves in. */
class Member extends Gated {
  readonly element = document.createElement('span');

  constructor(name: string, log: string[], Gate = SubmitGate) {
    super(Gate);
    this.prepare = () => {
      log.push(name);
      return this.makeToken(() => true);
    };
  }

  form(): HTMLFormElement | null {
    return this.element.closest('form');
  }
}

describe('the submit gates of one form', () => {
  let place: HTMLElement;
  let checkout: Checkout;
  /** Who was asked for a token, in order. */
  let asked: string[];
  const members: Member[] = [];

  const join = (name: string, into: Element = checkout.form(), Gate = SubmitGate) => {
    const member = new Member(name, asked, Gate);
    into.append(member.element);
    member.gate.connect();
    members.push(member);
    return member;
  };
  const pay = async () => {
    checkout.pay.click();
    await settled();
  };
  const setUp = (root: HTMLElement | ShadowRoot = place, { prevent } = { prevent: true }) => {
    document.body.append(place);
    checkout = new Checkout(root);
    checkout.prepare = () => {
      asked.push('list');
      return checkout.makeToken(() => true);
    };
    return watchSubmits(checkout.form(), { prevent });
  };

  beforeEach(() => {
    place = document.createElement('div');
    asked = [];
  });

  afterEach(() => {
    for (const { gate } of [checkout, ...members.splice(0)]) gate.disconnect();
    place.remove();
  });

  it('send nothing when a token that was made is given up while the next one is made', async () => {
    const submits = setUp();
    const second = join('second');
    second.prepare = async () => {
      second.prepare = () => second.makeToken(() => true);
      checkout.token = undefined; // the shopper typed the code again, say
      return second.makeToken(() => true);
    };
    await pay();
    expect(submits).to.be.empty;
    expect(checkout.refusals.map(({ code }) => code)).to.deep.equal(['aborted']);
    expect(second.refusals).to.be.empty;
    await pay();
    expect(submits).to.have.length(1);
  });

  for (const where of ['the document', 'a shadow root'] as const) {
    it(`in ${where} ask every element, one after the other, and let one submit pass`, async () => {
      const seen = setUp(where === 'the document' ? place : place.attachShadow({ mode: 'open' }));
      const { promise, release } = held<boolean>();
      checkout.prepare = () => {
        asked.push('list');
        return checkout.makeToken(() => promise);
      };
      const form = join('form');
      await pay();
      expect(asked).to.deep.equal(['list']);
      release(true);
      await settled();
      expect(asked).to.deep.equal(['list', 'form']);
      expect(seen).to.have.length(1);
      expect([checkout.submits, form.submits]).to.deep.equal([1, 1]);
    });
  }

  it('do not ask an element that needs no token', async () => {
    const seen = setUp();
    join('form').demanded = 'none';
    await pay();
    expect(asked).to.deep.equal(['list']);
    expect(seen).to.have.length(1);
  });

  it('stop the submit when one element says no, and keep the token of the other', async () => {
    const seen = setUp();
    const form = join('form');
    form.prepare = () => form.makeToken(() => false);
    await pay();
    expect(seen).to.be.empty;
    expect([checkout.submits, checkout.token]).to.deep.equal([0, 'token-1']);
    form.prepare = () => form.makeToken(() => true);
    await pay();
    expect(seen).to.have.length(1);
  });

  it('ask one that only stops before any token is made', async () => {
    const seen = setUp();
    const form = join('form');
    form.demanded = 'stop';
    form.prepare = () => {
      asked.push('form');
      return Promise.resolve(false);
    };
    await pay();
    expect(asked).to.deep.equal(['form']);
    expect(seen).to.be.empty;
  });

  it('stop the submit when what an element gave is gone by the time that the last one is asked', async () => {
    const seen = setUp();
    const first = join('first');
    const second = join('second');
    second.prepare = () => {
      first.token = undefined;
      return second.makeToken(() => true);
    };
    await pay();
    expect(seen).to.be.empty;
    second.prepare = () => second.makeToken(() => true);
    await pay();
    expect(seen).to.have.length(1);
  });

  it('ask an element that came into the form meanwhile', async () => {
    const seen = setUp();
    checkout.prepare = () => checkout.makeToken(() => Boolean(join('late')));
    await pay();
    expect(asked).to.deep.equal(['late']);
    expect(seen).to.have.length(1);
  });

  it('do not wait for an element that left before it was asked', async () => {
    const seen = setUp();
    const form = join('form');
    checkout.prepare = () => {
      form.gate.disconnect();
      form.element.remove();
      return checkout.makeToken(() => true);
    };
    await pay();
    expect(asked).to.deep.equal([]);
    expect(seen).to.have.length(1);
  });

  it('stop the submit when an element left for another form after it was asked', async () => {
    const seen = setUp();
    const other = document.createElement('form');
    place.append(other);
    const form = join('form');
    const last = join('last');
    last.prepare = () => {
      other.append(form.element);
      return last.makeToken(() => true);
    };
    await pay();
    expect(seen).to.be.empty;
    expect(form.submits).to.equal(0);
  });

  it('leave the elements of another form alone', async () => {
    const seen = setUp();
    const other = document.createElement('form');
    place.append(other);
    const stranger = join('stranger', other);
    await pay();
    expect(asked).to.deep.equal(['list']);
    expect(seen).to.have.length(1);
    expect(stranger.submits).to.equal(0);
  });

  it('act together with those of a second copy of the package', async () => {
    const address = '/src/core/submit-gate.ts?second-copy';
    const copy = ((await import(address)) as { SubmitGate: typeof SubmitGate }).SubmitGate;
    expect(copy).not.to.equal(SubmitGate);
    const seen = setUp();
    join('copy', checkout.form(), copy);
    await pay();
    expect(asked).to.deep.equal(['list', 'copy']);
    expect(seen).to.have.length(1);
  });

  it('pay once, until the shopper changes something at any of the elements', async () => {
    const seen = setUp(place, { prevent: false });
    const form = join('form');
    await pay();
    await pay();
    expect(seen).to.have.length(1);
    expect([checkout.blocks, form.blocks]).to.deep.equal([1, 1]);
    form.gate.reopen();
    await pay();
    expect(seen).to.have.length(2);
  });

  it('start over together when the shopper comes back to the page', async () => {
    const seen = setUp(place, { prevent: false });
    const form = join('form');
    await pay();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect([checkout.restorations, form.restorations]).to.deep.equal([1, 1]);
    await pay();
    expect(seen).to.have.length(2);
  });
});
