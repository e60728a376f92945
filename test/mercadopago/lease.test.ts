import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { expect } from '@open-wc/testing';
import { lease, type Tenant } from '../../src/mercadopago/lease.js';

class Shopfront implements Tenant {
  publicKey = 'TEST-1';
  isPresent = true;
  busy = false;
  evictions = 0;
  /** What is done with fields that are free again. */
  wants = true;
  isBusy() {
    return this.busy;
  }
  evict() {
    this.evictions++;
  }
  welcome() {
    if (this.wants) lease.take(this, false);
  }
}

describe('the lease of Secure Fields', () => {
  let first: Shopfront;
  let second: Shopfront;

  beforeEach(() => {
    first = new Shopfront();
    second = new Shopfront();
  });

  afterEach(() => {
    lease.release(first);
    lease.release(second);
  });

  it('goes to the first who asks, at load', () => {
    expect(lease.take(first, false)).to.equal(true);
    expect(lease.take(second, false)).to.equal(false);
    expect(first.evictions).to.equal(0);
  });

  it('stays with its owner, who may ask again', () => {
    lease.take(first, false);
    expect(lease.take(first, false)).to.equal(true);
    expect(first.evictions).to.equal(0);
  });

  it('goes to where the shopper acts', () => {
    lease.take(first, false);
    expect(lease.take(second, true)).to.equal(true);
    expect(first.evictions).to.equal(1);
    expect(lease.take(first, false)).to.equal(false);
  });

  it('is not taken from an owner who is busy', () => {
    lease.take(first, false);
    first.busy = true;
    expect(lease.take(second, true)).to.equal(false);
    expect(first.evictions).to.equal(0);
  });

  it('is taken, also at load, from an owner who has left the page', () => {
    lease.take(first, false);
    first.busy = true;
    first.isPresent = false;
    expect(lease.take(second, false)).to.equal(true);
    expect(first.evictions).to.equal(1);
  });

  it('is free again when its owner gives it back', () => {
    lease.take(first, false);
    lease.release(first);
    expect(lease.take(second, false)).to.equal(true);
    expect(first.evictions).to.equal(0);
  });

  it('stays when somebody else gives back what he does not have', () => {
    lease.take(first, false);
    lease.release(second);
    expect(lease.take(second, false)).to.equal(false);
  });

  it('is one for the page, also with a second copy of the package', async () => {
    lease.take(first, false);
    const address = '/src/mercadopago/lease.ts?second-copy';
    const copy = ((await import(address)) as { lease: typeof lease }).lease;
    expect(copy).not.to.equal(lease);
    expect(copy.take(second, false)).to.equal(false);
  });

  describe('that its owner gives back', () => {
    let third: Shopfront;
    let clock: Clock;

    beforeEach(() => {
      third = new Shopfront();
      clock = FakeTimers.install({ toFake: ['setTimeout'] });
    });

    afterEach(() => {
      lease.release(third);
      clock.uninstall();
    });

    /** Who has the fields: nobody else gets them at load. */
    const ownerIs = (tenant: Shopfront) =>
      [first, second, third].every((one) => lease.take(one, false) === (one === tenant));

    it('goes back to who lost it last', () => {
      lease.take(first, false);
      lease.take(third, false); // refused
      lease.take(second, true);
      lease.release(second);
      clock.tick(0);
      expect(ownerIs(first)).to.equal(true);
    });

    it('goes to the first who was refused at load', () => {
      lease.take(first, false);
      lease.take(second, false);
      lease.take(third, false);
      lease.release(first);
      clock.tick(0);
      expect(ownerIs(second)).to.equal(true);
    });

    it('goes to the next when one cannot show the fields, or has left', () => {
      const fourth = new Shopfront();
      for (const tenant of [first, second, third, fourth]) lease.take(tenant, true);
      third.isPresent = second.wants = false;
      lease.release(fourth);
      clock.tick(0);
      expect(ownerIs(first)).to.equal(true);
    });

    it('is not offered to who gave it up himself', () => {
      lease.take(first, false);
      lease.take(second, true);
      lease.release(first);
      lease.release(second);
      clock.tick(0);
      expect(lease.take(third, false)).to.equal(true);
    });

    it('stays with an owner who only begins anew', () => {
      lease.take(first, false);
      lease.take(second, true);
      lease.release(second);
      lease.take(second, false);
      clock.tick(0);
      expect(ownerIs(second)).to.equal(true);
      expect(second.evictions).to.equal(0);
    });
  });

  describe('knows one public key', () => {
    it('for all', () => {
      expect([first, second].map(lease.keyClashes)).to.deep.equal([false, false]);
    });

    it('and refuses another one, which does not spoil the first', () => {
      second.publicKey = 'TEST-2';
      expect([first, second, first].map(lease.keyClashes)).to.deep.equal([false, true, false]);
    });

    it('until its element has left', () => {
      lease.keyClashes(first);
      lease.release(first);
      second.publicKey = 'TEST-2';
      expect(lease.keyClashes(second)).to.equal(false);
    });

    it('and is not led astray by one that is refused anyway', () => {
      first.publicKey = '';
      expect([first, second, first].map(lease.keyClashes)).to.deep.equal([false, false, false]);
    });
  });
});
