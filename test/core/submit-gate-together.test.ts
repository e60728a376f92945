import { expect } from '@open-wc/testing';
import { SubmitGate, type SubmitGateHost } from '../../src/core/submit-gate.js';
import { Checkout, held, settled, watchSubmits } from './checkout.js';

/** Another of our elements in the form of a checkout, or outside it until it moves in. */
class Member implements SubmitGateHost {
  readonly element = document.createElement('span');
  readonly gate: SubmitGate;
  readonly #log: string[];
  readonly name: string;
  concerned = true;
  tokensLeft = 0;
  restorations = 0;
  stops = false;
  isStill = true;
  prepare: () => boolean | Promise<boolean> = () => true;

  constructor(name: string, log: string[], Gate = SubmitGate) {
    this.name = name;
    this.#log = log;
    this.gate = new Gate(this);
  }

  form(): HTMLFormElement | null {
    return this.element.closest('form');
  }

  isConcerned(): boolean {
    return this.concerned;
  }

  isStop(): boolean {
    return this.stops;
  }

  isPrepared(): boolean {
    return this.isStill;
  }

  async prepareSubmit(): Promise<boolean> {
    this.#log.push(this.name);
    return this.prepare();
  }

  tokenLeft(): void {
    this.tokensLeft++;
  }

  restored(): void {
    this.restorations++;
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
      return true;
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

  for (const where of ['the document', 'a shadow root'] as const) {
    it(`in ${where} ask every element, one after the other, and let one submit pass`, async () => {
      const seen = setUp(where === 'the document' ? place : place.attachShadow({ mode: 'open' }));
      const { promise, release } = held<boolean>();
      checkout.prepare = () => {
        asked.push('list');
        return promise;
      };
      const form = join('form');
      await pay();
      expect(asked).to.deep.equal(['list']);
      release(true);
      await settled();
      expect(asked).to.deep.equal(['list', 'form']);
      expect(seen).to.have.length(1);
      expect([checkout.tokensLeft, form.tokensLeft]).to.deep.equal([1, 1]);
    });
  }

  it('do not ask an element that needs no token', async () => {
    const seen = setUp();
    join('form').concerned = false;
    await pay();
    expect(asked).to.deep.equal(['list']);
    expect(seen).to.have.length(1);
  });

  it('stop the submit when one element says no, and keep the token of the other', async () => {
    const seen = setUp();
    const form = join('form');
    form.prepare = () => false;
    await pay();
    expect(seen).to.be.empty;
    expect(checkout.tokensLeft).to.equal(0);
    form.prepare = () => true;
    await pay();
    expect(seen).to.have.length(1);
  });

  it('ask one that only stops before any token is made', async () => {
    const seen = setUp();
    const form = join('form');
    form.stops = true;
    form.prepare = () => false;
    await pay();
    expect(asked).to.deep.equal(['form']);
    expect(seen).to.be.empty;
  });

  it('stop the submit when what an element gave is gone by the time that the last one is asked', async () => {
    const seen = setUp();
    const first = join('first');
    const second = join('second');
    second.prepare = () => {
      first.isStill = false;
      return true;
    };
    await pay();
    expect(seen).to.be.empty;
    second.prepare = () => (first.isStill = true);
    await pay();
    expect(seen).to.have.length(1);
  });

  it('ask an element that came into the form meanwhile', async () => {
    const seen = setUp();
    checkout.prepare = () => Boolean(join('late'));
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
      return true;
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
    join('last').prepare = () => {
      other.append(form.element);
      return true;
    };
    await pay();
    expect(seen).to.be.empty;
    expect(form.tokensLeft).to.equal(0);
  });

  it('leave the elements of another form alone', async () => {
    const seen = setUp();
    const other = document.createElement('form');
    place.append(other);
    const stranger = join('stranger', other);
    await pay();
    expect(asked).to.deep.equal(['list']);
    expect(seen).to.have.length(1);
    expect(stranger.tokensLeft).to.equal(0);
  });

  it('act together with those of a second copy of the package', async () => {
    const address = '/src/ui/submit-gate.ts?second-copy';
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
