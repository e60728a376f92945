import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { expect } from '@open-wc/testing';
import { lease, type FieldsUser } from '../../src/mercadopago/lease.js';

class FakeElement implements FieldsUser {
  publicKey = 'TEST-1';
  isConnected = true;
  busy = false;
  losses = 0;
  /** Takes fields that are free again. */
  wants = true;
  isBusy() {
    return this.busy;
  }
  onFieldsTaken() {
    this.losses++;
  }
  onFieldsFree() {
    if (this.wants) lease.take(this, false);
  }
}

describe('the lease of Secure Fields', () => {
  let first: FakeElement;
  let second: FakeElement;

  beforeEach(() => {
    first = new FakeElement();
    second = new FakeElement();
  });

  afterEach(() => {
    lease.release(first);
    lease.release(second);
  });

  it('goes to the first element that asks, when the page loads', () => {
    expect(lease.take(first, false)).to.equal(true);
    expect(lease.take(second, false)).to.equal(false);
    expect(first.losses).to.equal(0);
  });

  it('stays with its owner, which may ask again', () => {
    lease.take(first, false);
    expect(lease.take(first, false)).to.equal(true);
    expect(first.losses).to.equal(0);
  });

  it('goes to the element on which the shopper acts', () => {
    lease.take(first, false);
    expect(lease.take(second, true)).to.equal(true);
    expect(first.losses).to.equal(1);
    expect(lease.take(first, false)).to.equal(false);
  });

  it('is not taken from an owner that is busy', () => {
    lease.take(first, false);
    first.busy = true;
    expect(lease.take(second, true)).to.equal(false);
    expect(first.losses).to.equal(0);
  });

  it('is taken, also without the shopper, from an owner that has left the page', () => {
    lease.take(first, false);
    first.busy = true;
    first.isConnected = false;
    expect(lease.take(second, false)).to.equal(true);
    expect(first.losses).to.equal(1);
  });

  it('is free again when its owner releases it', () => {
    lease.take(first, false);
    lease.release(first);
    expect(lease.take(second, false)).to.equal(true);
    expect(first.losses).to.equal(0);
  });

  it('stays with its owner when another element releases it', () => {
    lease.take(first, false);
    lease.release(second);
    expect(lease.take(second, false)).to.equal(false);
  });

  it('is shared with a second copy of the package', async () => {
    lease.take(first, false);
    const address = '/src/mercadopago/lease.ts?second-copy';
    const copy = ((await import(address)) as { lease: typeof lease }).lease;
    expect(copy).not.to.equal(lease);
    expect(copy.take(second, false)).to.equal(false);
  });

  describe('that its owner releases', () => {
    let third: FakeElement;
    let clock: Clock;

    beforeEach(() => {
      third = new FakeElement();
      clock = FakeTimers.install({ toFake: ['setTimeout'] });
    });

    afterEach(() => {
      lease.release(third);
      clock.uninstall();
    });

    /** Whether `user` is the owner: no other element gets the fields without the shopper. */
    const ownerIs = (user: FakeElement) =>
      [first, second, third].every((one) => lease.take(one, false) === (one === user));

    it('goes back to the element that lost it last', () => {
      lease.take(first, false);
      lease.take(third, false); // refused
      lease.take(second, true);
      lease.release(second);
      clock.tick(0);
      expect(ownerIs(first)).to.equal(true);
    });

    it('goes to the first element that did not get it when the page loaded', () => {
      lease.take(first, false);
      lease.take(second, false);
      lease.take(third, false);
      lease.release(first);
      clock.tick(0);
      expect(ownerIs(second)).to.equal(true);
    });

    it('goes to the next element when one cannot show the fields or has left', () => {
      const fourth = new FakeElement();
      for (const user of [first, second, third, fourth]) lease.take(user, true);
      third.isConnected = second.wants = false;
      lease.release(fourth);
      clock.tick(0);
      expect(ownerIs(first)).to.equal(true);
    });

    it('is not offered to an element that released it', () => {
      lease.take(first, false);
      lease.take(second, true);
      lease.release(first);
      lease.release(second);
      clock.tick(0);
      expect(lease.take(third, false)).to.equal(true);
    });

    it('stays with an owner that takes it again at once', () => {
      lease.take(first, false);
      lease.take(second, true);
      lease.release(second);
      lease.take(second, false);
      clock.tick(0);
      expect(ownerIs(second)).to.equal(true);
      expect(second.losses).to.equal(0);
    });
  });

  describe('allows one public key', () => {
    it('for all', () => {
      expect([first, second].map(lease.keyClashes)).to.deep.equal([false, false]);
    });

    it('and rejects another one, without effect on the first', () => {
      second.publicKey = 'TEST-2';
      expect([first, second, first].map(lease.keyClashes)).to.deep.equal([false, true, false]);
    });

    it('until its element has left the page', () => {
      lease.keyClashes(first);
      lease.release(first);
      second.publicKey = 'TEST-2';
      expect(lease.keyClashes(second)).to.equal(false);
    });

    it('and ignores one that is rejected anyway', () => {
      first.publicKey = '';
      expect([first, second, first].map(lease.keyClashes)).to.deep.equal([false, false, false]);
    });
  });
});
