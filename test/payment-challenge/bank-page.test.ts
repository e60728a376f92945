import { expect, html, waitUntil } from '@open-wc/testing';
import { CHALLENGE } from '../../src/timeouts.js';
import { mountChallenge, PaymentStatusShop, showChallenge } from '../support/challenge-harness.js';
import { driveTime } from '../support/clock.js';
import { en } from '../support/messages.js';

describe('the bank’s page in <mp-payment-challenge>', () => {
  it('is shown in a modal dialog that says what will happen', async () => {
    const challenge = await showChallenge();
    await challenge.bankReady();
    expect(challenge.dialog?.matches(':modal')).to.equal(true);
    expect(challenge.text('h2')).to.equal(en.paymentChallenge);
    expect(challenge.text('#steps')).to.equal(en.bankSteps);
    expect(challenge.frame?.title).to.equal(en.bankPage);
  });

  it('of an order is the address of the frame', async () => {
    const challenge = await showChallenge({ url: '/bank?order=1' });
    await challenge.bankReady();
    expect(challenge.bank.location.search).to.equal('?order=1');
    expect(challenge.bank.document.querySelector('#method')?.textContent).to.equal('GET');
  });

  it('of a payment gets creq by POST, once', async () => {
    const creq = 'eyJ0IjoiQVJlcS+/PSJ9';
    const challenge = await showChallenge({ creq });
    await challenge.bankReady();
    const text = (id: string) => challenge.bank.document.querySelector(id)?.textContent;
    expect([text('#method'), text('#creq')]).to.deep.equal(['POST', creq]);
    const asked = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname === '/bank');
    expect(asked.filter(({ startTime }) => startTime > started).length).to.be.at.most(1);
  });
  let started = 0;
  beforeEach(() => (started = performance.now()));

  it('gets creq in a closed shadow root too', async () => {
    const host = document.createElement('div');
    const element = Object.assign(document.createElement('mp-payment-challenge'), {
      url: '/bank',
      creq: 'abc',
      endpoint: '/p',
      fetch: new PaymentStatusShop().fetch,
    });
    host.attachShadow({ mode: 'closed' }).append(element);
    await mountChallenge(html`<div>${host}</div>`);
    const frame = () => element.shadowRoot?.querySelector('iframe')?.contentDocument;
    await waitUntil(() => frame()?.querySelector('#creq')?.textContent === 'abc', 'creq arrived');
  });

  it('may run scripts, send forms and open windows, and cannot navigate the shop’s page', async () => {
    const { frame } = await showChallenge();
    expect([...frame!.sandbox].sort()).to.deep.equal([
      'allow-forms',
      'allow-popups',
      'allow-same-origin',
      'allow-scripts',
    ]);
  });

  it('is loaded again, with creq, after the element was moved', async () => {
    const challenge = await showChallenge({ creq: 'abc' });
    await challenge.bankReady();
    const place = document.createElement('section');
    challenge.element.parentElement?.append(place);
    place.append(challenge.element);
    await challenge.bankReady();
    expect(challenge.bank.document.querySelector('#creq')?.textContent).to.equal('abc');
    expect(challenge.dialog?.matches(':modal')).to.equal(true);
  });

  it('stays where it is while the dialog is closed', async () => {
    const challenge = await showChallenge();
    await challenge.bankReady();
    challenge.bank.name = 'half way';
    challenge.press(en.closeBankPage);
    await challenge.reaches('closed');
    expect(challenge.text('#notice')).to.contain(en.bankUndecided);
    challenge.press(en.continueWithBank);
    await challenge.reaches('waiting');
    expect(challenge.bank.name).to.equal('half way');
  });

  it('can be opened in a new tab, since a script cannot detect that it refuses to be framed', async () => {
    const order = await showChallenge({ url: '/bank?refused' });
    const link = order.root.querySelector('a');
    expect([link?.getAttribute('href'), link?.target, link?.rel]).to.deep.equal([
      `${location.origin}/bank?refused`,
      '_blank',
      'noopener noreferrer',
    ]);
  });

  it('can be opened in a tab of its own with creq', async () => {
    const payment = await showChallenge({ creq: 'abc' });
    const form = payment.root.querySelector('form')!;
    expect([form.method, form.target, new FormData(form).get('creq')]).to.deep.equal(['post', '_blank', 'abc']);
  });

  it('that does not load in time is said to be missing, with the way to a tab', async () => {
    const clock = driveTime();
    const challenge = await mountChallenge(
      html`<mp-payment-challenge
        locale="en-US"
        url="/bank"
        creq="abc"
        endpoint="/p"
        .fetch=${new PaymentStatusShop().fetch}
      ></mp-payment-challenge>`,
    );
    challenge.frame?.remove();
    await clock.tickAsync(CHALLENGE.page);
    await challenge.settled();
    expect(challenge.text('[role=status]')).to.equal(en.bankPageMissing);
  });
});

describe('an address that <mp-payment-challenge> refuses', () => {
  const wrong: [what: string, url: string][] = [
    ['a script', 'javascript:alert(1)'],
    ['a script in odd clothes', ' java\nscript:alert(1)'],
    ['a document', 'data:text/html,<p>Bank'],
    ['a blob', 'blob:https://shop.example/1'],
    ['one without https', 'http://bank.example/3ds'],
    ['one that looks like this machine', 'http://127.0.0.1.bank.example/'],
    ['none', ''],
  ];
  for (const [what, url] of wrong) {
    it(`is ${what}: configuration, and nothing is loaded`, async () => {
      const challenge = await showChallenge({ url });
      expect(challenge.element.state).to.equal('error');
      expect(challenge.frame).to.equal(null);
      expect(
        challenge.events.of<{ error: { code: string } }>('card-error').map(({ error }) => error.code),
      ).to.deep.equal(['configuration']);
      expect(challenge.text('#notice')).to.contain(en.lookBeforePaying);
      expect(challenge.log.of('error').join()).to.contain('url must be');
    });
  }

  for (const returnUrl of ['https://evil.example/', 'javascript:alert(1)', '//evil.example/']) {
    it(`is the return address ${returnUrl}: configuration, the bank is shown all the same, the page stays`, async () => {
      const challenge = await showChallenge({ returnUrl });
      expect(challenge.log.of('error').join()).to.contain('return-url');
      await challenge.bankReady();
      challenge.shop.says('approved', 'accredited');
      challenge.bank.say({ status: 'COMPLETE' });
      await challenge.reaches('done');
      expect(challenge.text('#notice')).to.contain(en.paid);
    });
  }
});
