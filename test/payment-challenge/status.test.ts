import { expect, nextFrame } from '@open-wc/testing';
import type { Clock } from '@sinonjs/fake-timers';
import type { ChallengeDoneEvent } from '../../src/elements.js';
import { CHALLENGE } from '../../src/timeouts.js';
import { answer, PaymentStatusShop, showChallenge, status, type ChallengePage } from '../support/challenge-harness.js';
import { driveTime } from '../support/clock.js';
import { en } from '../support/messages.js';
import { translate } from '../support/translate.js';

const done = ({ events }: ChallengePage) => events.of<ChallengeDoneEvent['detail']>('challenge-done');

describe('how <mp-payment-challenge> asks the shop', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = driveTime();
  });

  async function show(shop = new PaymentStatusShop()): Promise<ChallengePage> {
    const challenge = await showChallenge({ shop });
    await clock.tickAsync(0);
    return challenge;
  }

  it('is at once and every 2.5 seconds, until the payment is decided', async () => {
    const { shop, ...challenge } = await show();
    expect(shop.looks).to.equal(1);
    await clock.tickAsync(2 * CHALLENGE.every);
    expect(shop.looks).to.equal(3);
    shop.says('approved', 'accredited');
    await clock.tickAsync(CHALLENGE.every);
    expect(challenge.element.state).to.equal('done');
    await clock.tickAsync(20 * CHALLENGE.every);
    expect(shop.looks).to.equal(4);
  });

  it('is without a cache, and not after the element has left', async () => {
    const { shop, element } = await show();
    expect(shop.requests[0]?.cache).to.equal('no-store');
    element.remove();
    await clock.tickAsync(20 * CHALLENGE.every);
    expect(shop.looks).to.equal(1);
    expect(shop.requests[0]?.signal?.aborted).to.equal(false);
  });

  it('is rarer with every failure, as often as before once the shop answers, and never ends for one', async () => {
    const shop = new PaymentStatusShop();
    shop.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    await show(shop);
    for (const [wait, looks] of [
      [2 * CHALLENGE.every, 2],
      [4 * CHALLENGE.every, 3],
      [8 * CHALLENGE.every, 4],
      [CHALLENGE.slowest, 5],
    ] as const) {
      await clock.tickAsync(wait - 1);
      expect(shop.looks).to.equal(looks - 1);
      await clock.tickAsync(1);
      expect(shop.looks).to.equal(looks);
    }
    shop.says('pending', 'pending_challenge');
    await clock.tickAsync(CHALLENGE.slowest);
    await clock.tickAsync(CHALLENGE.every);
    expect(shop.looks).to.equal(7);
  });

  const failures: [what: string, respond: () => Response | Promise<Response>, code: string, said: string][] = [
    ['is offline', () => Promise.reject(new TypeError('Failed to fetch')), 'endpoint-network', en.checkFailed],
    ['has a problem', () => answer('', { status: 500 }), 'endpoint-status', en.checkFailed],
    ['does not know the payment', () => answer('{}', { status: 404 }), 'endpoint-status', en.checkFailed],
    ['answers a page', () => answer('<p>Hello'), 'protocol', en.checkFailed],
    ['answers no status', () => answer('{}'), 'protocol', en.checkFailed],
    ['has ended the session', () => answer('', { status: 401 }), 'signed-out', en.signInAgain],
  ];
  for (const [what, respond, code, said] of failures) {
    it(`that ${what}: says so, emits one event, says nothing about money, and continues`, async () => {
      const shop = new PaymentStatusShop();
      shop.answer = respond;
      const challenge = await show(shop);
      await clock.tickAsync(6 * CHALLENGE.every);
      expect(challenge.text('[role=status]')).to.equal(said);
      const codes = challenge.events.of<{ error: { code: string } }>('card-error').map(({ error }) => error.code);
      expect(codes).to.deep.equal([code]);
      expect(challenge.text('#notice')).to.not.match(/charge/i);
      expect(done(challenge)).to.deep.equal([]);
      shop.says('approved', 'accredited');
      await clock.tickAsync(CHALLENGE.slowest);
      expect(done(challenge)).to.deep.equal([{ status: 'approved', statusDetail: 'accredited' }]);
    });
  }

  it('says what it is doing now in a page that the browser translated', async () => {
    const challenge = await show();
    challenge.shop.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    translate(challenge.root);
    await clock.tickAsync(20 * CHALLENGE.every);
    expect(challenge.text('#notice')).to.contain(en.checkFailed);
  });

  it('ends after ten minutes with "not finished", and the shopper can look again', async () => {
    const challenge = await show();
    await clock.tickAsync(CHALLENGE.limit);
    expect(challenge.element.state).to.equal('unfinished');
    expect(done(challenge)).to.deep.equal([{ status: 'unknown', statusDetail: '' }]);
    expect(challenge.text('#notice')).to.contain(en.confirmationMissing).and.to.contain(en.lookBeforePaying);
    expect(challenge.frame).to.equal(null);
    const { looks } = challenge.shop;
    await clock.tickAsync(CHALLENGE.limit);
    expect(challenge.shop.looks).to.equal(looks);

    challenge.press(en.checkPayment);
    await clock.tickAsync(CHALLENGE.rest);
    expect(challenge.element.state).to.equal('unfinished');
    expect(challenge.shop.looks).to.equal(looks + 1);
    challenge.shop.says('approved', 'accredited');
    challenge.press(en.checkPayment);
    await clock.tickAsync(CHALLENGE.rest);
    expect(challenge.element.state).to.equal('done');
    expect(done(challenge)).to.have.length(2);
  });

  it('promises no further request after ten minutes without an answer', async () => {
    const challenge = await show();
    challenge.shop.answer = () => answer('', { status: 500 });
    await clock.tickAsync(CHALLENGE.limit);
    expect(challenge.element.state).to.equal('unfinished');
    expect(challenge.text('#notice'))
      .to.contain(en.checkFailed)
      .and.to.not.match(/we’ll|keep/i);
    expect(challenge.ways).to.deep.equal([en.checkPayment]);
  });

  it('asks again after a failed request that the shopper wanted', async () => {
    const challenge = await show();
    await clock.tickAsync(CHALLENGE.limit);
    challenge.shop.answer = () => answer('', { status: 500 });
    challenge.press(en.checkPayment);
    await clock.tickAsync(CHALLENGE.rest);
    expect(challenge.ways).to.deep.equal([en.checkPayment]);
    challenge.shop.says('rejected', 'cc_rejected_3ds_challenge');
    challenge.press(en.checkPayment);
    await clock.tickAsync(CHALLENGE.rest);
    expect(challenge.text('#notice')).to.contain(en.bankUnconfirmed);
  });

  it('does not depend on the clock of the device', async () => {
    const RealDate = Date;
    const challenge = await show();
    globalThis.Date = class extends RealDate {
      static override now = () => 0;
    } as DateConstructor;
    await clock.tickAsync(CHALLENGE.every);
    globalThis.Date = RealDate;
    expect(challenge.shop.looks).to.equal(2);
    expect(challenge.element.state).to.not.equal('unfinished');
  });

  it('is at once when the device is online again', async () => {
    const { shop } = await show();
    await clock.tickAsync(CHALLENGE.rest);
    dispatchEvent(new Event('online'));
    await clock.tickAsync(0);
    expect(shop.looks).to.equal(2);
  });

  it('is at once when the page is seen again, and not while it is hidden', async () => {
    const { shop } = await show();
    await clock.tickAsync(CHALLENGE.rest);
    const turn = (state: DocumentVisibilityState) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      return clock.tickAsync(0);
    };
    try {
      await turn('hidden');
      expect(shop.looks).to.equal(1);
      await turn('visible');
      expect(shop.looks).to.equal(2);
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });

  it('begins again with another challenge, and drops what is late of the first one', async () => {
    const shop = new PaymentStatusShop();
    let release: (answer: Response) => void = () => {};
    shop.answer = () => new Promise((resolve) => (release = resolve));
    const challenge = await show(shop);
    const late = release;
    challenge.element.url = '/bank?second';
    await challenge.settled();
    await clock.tickAsync(0);
    late(status('approved', 'accredited'));
    await clock.tickAsync(0);
    expect(done(challenge)).to.deep.equal([]);
    expect(challenge.element.state).to.not.equal('done');
  });

  it('goes to the endpoint that is given now, without loading the bank’s page again', async () => {
    const challenge = await show();
    const { frame } = challenge;
    challenge.element.endpoint = '/api/payments/124';
    await challenge.settled();
    expect(challenge.frame === frame).to.equal(true);
  });
});

describe('what the bank’s page says', () => {
  const finished = { status: 'COMPLETE' };

  it('causes a request to the shop at once, and nothing else', async () => {
    const challenge = await showChallenge();
    await challenge.bankReady();
    challenge.shop.says('rejected', 'cc_rejected_3ds_challenge');
    challenge.bank.say({ status: 'COMPLETE', payment: 'approved' });
    await challenge.reaches('done');
    expect(done(challenge)).to.deep.equal([{ status: 'rejected', statusDetail: 'cc_rejected_3ds_challenge' }]);
    expect(challenge.text('#notice')).to.contain(en.bankUnconfirmed);
  });

  it('reacts to a frame inside the bank’s page', async () => {
    const challenge = await showChallenge({ url: '/bank?nested' });
    await challenge.bankReady();
    const inner = challenge.bank[0] as unknown as ChallengePage['bank'];
    while (typeof inner.say !== 'function') await nextFrame();
    challenge.shop.says('approved', 'accredited');
    inner.say(finished);
    await challenge.reaches('done');
  });

  it('does not react to another frame of the page, or to the page itself', async () => {
    const challenge = await showChallenge();
    await challenge.bankReady();
    const stranger = document.createElement('iframe');
    stranger.src = '/bank';
    challenge.element.after(stranger);
    await new Promise((resolve) => stranger.addEventListener('load', resolve));
    const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    (stranger.contentWindow as unknown as ChallengePage['bank']).say(finished);
    await heard;
    const own = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    postMessage(finished, '*');
    await own;
    expect(challenge.element.state).to.equal('waiting');
  });

  for (const said of [null, 'COMPLETE', 7, {}, { status: 'complete' }, { status: ['COMPLETE'] }]) {
    it(`is nothing when it is ${JSON.stringify(said)}`, async () => {
      const challenge = await showChallenge();
      await challenge.bankReady();
      const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      challenge.bank.say(said);
      await heard;
      expect(challenge.element.state).to.equal('waiting');
    });
  }

  it('causes one request a second at most', async () => {
    const clock = driveTime();
    const challenge = await showChallenge();
    await clock.tickAsync(0);
    const before = challenge.shop.looks;
    while (typeof challenge.bank?.say !== 'function') await nextFrame();
    for (let time = 1; time <= 50; time++) {
      const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      challenge.bank.say(finished);
      await heard;
      await clock.tickAsync(CHALLENGE.rest / 10);
    }
    expect(challenge.shop.looks - before).to.be.within(4, 6);
    expect(challenge.element.state).to.equal('checking');
    expect(challenge.text('[role=status]')).to.equal(en.checkingPayment);
  });
});

describe('how a challenge ends', () => {
  const endings: [status: string, detail: string, title: string, aboutMoney: boolean][] = [
    ['approved', 'accredited', en.paid, false],
    ['processed', 'accredited', en.paid, false],
    ['rejected', 'cc_rejected_3ds_challenge', en.bankUnconfirmed, true],
    ['failed', 'pending_challenge', en.bankUnconfirmed, true],
    ['failed', '3ds_challenge_expired', en.bankUnconfirmed, true],
    ['cancelled', 'expired', en.paymentEnded, false],
    ['in_process', 'pending_contingency', en.paymentPending, false],
    ['refunded', 'refunded', en.paymentEnded, false],
    ['martian', '', en.paymentUnknown, false],
  ];
  for (const [state, detail, title, aboutMoney] of endings) {
    it(`with ${state}/${detail} is said once, in the page, with the focus on it`, async () => {
      const shop = new PaymentStatusShop();
      shop.says(state, detail);
      const challenge = await showChallenge({ shop });
      await challenge.reaches('done');
      expect(done(challenge)).to.deep.equal([{ status: state, statusDetail: detail }]);
      expect(challenge.text('.title')).to.equal(title);
      expect(/charged/.test(challenge.text('#notice'))).to.equal(aboutMoney);
      expect(challenge.dialog).to.equal(null);
      expect(challenge.root.activeElement?.id).to.equal('notice');
      expect(challenge.element.matches(':state(done)')).to.equal(true);
    });
  }

  it('can be kept from leaving the page', async () => {
    const shop = new PaymentStatusShop();
    shop.says('approved', 'accredited');
    addEventListener('challenge-done', (event) => event.preventDefault(), { once: true });
    const challenge = await showChallenge({ shop, returnUrl: '/elsewhere' });
    await challenge.reaches('done');
    expect(challenge.text('.title')).to.equal(en.paid);
  });
});
