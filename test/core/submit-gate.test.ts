import { expect } from '@open-wc/testing';
import { Checkout, held, settled, watchSubmits } from './checkout.js';

describe('the submit gate', () => {
  const open: { checkout: Checkout; place: HTMLElement }[] = [];

  const checkoutIn = (place: HTMLElement, root: HTMLElement | ShadowRoot, attributes?: string, more?: string) => {
    document.body.append(place);
    const checkout = new Checkout(root, attributes, more);
    open.push({ checkout, place });
    return checkout;
  };
  const setUp = (attributes?: string, more?: string) => {
    const place = document.createElement('div');
    return checkoutIn(place, place, attributes, more);
  };

  afterEach(() => {
    for (const { checkout, place } of open.splice(0)) {
      checkout.gate.disconnect();
      place.remove();
    }
  });

  describe('on the way to a token', () => {
    it('lets every listener of the page see one submit, with a token', async () => {
      const checkout = setUp();
      const capturing = { capture: true };
      const seen = [
        watchSubmits(document, capturing),
        watchSubmits(checkout.form(), capturing),
        watchSubmits(checkout.form()),
        watchSubmits(document, { prevent: true }),
      ];
      checkout.pay.click();
      await settled();
      for (const submits of seen) expect(submits.map(({ token }) => token)).to.deep.equal(['token-1']);
    });

    const fetching: [library: string, type: string, detail: unknown][] = [
      ['Turbo', 'turbo:before-fetch-request', { fetchOptions: { method: 'get' } }],
      ['htmx', 'htmx:configRequest', { verb: 'get' }],
    ];
    for (const [library, type, detail] of fetching) {
      it(`refuses a request by GET that ${library} sends in place of the submit`, async () => {
        const checkout = setUp();
        const requests: Event[] = [];
        const send = (event: Event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          const request = new CustomEvent(type, { bubbles: true, cancelable: true, detail });
          checkout.form().dispatchEvent(request);
          requests.push(request);
        };
        document.addEventListener('submit', send, { once: true });
        checkout.pay.click();
        await settled();
        expect(requests.map(({ defaultPrevented }) => defaultPrevented)).to.deep.equal([true]);
        expect(checkout.refusals.map(({ code }) => code)).to.deep.equal(['configuration']);
      });
    }

    it('delays the submit until the token is there', async () => {
      const checkout = setUp();
      const { promise, release } = held<boolean>();
      checkout.prepare = () => checkout.makeToken(() => promise);
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      await settled();
      expect(seen).to.be.empty;
      release(true);
      await settled();
      expect(seen).to.have.length(1);
    });

    it('stops the submit when there is no token, and lets the next one try again', async () => {
      const checkout = setUp();
      checkout.prepare = () => checkout.makeToken(() => false);
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      await settled();
      expect(seen).to.be.empty;
      checkout.prepare = () => checkout.makeToken(() => true);
      checkout.pay.click();
      await settled();
      expect(seen.map(({ token }) => token)).to.deep.equal(['token-2']);
    });

    it('swallows further clicks', async () => {
      const checkout = setUp();
      const { promise, release } = held<boolean>();
      checkout.prepare = () => checkout.makeToken(() => promise);
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      checkout.pay.click();
      await settled();
      checkout.pay.click();
      release(true);
      await settled();
      expect(checkout.prepared).to.equal(1);
      expect(seen).to.have.length(1);
    });

    it('forgets the submit when the shopper left the page and came back meanwhile', async () => {
      const checkout = setUp();
      const { promise, release } = held<boolean>();
      checkout.prepare = () => checkout.makeToken(() => promise);
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      release(true);
      await settled();
      expect(seen).to.be.empty;
      expect(checkout.restorations).to.equal(1);
      checkout.pay.click();
      await settled();
      expect(seen).to.have.length(1);
    });
  });

  describe('leaves alone', () => {
    it('a submit that somebody prevented before', async () => {
      const place = document.createElement('div');
      const stop = new AbortController();
      window.addEventListener('submit', (event) => event.preventDefault(), { capture: true, signal: stop.signal });
      const checkout = checkoutIn(place, place);
      checkout.pay.click();
      await settled();
      stop.abort();
      expect(checkout.prepared).to.equal(0);
    });

    it('a submit that needs no token', () => {
      const checkout = setUp();
      checkout.demanded = 'none';
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      expect(seen).to.have.length(1);
      expect(checkout.prepared).to.equal(0);
    });

    it('the submit of another form', () => {
      const checkout = setUp();
      const other = document.createElement('form');
      checkout.root.append(other);
      const seen = watchSubmits(other, { prevent: true });
      other.requestSubmit();
      expect(seen).to.have.length(1);
      expect(checkout.prepared).to.equal(0);
    });

    it('every submit after it was disconnected', () => {
      const checkout = setUp();
      checkout.gate.disconnect();
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      expect(seen).to.have.length(1);
      expect(checkout.prepared).to.equal(0);
    });
  });

  describe('submits', () => {
    it('with the button that was pressed', async () => {
      const checkout = setUp('', '<button name="act" value="first">First</button>');
      const seen = watchSubmits(checkout.form(), { prevent: true });
      const last = checkout.find('[value=pay]');
      last.click();
      await settled();
      expect(seen.map(({ submitter }) => submitter)).to.deep.equal([last]);
    });

    it('with a button outside the form that belongs to it by id', async () => {
      const checkout = setUp();
      const outside = document.createElement('button');
      outside.setAttribute('form', 'checkout');
      checkout.root.append(outside);
      const seen = watchSubmits(checkout.form(), { prevent: true });
      outside.click();
      await settled();
      expect(seen.map(({ submitter, token }) => [submitter, token])).to.deep.equal([[outside, 'token-1']]);
    });

    it('without the button when it has left the form meanwhile', async () => {
      const checkout = setUp();
      checkout.prepare = () => {
        checkout.pay.remove();
        return checkout.makeToken(() => true);
      };
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      await settled();
      expect(seen.map(({ submitter, token }) => [submitter, token])).to.deep.equal([[null, 'token-1']]);
    });

    it('without the button when it is no submit button any more, and is as watchful after that', async () => {
      const checkout = setUp();
      checkout.prepare = () => {
        checkout.pay.type = 'button';
        return checkout.makeToken(() => true);
      };
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      await settled();
      checkout.form().requestSubmit();
      await settled();
      expect(seen.map(({ submitter, token }) => [submitter, token])).to.deep.equal([
        [null, 'token-1'],
        [null, 'token-1'],
      ]);
    });

    it('with the entry of a button that was disabled meanwhile', async () => {
      const checkout = setUp();
      checkout.prepare = () => {
        checkout.pay.disabled = true;
        return checkout.makeToken(() => true);
      };
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      await settled();
      const acts = seen[0]?.entries.filter(([name]) => name === 'act');
      expect(acts).to.deep.equal([['act', 'pay']]);
      expect(new FormData(checkout.form()).has('act')).to.equal(false);
    });

    it('with one entry of a button whose first submit another field had stopped', async () => {
      const checkout = setUp('', '<input name="city" value="Lima" required>');
      const city = checkout.find('[name=city]');
      checkout.prepare = () => {
        checkout.pay.disabled = true;
        city.value = '';
        return checkout.makeToken(() => true);
      };
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      await settled();
      expect(seen).to.be.empty;
      checkout.pay.disabled = false;
      city.value = 'Lima';
      checkout.prepare = () => checkout.makeToken(() => true);
      checkout.pay.click();
      await settled();
      const [submit] = seen;
      const sent =
        submit?.submitter instanceof HTMLButtonElement ? new FormData(checkout.form(), submit.submitter) : null;
      expect(sent?.getAll('act')).to.deep.equal(['pay']);
      expect(submit?.entries.map(([name]) => name)).to.not.include('act');
    });
  });

  describe('asks the form’s own rules', () => {
    it('and keeps the token while another field is not valid', async () => {
      const checkout = setUp('', '<input name="city" value="Lima" required>');
      const city = checkout.find('[name=city]');
      checkout.prepare = () => {
        city.value = '';
        return checkout.makeToken(() => true);
      };
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      await settled();
      expect(seen).to.be.empty;
      expect(checkout.submits).to.equal(0);
      expect(checkout.token).to.equal('token-1');
    });

    it('but submits what is not valid when the form has novalidate', async () => {
      const checkout = setUp('novalidate', '<input name="city" required>');
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      await settled();
      expect(seen.map(({ token }) => token)).to.deep.equal(['token-1']);
    });

    it('and lets a button with formnovalidate pass, without a token and without an attempt', () => {
      const checkout = setUp(
        '',
        '<input name="city" required><button id="later" formnovalidate>Save for later</button>',
      );
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.find('#later').click();
      expect(seen.map(({ token }) => token)).to.deep.equal(['']);
      expect(checkout.prepared).to.equal(0);
    });

    it('and keeps the token of an open attempt from a button with formnovalidate', async () => {
      const checkout = setUp('', '<button id="coupon" formnovalidate>Apply coupon</button>');
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      await settled();
      checkout.find('#coupon').click();
      await settled();
      await settled();
      checkout.pay.click();
      await settled();
      expect(seen.map(({ token }) => token)).to.deep.equal(['token-1', '', 'token-1']);
    });

    it('and submits once when Pay is pressed again after such a button, while the token is made', async () => {
      const checkout = setUp('', '<button id="coupon" formnovalidate>Apply coupon</button>');
      const { promise, release } = held<boolean>();
      checkout.prepare = () => checkout.makeToken(() => promise);
      const seen = watchSubmits(checkout.form(), { prevent: true });
      checkout.pay.click();
      await settled();
      checkout.find('#coupon').click();
      await settled();
      checkout.pay.click();
      await settled();
      release(true);
      await settled();
      expect(seen.map(({ token }) => token !== '')).to.deep.equal([false, true]);
      expect(checkout.refusals).to.be.empty;
    });
  });
});
